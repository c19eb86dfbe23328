"""How each finding of a page is told, as far as that says whether two tell of one occurrence."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.lexicon import Lexicon
from counterclaim.model import RESPONSIBILITY, Finding, Interval, Place, Setting
from counterclaim.setting.candidates import Key
from counterclaim.setting.dayviews import tense
from counterclaim.setting.events import UNSPECIFIED, EventWord
from counterclaim.setting.nearness import place_key
from counterclaim.setting.reader import SceneReader
from counterclaim.setting.scenes import Occurrence, Scene
from counterclaim.setting.since import sums_up
from counterclaim.syntax import Parse, Token

BEFORE_NOUNS = ("det", "amod", "nummod", "poss")
SUBJECTS = ("nsubj", "nsubjpass", "agent")
CLAUSES = frozenset({"advcl", "pcomp", "relcl", "acl"})
TOP = 2  # sentences of the headline and the lead
HEAD = 5  # tokens at the head of a sentence: a place there frames it
NEXT = 2  # tokens after a count
LEAST = 0.01  # shares below that say nothing
Figure = tuple[str, int]
"""An aspect and the lower bound of a count of it."""
Shares = Mapping[Key, float]
"""How likely each place is."""


@dataclass(frozen=True)
class Retold:
    """A finding with its setting and how its sentence tells it.

    `order` counts the page's findings from its head, `rules` numbers the occurrence that the rules make it of. `own` is
    the place that its own sentence gives, `events` the types and `deeds` the words of event there. `another`, `more`
    and `after` say by words that it is not what was told before, that its people come on top of others, and that it was
    before what its sentence is about; `sums` that it sums up; `article` how its event is named: "known", "new", "bare".
    `counts` are the figures of its scene. `likely` are the places that it may have, with the share of each.
    """

    number: int
    order: int
    rules: int
    finding: Finding
    scene: Scene
    place: Place | None
    when: Interval | None
    passage: int
    first: int
    tense: str
    lemma: str
    nouns: frozenset[str]
    events: frozenset[str]
    deeds: frozenset[str]
    article: str
    opening: str
    another: bool
    more: bool
    after: bool
    sums: bool
    framed: bool
    new_place: bool
    new_date: bool
    counts: frozenset[Figure]
    likely: Shares

    @property
    def sentence(self) -> int:
        """The number of its sentence."""
        return self.scene.sentence

    @property
    def own(self) -> Place | None:
        """The place that its own sentence gives."""
        return self.scene.place

    @property
    def blames(self) -> bool:
        """Whether it tells who did something, and not how many."""
        return self.finding.aspect == RESPONSIBILITY

    @property
    def top(self) -> bool:
        """Whether it stands in the headline or the lead."""
        return self.sentence < TOP


@dataclass(frozen=True)
class Openings:
    """The theme "opening" of a lexicon."""

    another: frozenset[str]
    parting: frozenset[str]
    summing: frozenset[str]
    known: frozenset[str]
    new: frozenset[str]
    further: frozenset[str]
    after: frozenset[str]
    lately: frozenset[str]
    first: Mapping[str, str]


@lru_cache(maxsize=4)
def load_openings(lexicon: Lexicon) -> Openings:
    """The compiled theme; raises DataError when a list is missing."""
    names = ("another", "parting", "summing", "known", "new", "further", "after", "lately")
    lists = {name: lexicon.words("opening", name) for name in names}
    first = {word: name for name, words in lexicon.table("opening", "first").items() for word in words}
    return Openings(first=first, **lists)


def retell(
    reader: SceneReader,
    occurrences: Sequence[Occurrence],
    settings: Sequence[Setting],
    shares: Sequence[Shares],
    lexicon: Lexicon,
) -> list[Retold]:
    """All findings of a page in the order in which it tells them; `settings` and `shares` stand as the findings do."""
    homes = {i: (s, n) for n, o in enumerate(occurrences) for s in o.scenes for i in s.findings}
    order = sorted(homes, key=lambda i: (homes[i][0].sentence, reader.at[i], i))
    words = load_openings(lexicon)
    seen: dict[str, int] = {}
    figures = {id(s): _figures(reader, s.findings) for s, _ in homes.values()}
    likely = [{k: share for k, share in told.items() if share >= LEAST} for told in shares]
    given = [(settings[i], likely[i], figures[id(homes[i][0])]) for i in order]
    return [_retold(reader, i, n, homes[i], given[n], words, seen) for n, i in enumerate(order)]


def _retold(
    reader: SceneReader,
    i: int,
    order: int,
    home: tuple[Scene, int],
    given: tuple[Setting, Shares, frozenset[Figure]],
    words: Openings,
    seen: dict[str, int],
) -> Retold:
    parse, (scene, rules), finding, (setting, likely, counts) = reader.parse, home, reader.findings[i], given
    s, (first, stop) = scene.sentence, reader.at[i]
    event = parse.tokens[finding.event]
    told = parse.sentence_tokens(s)
    deeds = reader.events.get(s, [])
    article, before = _article(parse, deeds, finding.event, words)
    about = {d.lower for t in (event, *parse.children(event.index, *SUBJECTS)) for d in _before(parse, t.index)}
    place = f"at {place_key(scene.place)}" if scene.place else ""
    return Retold(
        number=i,
        order=order,
        rules=rules,
        finding=finding,
        scene=scene,
        place=setting.place,
        when=setting.date,
        passage=parse.sentences[s].passage,
        first=first,
        tense=tense(parse, finding.event),
        lemma=event.lemma.lower(),
        nouns=frozenset(t.lemma.lower() for t in parse.tokens[first:stop] if t.pos in ("NOUN", "PROPN")),
        events=frozenset(e.kind for e in deeds) - {UNSPECIFIED},
        deeds=frozenset(parse.tokens[e.head].lemma.lower() for e in deeds),
        article=article,
        opening=words.first.get(told[0].lower, "") if told else "",
        another=not words.another.isdisjoint(about | before),
        more=not words.further.isdisjoint(t.lower for t in parse.tokens[first : stop + NEXT]),
        after=_is_after(parse, event, words),
        sums=any(t.lower in words.summing and sums_up(parse, t, words.lately) for t in told),
        framed=scene.place is not None and _frames(reader, s, scene.place),
        new_place=bool(place) and seen.setdefault(place, s) == s,
        new_date=bool(scene.dated) and seen.setdefault(f"on {scene.dated}", s) == s,
        counts=counts,
        likely=likely,
    )


def _figures(reader: SceneReader, findings: Iterable[int]) -> frozenset[Figure]:
    """The figures of those findings that are counts by a number."""
    told = (reader.findings[i] for i in findings)
    return frozenset(
        (f.aspect, f.low) for f in told if f.low is not None and f.aspect != RESPONSIBILITY and f.bound != "vague"
    )


def _before(parse: Parse, index: int) -> list[Token]:
    return parse.children(index, *BEFORE_NOUNS)


def _article(parse: Parse, deeds: Sequence[EventWord], event: int, words: Openings) -> tuple[str, frozenset[str]]:
    """How the event word nearest to a finding's is introduced, and by which words."""
    near = min(deeds, key=lambda e: abs(e.head - event), default=None)
    if near is None:
        return "none", frozenset()
    before = frozenset(d.lower for d in _before(parse, near.head))
    return "known" if before & words.known else "new" if before & words.new else "bare", before


def _is_after(parse: Parse, event: Token, words: Openings) -> bool:
    """Whether an event stands in a clause that tells what was before: "It came after six had died"."""
    for t in (event, *parse.ancestors(event.index)):
        if t.dep in CLAUSES:
            marks = (*parse.children(t.index, "mark", "prep"), parse.head(t.index))
            if any(m.lower in words.after for m in marks):
                return True
    return False


def _frames(reader: SceneReader, sentence: int, place: Place) -> bool:
    """Whether a sentence begins with the place: "In Tarn four were killed"."""
    first = reader.parse.sentences[sentence].first
    return any(s.place == place and s.mention.first - first < HEAD for s in reader.where.spots.get(sentence, ()))
