"""A page that counts no dead may still tell of one: whoever is named or known is then the count of one.

"A boy was shot. … The boy died in hospital." tells of one boy killed, and "Ana Holm, 23, was killed" of one person.
Where a page counts its dead, such persons are taken to be among them, and nothing is added; nor where it gives nobody's
age: reports on private persons do, and those on commanders, who are no count, do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.counting.fates import Fate
from counterclaim.counting.victims import Victims
from counterclaim.model import Finding
from counterclaim.syntax import Parse

KINDS = ("name", "noun", "pronoun")  # what says most of who it is comes first
KILLED, INJURED = "killed", "injured"
FEMALE = frozenset(
    {"girl", "woman", "mother", "daughter", "sister", "wife", "female", "she", "her", "aunt", "grandmother"}
)
MALE = frozenset({"boy", "man", "father", "son", "brother", "husband", "male", "he", "him", "uncle", "grandfather"})
YOUNG, GROWN = frozenset({"children"}), frozenset({"men", "women", "soldiers"})
AGE = re.compile(r"\b(\w+)[- ](?:year|month)s?[- ]old\b")
AGED = re.compile(r"\b\w+[- ](?:year|month)s?[- ]old\b|[a-z], (?:aged? )?\d{1,2}[,.;]")  # somebody's age
ANOTHER = frozenset({"another"})


def take_in(
    found: Sequence[Finding], fates: Sequence[Fate], parse: Parse, victims: Victims, open_ended: frozenset[str]
) -> tuple[Finding, ...]:
    """The findings, with the persons of `fates` (all killed, in page order) where no finding counts any dead.

    A single person who was shot or taken to hospital (the words of `open_ended`), and whom a fate fits, is one killed;
    any other person is added as a finding of one.
    """
    dead = [f for f in found if f.aspect == KILLED and f.polarity == "affirms"]
    aged = AGED.search(parse.text) is not None
    if dead and aged and all(_is_single(f) for f in dead):
        return _merged(found, [_one(fate, parse, victims) for fate in _beside(fates, dead, parse)])
    fates = [fate for fate in fates if aged or fate.kind != "name"]
    lone = fates if aged else []
    if not fates or dead:
        return tuple(found)
    settled = list(found)
    for k, f in enumerate(settled):
        if _is_open(f, parse, open_ended) and any(_fits(f, fate, parse, victims) for fate in fates):
            settled[k] = replace(f, aspect=KILLED)
    if any(f.aspect == KILLED and f.polarity == "affirms" for f in settled):
        return tuple(settled)
    return _merged(settled, [_one(fate, parse, victims) for fate in _persons(lone, parse)])


def _beside(fates: Sequence[Fate], dead: Sequence[Finding], parse: Parse) -> Iterator[Fate]:
    """Those told of together with a single person that is counted: "a woman and her son were found dead"."""
    counted = {i for f in dead for i in range(*parse.within(f.span))}
    seen: set[str] = set()
    for fate in fates:
        name = parse.tokens[fate.head].lower
        known = fate.kind == "pronoun" or name in seen or fate.head in counted
        if not known and not counted.isdisjoint(fate.beside):
            seen.add(name)
            yield fate


def _is_single(f: Finding) -> bool:
    """Whether the finding is of one person, or of a couple."""
    return f.low == f.high and (f.low == 1 or f.span.exact.casefold().endswith("couple"))


def _is_open(f: Finding, parse: Parse, open_ended: frozenset[str]) -> bool:
    """Whether the finding is of one person of whom it is not yet said whether he lived."""
    one = f.aspect == INJURED and f.low == f.high == 1 and f.part_of is None
    return one and parse.tokens[f.trigger].lower in open_ended and f.span.exact.split()[0].lower() not in ANOTHER


def _fits(f: Finding, fate: Fate, parse: Parse, victims: Victims) -> bool:
    """Whether the two may be one person: no other sex, no other age, no child and grown-up."""
    said = parse.text[parse.tokens[fate.first].start : parse.tokens[fate.stop - 1].end].lower()
    theirs, ours = frozenset(re.findall(r"\w+", said)), frozenset(re.findall(r"\w+", f.span.exact.lower()))
    if (theirs & FEMALE and ours & MALE) or (theirs & MALE and ours & FEMALE):
        return False
    ages = set(AGE.findall(said)) | set(AGE.findall(f.span.exact.lower()))
    group = victims.group(parse.tokens[fate.head].lower) if fate.kind == "noun" else None
    apart = (group in YOUNG and f.who in GROWN) or (group in GROWN and f.who in YOUNG)
    return len(ages) < 2 and not apart


def _persons(fates: Sequence[Fate], parse: Parse) -> Iterator[Fate]:
    """One fate a person: all that have names of their own, else the nouns of one list, else a pronoun."""
    seen: set[frozenset[str]] = set()
    first = min(fates, key=lambda fate: KINDS.index(fate.kind), default=None)
    for fate in fates:
        name = frozenset(t.lower for t in parse.tokens[fate.first : fate.stop])
        alike = first is not None and (fate.kind == first.kind == "name" or fate.trigger == first.trigger)
        if (
            any(name <= other or other <= name for other in seen)
            or not alike
            or (fate.kind == "pronoun" and fate != first)
        ):
            continue
        seen.add(name)
        yield fate


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
