"""Tolls that are given rather than said: "it put the death toll at 23", "by the ministry's count"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from counterclaim.model import Attribution
from counterclaim.syntax import Parse, Token

SUBJECTS = ("nsubj",)
VICTIMS = frozenset({"those"})  # "that those killed were X, and put their number at 12"
SPEAKS = {
    "speak": "of",
    "talk": "of",
    "admit": "to",
    "confess": "to",
    "own": "to",
    "boast": "of",
}  # verbs and what they are followed by
OBJECTS = ("dobj", "attr", "oprd")
VAGUE = frozenset({"one", "some", "most", "many", "other", "all", "several", "which"})
BEING = frozenset({"be", "stand"})  # "the toll was 26", "stands at 26"
CLAUSES = frozenset({"which"})
SELVES = frozenset({"i", "we", "you"})  # who speak in somebody's words


@dataclass(frozen=True)
class TollWords:
    """`gives` are verbs (lemmas) whose object is a toll, `tolls` nouns (lemmas) for one."""

    gives: frozenset[str]
    tolls: frozenset[str]
    reckonings: frozenset[str]
    versions: frozenset[str]
    holds: frozenset[str]
    guilty: frozenset[str]
    announced: frozenset[str]
    bodies: frozenset[str]


def find_tolls(parse: Parse, words: TollWords) -> tuple[Attribution, ...]:
    """Read who puts, gives or raises a toll, by whose count it stands and who is held responsible by whom."""
    found = (
        *_tolls(parse, words),
        *_given(parse, words),
        *_owned(parse, words),
        *_put_at(parse, words),
        *_reckoned(parse, words),
        *_charged(parse, words),
        *_spoken_of(parse),
    )
    return tuple(sorted(found, key=lambda a: a.cue[0].start))


def _given(parse: Parse, words: TollWords) -> Iterator[Attribution]:
    """By whom a toll was given that is told behind it: "the toll given by the village head was 26 dead"."""
    for noun in parse.tokens:
        if noun.dep != "nsubj" or noun.lemma not in words.tolls:
            continue
        verb = parse.head(noun.index)
        if verb.lemma not in BEING or verb.index < noun.index:
            continue
        givers = (
            (by, who)
            for given in parse.children(noun.index, "acl")
            if given.lemma in words.announced
            for by in parse.children(given.index, "agent")
            for who in parse.children(by.index, "pobj")
        )
        found = next(givers, None)
        figure = next(iter(parse.children(verb.index, "attr", "prep", "acomp")), None)
        if found is None or figure is None:
            continue
        by, who = found
        source = parse.span(*_names(parse, who, verb))
        first, last = parse.edges(figure.index)
        content = parse.span(first, last + 1)
        yield Attribution((source,), (parse.span(by.index, by.index + 1),), (content,), "indirect")


def _owned(parse: Parse, words: TollWords) -> Iterator[Attribution]:
    """Whose toll it is that is told behind it: "the government's toll is 26", "the ministry's toll of 26 dead"."""
    for noun in parse.tokens:
        owner = next(iter(parse.children(noun.index, "poss")), None) if noun.lemma in words.tolls else None
        if owner is None or (owner.lower not in words.bodies and owner.entity != "ORG"):
            continue
        verb = parse.head(noun.index)
        is_told = noun.dep == "nsubj" and verb.lemma in BEING
        told = [*parse.children(noun.index, "prep"), *(parse.children(verb.index, "attr", "prep") if is_told else ())]
        figure = next((t for t in told if t.index > noun.index and _counts(parse, t)), None)
        if figure is None:
            continue
        content = parse.span(figure.index, parse.edges(figure.index)[1] + 1)
        first, last = parse.edges(owner.index)
        source = parse.span(first, min(last, owner.index) + 1)
        yield Attribution((source,), (parse.span(noun.index, noun.index + 1),), (content,), "indirect")


def _put_at(parse: Parse, words: TollWords) -> Iterator[Attribution]:
    """Who gives a toll that its clause tells of: "a toll which the government put at 26"."""
    for verb in parse.tokens:
        if verb.dep != "relcl" or verb.lemma not in words.gives or parse.head(verb.index).lemma not in words.tolls:
            continue
        at = next((t for t in parse.children(verb.index, "prep") if t.index > verb.index and _counts(parse, t)), None)
        subject = next(iter(parse.children(verb.index, *SUBJECTS)), None)
        if at is None or subject is None or subject.lower in CLAUSES | SELVES | {"that"}:
            continue
        source, content = parse.span(*_names(parse, subject, verb)), parse.span(at.index, parse.edges(at.index)[1] + 1)
        yield Attribution((source,), (parse.span(verb.index, verb.index + 1),), (content,), "indirect")


def _counts(parse: Parse, figure: Token) -> bool:
    """Whether a phrase is or holds a number."""
    first, last = parse.edges(figure.index)
    return any(t.pos == "NUM" for t in parse.tokens[first : last + 1])


def _reckoned(parse: Parse, words: TollWords) -> Iterator[Attribution]:
    """By whose count something is so: "by the ministry's count, nine died", "nine died, by one report"."""
    for by in parse.tokens:
        is_by = by.lower in ("by", "in") and by.dep in ("prep", "agent")
        noun = next(iter(parse.children(by.index, "pobj")), None) if is_by else None
        said = words.reckonings if by.lower == "by" else words.versions
        if noun is None or noun.lower not in said or noun.index < by.index:
            continue
        if by.dep == "agent" and not (parse.children(noun.index, "poss") or _behind(parse, noun)):
            continue
        owner = (
            next(iter(parse.children(noun.index, "poss")), None) or _named_before(parse, noun) or _behind(parse, noun)
        )
        if owner is None and not any(t.lower in VAGUE for t in parse.children(noun.index)):
            continue
        first, last = parse.edges(owner.index) if owner else (by.index + 1, noun.index)
        if owner is not None and parse.tokens[last].tag == "POS":
            last -= 1
        sentence = parse.sentences[by.sentence]
        around = [(sentence.first, by.index), (max(noun.index, last) + 1, sentence.stop)]
        content = tuple(parse.span(*part) for part in (_bare(parse, *a) for a in around) if part[0] < part[1])
        if content:
            cue = parse.span(by.index, by.index + 1)
            yield Attribution((parse.span(first, last + 1),), (cue,), content, "indirect")


def _named_before(parse: Parse, noun: Token) -> Token | None:
    """Whose count it is where no possessive says so: "by UN count", "by Orlan tallies"."""
    found = (
        t for t in parse.children(noun.index, "compound", "nmod", "amod") if t.pos == "PROPN" or t.entity == "NORP"
    )
    return next(found, None)


def _behind(parse: Parse, noun: Token) -> Token | None:
    """Whose count it is behind "of": "by the count of the fund's partners"."""
    return next(
        (t for of in parse.children(noun.index, "prep") if of.lower == "of" for t in parse.children(of.index, "pobj")),
        None,
    )


def _bare(parse: Parse, first: int, stop: int) -> tuple[int, int]:
    """A range without the marks at its ends."""
    while first < stop and parse.tokens[first].pos in ("PUNCT", "SPACE"):
        first += 1
    while first < stop and parse.tokens[stop - 1].pos in ("PUNCT", "SPACE"):
        stop -= 1
    return first, stop


def _spoken_of(parse: Parse) -> Iterator[Attribution]:
    """Of how many somebody speaks: "the ministry has spoken of 23 dead"."""
    for of in parse.tokens:
        verb = parse.head(of.index)
        if SPEAKS.get(verb.lemma) != of.lower or verb.index > of.index or verb.tag == "VB":
            continue
        number = next(iter(parse.children(of.index, "pobj")), None)
        subject = _subject(parse, verb)
        if number is None or subject is None or subject.lower in SELVES:
            continue
        first, end = parse.edges(number.index)
        counted = any(t.pos == "NUM" for t in parse.tokens[first : end + 1])
        if counted and subject.index < verb.index:
            source = parse.span(*_names(parse, subject, verb))
            last = max(parse.edges(verb.index)[1], number.index)
            _, stop = _bare(parse, first, last + 1)
            yield Attribution(
                (source,), (parse.span(verb.index, verb.index + 1),), (parse.span(first, stop),), "indirect"
            )


def _charged(parse: Parse, words: TollWords) -> Iterator[Attribution]:
    """Who holds whom responsible: "the inquiry found the army responsible for nine deaths"."""
    for blamed in parse.tokens:
        verb = parse.head(blamed.index)
        if verb.dep == "dobj" and verb.index < blamed.index:  # "held soldiers responsible", read as their adjective
            verb = parse.head(verb.index)
        is_held = verb.lemma in words.holds and verb.index < blamed.index and verb.dep != "relcl"
        if blamed.lower not in words.guilty or not is_held:
            continue
        subject = _subject(parse, verb)
        if subject is None or subject.index > verb.index or subject.lower in VAGUE | SELVES:
            continue
        last = parse.edges(blamed.index)[1]
        source = parse.span(*_names(parse, subject, verb))
        cue = parse.span(verb.index, verb.index + 1)
        yield Attribution((source,), (cue,), (parse.span(verb.index + 1, last + 1),), "indirect", "accuses")


def _tolls(parse: Parse, words: TollWords) -> Iterator[Attribution]:
    for noun in parse.tokens:
        if noun.lemma not in words.tolls or noun.dep not in OBJECTS:
            continue
        verb = parse.head(noun.index)
        subject = _subject(parse, verb) if verb.lemma in words.gives else None
        if subject is None or subject.lower in CLAUSES:  # "…, which raises the toll to 30" is said with what is before
            continue
        last = max(parse.edges(t.index)[1] for t in (noun, *parse.children(verb.index, "prep")))
        first = min(parse.edges(noun.index)[0], noun.index)
        if last < first or not _names(parse, subject, verb):
            continue
        source = parse.span(*_names(parse, subject, verb))
        yield Attribution(
            (source,), (parse.span(verb.index, verb.index + 1),), (parse.span(first, last + 1),), "indirect"
        )


def _subject(parse: Parse, verb: Token) -> Token | None:
    """The verb's subject, or that of the verb that it hangs on ("reported strikes, giving a toll of eight").

    Who are counted give no toll: "police said that nine died, putting the toll at 30".
    """
    for at in (verb, *islice(parse.ancestors(verb.index), 2)):
        found = parse.children(at.index, *SUBJECTS)
        counted = at is not verb and any(parse.children(s.index, "nummod") for s in found)
        if found and found[0].lower not in VICTIMS and not counted:
            return found[0]
        if at.dep not in ("advcl", "conj", "xcomp", "ccomp"):
            return None
    return None


def _names(parse: Parse, subject: Token, verb: Token) -> tuple[int, int]:
    """The subject's token range, cut before the verb."""
    first, last = parse.edges(subject.index)
    return first, min(last + 1, verb.index) if verb.index > first else last + 1
