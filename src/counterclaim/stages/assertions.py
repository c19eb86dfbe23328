"""What statements say is so, reduced to what another can say the opposite of; see docs/decisions/0019."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence

from counterclaim.asserting.reader import Answered, Reader, Said
from counterclaim.asserting.words import matter_words
from counterclaim.blaming.culprits import Culprits
from counterclaim.lexicon import Lexicon
from counterclaim.model import Assertion, Interval, Mention, Statement, TimeMention
from counterclaim.parties import Catalogue
from counterclaim.syntax import Parse

SAYING = frozenset({"says", "claims", "denies", "accuses", "confirms", "believes", "shows"})
POINTED = frozenset({"denies", "accuses", "confirms", "shows"})
UNNAMED = "unnamed: "
WIDE = 6  # UCDP's precision codes from here on are of places too wide to be one matter's


def find_assertions(
    parse: Parse,
    statements: Sequence[Statement],
    mentions: Sequence[Mention],
    times: Sequence[TimeMention],
    catalogue: Catalogue,
    lexicon: Lexicon,
) -> tuple[Assertion, ...]:
    """Find what statements with a voice say is so, in page order."""
    words = matter_words(lexicon)
    nobody = words.lists["speakers"]["nobody"]
    heard = [s for s in statements if (s.party or "").removeprefix(UNNAMED) not in nobody]
    if not heard:
        return ()
    culprits = Culprits(parse, mentions, catalogue, lexicon)

    def itself(statement: Statement) -> str:
        """Whom a voice means by "we": of an unnamed official it is the side for which he speaks."""
        voice, head = statement.party or "", statement.voice_span and parse.at(statement.voice_span.end - 1)
        found = culprits.before(head.index) if head and voice.startswith(UNNAMED) else []
        return found[0].party if len(found) == 1 else voice

    def parties(head: int) -> list[str]:
        is_deed = parse.tokens[head].lemma in words.nouns  # "Rurian shelling"
        return list(dict.fromkeys(c.party for c in culprits.of(head) or (culprits.before(head) if is_deed else ())))

    owners = _owners(parse, heard, words.lists["turning"]["nots"], itself)
    reader, around = Reader(parse, mentions, words, parties), _Around(parse, mentions, times)
    found: dict[tuple[object, ...], Assertion] = {}
    for index, (statement, said) in sorted(owners.items()):
        for answered in reader.read(index, said):
            made = around.assertion(statement, answered)
            found.setdefault((made.statement, made.span, made.matter, made.plus, made.about), made)
    return tuple(found.values())


def _owners(
    parse: Parse, statements: Sequence[Statement], nots: frozenset[str], itself: Callable[[Statement], str]
) -> dict[int, tuple[Statement, Said]]:
    """Tokens to the innermost statement in whose content they stand."""
    owners: dict[int, tuple[Statement, Said]] = {}
    for statement in sorted(statements, key=lambda s: (-sum(c.end - c.start for c in s.content), s.id)):
        ranges = [parse.within(span) for span in statement.content]
        ranges = [(first, stop) for first, stop in ranges if first < stop]
        if ranges and parse.tokens[ranges[0][0]].lower == "to":
            continue  # "the army refused to open the road" is said by somebody else
        speaks = itself(statement) if statement.act in SAYING and not _is_unsaid(parse, statement, nots) else None
        for first, stop in ranges:
            said = Said(
                ranges[0][0],
                ranges[-1][1],
                speaks or "",
                statement.act == "denies",
                statement.act in POINTED,
                statement.manner == "direct",
            )
            owners.update(dict.fromkeys(range(first, stop), (statement, said)))
    return {i: owner for i, owner in owners.items() if owner[1].voice}


def _is_unsaid(parse: Parse, statement: Statement, nots: frozenset[str]) -> bool:
    """Whether the cue is negated: "did not say that"."""
    if statement.act == "denies":
        return False
    cue = [i for span in statement.cue for i in range(*parse.within(span))]
    return any(parse.tokens[i].lower in nots for i in cue) or any(parse.children(i, "neg") for i in cue)


class _Around:
    """Where and when: the places and days that are named nearest to a clause."""

    def __init__(self, parse: Parse, mentions: Sequence[Mention], times: Sequence[TimeMention]) -> None:
        self._parse = parse
        self._places: dict[int, tuple[str, ...]] = {}
        for m in mentions:
            if m.place and m.place.ref and (m.place.precision or WIDE) < WIDE:
                s = parse.tokens[m.first].sentence
                self._places[s] = tuple(dict.fromkeys((*self._places.get(s, ()), m.place.ref)))
        self._named = sorted(self._places)
        self._days: dict[int, list[Interval]] = {}
        for t in times:
            if t.interval is not None:
                self._days.setdefault(parse.tokens[t.first].sentence, []).append(t.interval)

    def assertion(self, statement: Statement, answered: Answered) -> Assertion:
        sentence = self._parse.tokens[answered.token].sentence
        days = set(self._days.get(sentence, ()))
        return Assertion(
            statement.document,
            statement.id,
            statement.party or "",
            answered.span,
            answered.matter,
            answered.plus,
            answered.about,
            answered.agent,
            answered.alone,
            self._nearest(sentence),
            days.pop() if len(days) == 1 else None,
            sentence in self._places,
        )

    def _nearest(self, sentence: int) -> tuple[str, ...]:
        """The places of the sentence, else of the last before that has any, and those the page begins with."""
        if sentence in self._places or not self._named:
            return self._places.get(sentence, ())
        i = bisect_right(self._named, sentence)
        near = self._named[max(i - 1, 0)]
        return tuple(dict.fromkeys((*self._places[near], *self._places[self._named[0]])))
