"""A page that counts no dead may still tell of one: whoever is named or known is then the count of one.

"A boy was shot. … The boy died in hospital." tells of one boy killed, and "Ana Holm, 23, was killed" of one person.
Where a page counts its dead, such persons are taken to be among them, and nothing is added; nor where it gives nobody's
age: reports on private persons do, and those on commanders, who are no count, do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from functools import lru_cache
from itertools import groupby

from counterclaim.counting.fates import Fate
from counterclaim.counting.victims import Victims
from counterclaim.lexicon import Lexicon
from counterclaim.model import Finding
from counterclaim.syntax import Parse

KINDS = ("name", "noun", "pronoun")  # what says most of who it is comes first
KILLED, INJURED = "killed", "injured"
YOUNG, GROWN = frozenset({"children"}), frozenset({"men", "women", "soldiers"})
AGE = re.compile(r"\b(\w+)[- ](?:year|month)s?[- ]old\b")
AGED = re.compile(  # somebody's age
    r"\b\w+[- ](?:year|month)s?[- ]old\b|[a-z], (?:aged? )?\d{1,2}[,.;]"
    r"|\bage \d|\bin (?:his|her) (?:\w+ )?(?:teens|\d0s)\b"
)
SURVIVED = re.compile(
    r"\b(?:lucky|fortunate|happy|glad) to be alive\b|\bexpected to (?:survive|live|recover|be ok)\b|\bwill survive\b"
)
ANOTHER = frozenset({"another"})


@dataclass(frozen=True)
class Cues:
    """Word lists: `open_ended` of harm that may have ended in death, `crime` of reports on private persons.

    `female` and `male` tell whether a woman or a man is meant.
    """

    open_ended: frozenset[str]
    crime: frozenset[str]
    female: frozenset[str]
    male: frozenset[str]


@lru_cache(maxsize=4)
def load_cues(lexicon: Lexicon) -> Cues:
    """The lexicon's word lists."""
    return Cues(*(lexicon.words("casualties", field.name) for field in fields(Cues)))


def take_in(
    found: Sequence[Finding], fates: Sequence[Fate], parse: Parse, victims: Victims, cues: Cues, *, deadly: bool
) -> tuple[Finding, ...]:
    """The findings, with the persons of `fates` (all killed, in page order) where no finding counts them.

    `deadly` says that the page tells of a deed that killed ("a fatal shooting").

    A single person who was shot or taken to hospital, and whom a fate fits, is one killed; any other person is added as
    a finding of one.
    """
    dead = [f for f in found if f.aspect == KILLED and f.polarity == "affirms"]
    private = AGED.search(parse.text) is not None or any(t.lower in cues.crime for t in parse.tokens)
    if dead:
        return _merged(found, _more(fates, dead, parse, victims)) if private else tuple(found)
    fates = [fate for fate in fates if private or fate.kind != "name"]
    settled = list(found)
    for k, f in enumerate(settled):
        if _is_open(f, parse, cues.open_ended) and any(
            _fits(f, x, parse, victims, cues) for x in fates if len(x.beside) == 1
        ):
            settled[k] = replace(f, aspect=KILLED)
    if any(f.aspect == KILLED and f.polarity == "affirms" for f in settled):
        return tuple(settled)
    persons = [_one(fate, parse, victims) for fate in _persons(fates, parse)] if private else []
    return _merged(settled, persons) if persons or not deadly else _after(settled, parse, cues)


def _after(found: Sequence[Finding], parse: Parse, cues: Cues) -> tuple[Finding, ...]:
    """The findings where a page tells of a deed that killed and of nobody dead: whoever alone was hurt is killed."""
    hurt = [k for k, f in enumerate(found) if f.aspect == INJURED and f.polarity == "affirms"]
    if SURVIVED.search(parse.text) or not hurt or not all(_is_open(found[k], parse, cues.open_ended) for k in hurt):
        return tuple(found)
    return tuple(replace(f, aspect=KILLED) if k in hurt else f for k, f in enumerate(found))


def _more(fates: Sequence[Fate], dead: Sequence[Finding], parse: Parse, victims: Victims) -> list[Finding]:
    """Those killed beside the first that are counted; else, where one person at a time is counted, a list of others."""
    single = all(_is_single(f) for f in dead)
    beside = list(_beside(fates, dead if single else dead[:1], parse))
    if not beside and single:
        beside = next((list(listed) for listed in _lists(fates, dead, parse)), [])
    return [_one(fate, parse, victims) for fate in beside]


def _lists(fates: Sequence[Fate], dead: Sequence[Finding], parse: Parse) -> Iterator[Sequence[Fate]]:
    """Persons that one word of harm tells of together, none of them counted."""
    counted = _tokens(dead, parse)
    for _, told in groupby(fates, lambda fate: fate.trigger):
        listed = [fate for fate in told if not fate.itself and fate.kind != "pronoun"]
        if len(listed) > 1 and counted.isdisjoint(listed[0].beside):
            yield listed


def _tokens(findings: Sequence[Finding], parse: Parse) -> frozenset[int]:
    return frozenset(i for f in findings for i in range(*parse.within(f.span)))


def _beside(fates: Sequence[Fate], dead: Sequence[Finding], parse: Parse) -> Iterator[Fate]:
    """Those told of together with a person that is counted, or killed by him: "a woman and her son were found dead"."""
    counted = _tokens(dead, parse)
    sentences = {parse.tokens[i].sentence for i in counted}
    seen: set[str] = set()
    for fate in fates:
        name = parse.tokens[fate.head].lower
        known = fate.kind == "pronoun" or name in seen or fate.head in counted
        near = fate.itself and parse.tokens[fate.head].sentence in sentences
        if not known and (near or not counted.isdisjoint((*fate.beside, -1 if fate.doer is None else fate.doer))):
            seen.add(name)
            yield fate


def _is_single(f: Finding) -> bool:
    """Whether the finding is of one person, or of a couple."""
    return f.low == f.high and (f.low == 1 or f.span.exact.casefold().endswith("couple"))


def _is_open(f: Finding, parse: Parse, open_ended: frozenset[str]) -> bool:
    """Whether the finding is of one person of whom it is not yet said whether he lived."""
    one = f.aspect == INJURED and f.low == f.high == 1 and f.part_of is None
    return one and parse.tokens[f.trigger].lower in open_ended and f.span.exact.split()[0].lower() not in ANOTHER


def _fits(f: Finding, fate: Fate, parse: Parse, victims: Victims, cues: Cues) -> bool:
    """Whether the two may be one person: no other sex, no other age, no child and grown-up."""
    said = parse.text[parse.tokens[fate.first].start : parse.tokens[fate.stop - 1].end].lower()
    theirs, ours = frozenset(re.findall(r"\w+", said)), frozenset(re.findall(r"\w+", f.span.exact.lower()))
    if (theirs & cues.female and ours & cues.male) or (theirs & cues.male and ours & cues.female):
        return False
    ages = set(AGE.findall(said)) | set(AGE.findall(f.span.exact.lower()))
    group = victims.group(parse.tokens[fate.head].lower) if fate.kind == "noun" else None
    apart = (group in YOUNG and f.who in GROWN) or (group in GROWN and f.who in YOUNG)
    return len(ages) < 2 and not apart


def _persons(fates: Sequence[Fate], parse: Parse) -> Iterator[Fate]:
    """One fate a person: all named with those beside them, else the nouns of one list, else a pronoun.

    One who did it to himself comes last.
    """
    others = [fate for fate in fates if not fate.itself]
    if len(others) < len(fates) and all(fate.kind == "pronoun" for fate in others):
        others = []  # "he died" is told of the same
    first = min(others, key=lambda fate: KINDS.index(fate.kind), default=None)
    seen: list[frozenset[str]] = []
    heads: set[int] = set()
    for fate in others:
        name, told = _words(fate, parse), first is not None and fate.trigger == first.trigger
        beside = bool(heads) and not heads.isdisjoint(fate.beside)
        alike = told or beside or (first is not None and fate.kind == first.kind == "name")
        if alike and (fate.kind != "pronoun" or fate == first) and not any(name <= x or x <= name for x in seen):
            seen.append(name)
            heads |= {fate.head} if fate.kind == "name" else set()
            yield fate
    yield from [fate for fate in fates if fate.itself and _words(fate, parse) not in seen][:1]


def _words(fate: Fate, parse: Parse) -> frozenset[str]:
    return frozenset(t.lower for t in parse.tokens[fate.first : fate.stop])


def _one(fate: Fate, parse: Parse, victims: Victims) -> Finding:
    who = victims.group(parse.tokens[fate.head].lower) if fate.kind == "noun" else None
    return Finding(
        aspect=KILLED, span=parse.span(fate.first, fate.stop), trigger=fate.trigger.first, event=fate.trigger.first,
        low=1, high=1, bound="exactly", who=who or "people",
    )  # fmt: skip


def _merged(found: Sequence[Finding], added: Sequence[Finding]) -> tuple[Finding, ...]:
    """Both in page order, each part with the new place of its whole."""
    order = sorted([*range(len(found) + len(added))], key=lambda i: [*found, *added][i].span.start)
    new = {old: place for place, old in enumerate(order)}
    both = [*found, *added]
    return tuple(replace(both[i], part_of=None if both[i].part_of is None else new[both[i].part_of]) for i in order)
