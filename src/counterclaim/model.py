"""Every record that passes from one part to another: small, frozen, documented.

Offsets count Unicode code points of the page's text, start inclusive, end exclusive (docs/decisions/0001).
Ids are hashes of content, so that the same page gives the same ids on every machine (docs/decisions/0003).
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property, lru_cache
from typing import Literal

COUNTED = ("killed", "injured", "missing", "detained", "displaced", "evacuated")
RESPONSIBILITY = "responsibility"
PRECISE_DAYS = (1, 6, 7, 31)  # the longest stretches of UCDP's date precisions 1 to 4 (GED codebook)
SHOWN = 80  # characters of a statement's content in its repr
ASPECTS = (*COUNTED, RESPONSIBILITY)

Bound = Literal["exactly", "at least", "at most", "about", "between", "vague"]
Who = Literal[
    "people", "civilians", "children", "women", "men", "fighters", "soldiers", "medics", "journalists", "mixed", "other"
]
Polarity = Literal["affirms", "denies"]
Certainty = Literal["certain", "hedged", "unverified"]
Manner = Literal["direct", "indirect", "mixed"]
Act = Literal[
    "says",
    "claims",
    "denies",
    "accuses",
    "demands",
    "warns",
    "promises",
    "confirms",
    "doubts",
    "praises",
    "asks",
    "believes",
    "shows",
]
ChangeKind = Literal["number", "hedge", "denial", "day", "name", "words"]
TimeKind = Literal["DATE", "TIME", "DURATION", "SET"]
Reliability = Literal["A", "B", "C", "D", "E", "F"]
MentionKind = Literal["party", "outlet", "person", "organisation", "place", "people"]


def content_id(*parts: object) -> str:
    """Return 16 hex digits of SHA-256 over the parts: equal parts, equal id, on every machine and run."""
    return hashlib.sha256("\x1f".join(map(str, parts)).encode("utf-8", "surrogatepass")).hexdigest()[:16]


@lru_cache(maxsize=8)
def _text_hash(text: str) -> str:
    """Every id of a page has it in it: once a page is enough."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a page's text: `text[start:end] == exact`, always."""

    start: int
    end: int
    exact: str = field(compare=False)

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """Cut a span out of `text`; raises ValueError when it would be empty or lie outside."""
        if not 0 <= start < end <= len(text):
            raise ValueError(f"no span {start}:{end} in a text of {len(text)} characters")
        return cls(start, end, text[start:end])

    def covers(self, other: Span) -> bool:
        """Whether `other` lies wholly within this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Document:
    """A page: one text as published by one outlet; its text never changes.

    `id` is the one given with the page, else a hash of the text. `published` stands as given or found (an ISO date,
    perhaps with a time) and is None when unknown. `source` is where it was read from, as the user named it.
    """

    id: str
    text: str
    outlet: str | None = None
    published: str | None = None
    title: str | None = None
    url: str | None = None
    lang: str | None = None
    source: str | None = None

    def __repr__(self) -> str:
        told = f"{self.outlet or 'outlet unknown'}, {self.published or 'date unknown'}, {len(self.text):,} characters"
        return f"<Document {self.id}: {told}>"

    @property
    def published_on(self) -> dt.date | None:
        """The day of publication, None when unknown."""
        return dt.date.fromisoformat(self.published[:10]) if self.published else None

    @property
    def text_hash(self) -> str:
        """SHA-256 of the text, in hex."""
        return _text_hash(self.text)


@dataclass(frozen=True, slots=True)
class Skipped:
    """A page, or a field of a page, that was not read, and why; `hint` says what to try.

    `part` is "page" when the whole page was left out, else the field that was taken as unknown ("published").
    """

    name: str
    why: str
    hint: str = ""
    part: str = "page"


@dataclass(frozen=True, slots=True)
class Original:
    """The bytes that a page was read from: a file, a line of JSON lines, what a record of an archive holds.

    `how` says which of these. `captured` is when an archive says that it took the page (an ISO time), else None.
    """

    data: bytes = field(repr=False)
    media_type: str
    how: Literal["file", "line", "record"]
    captured: str | None = None


@dataclass(frozen=True, slots=True)
class Reader:
    """Which version of the program and models read a page: `str()` names it, records of the same reader bear that name.

    `code`, `models` (with lexicons and data) and `parties` (the user's file) are hashes, `parser` a name and version.
    All but the name are None where an older program told no more.
    """

    version: str
    program: str | None = None
    code: str | None = None
    models: str | None = None
    parser: str | None = None
    parties: str | None = None

    def __str__(self) -> str:
        return self.version


def claim_id(document: Document, aspect: str, start: int, end: int, told: tuple[str | None, str | None, str]) -> str:
    """The id of a claim on these words; `told` are the voice, the party and the polarity as the words have them.

    The party counts only where it is what is claimed (docs/decisions/0003).
    """
    voice, party, polarity = told
    return content_id(
        "claim", document.text_hash, document.id, aspect, start, end,
        voice or "", party if aspect == RESPONSIBILITY else "", polarity,
    )  # fmt: skip


def statement_id(document: Document, manner: str, parts: Iterable[Span]) -> str:
    """The id of a statement whose source, cue and content are these words, in this order."""
    return content_id("statement", document.text_hash, document.id, manner, [(s.start, s.end) for s in parts])


class Role(StrEnum):
    """What a passage is to its page."""

    HEADLINE = "headline"
    SUBHEAD = "subhead"
    BODY = "body"
    QUOTATION = "quotation"
    CAPTION = "caption"
    CREDIT = "credit"
    APPEAL = "appeal"
    COMMENT = "comment"
    BIOGRAPHY = "biography"
    NAVIGATION = "navigation"
    RELATED = "related"
    SOCIAL = "social"
    TAGS = "tags"

    @property
    def is_article(self) -> bool:
        """Whether the page's own reporting stands here: nothing is claimed from the rest."""
        return self in ARTICLE_ROLES


ARTICLE_ROLES = frozenset({Role.HEADLINE, Role.SUBHEAD, Role.BODY, Role.QUOTATION, Role.CAPTION})


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a page with its role: usually one line or paragraph. Passages do not overlap and stand in order."""

    span: Span
    role: Role


@dataclass(frozen=True, slots=True)
class Place:
    """Where something is. `name` as the page has it; the rest from the gazetteer, None when it does not know it.

    `precision` is UCDP's where-precision code: 1 exact, 2 near, 3 district, 4 province, 5 linear or fuzzy, 6 country,
    7 water or air. `geonames` is the GeoNames id; `ref` a key that namesakes and spellings of one place share.
    """

    name: str
    geonames: int | None = None
    lat: float | None = None
    lon: float | None = None
    precision: int | None = None
    ref: str | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Interval:
    """The first and the last day on which something may have happened, ISO dates, both inclusive."""

    earliest: str
    latest: str

    def __post_init__(self) -> None:
        if self.earliest > self.latest:
            raise ValueError(f"interval ends before it starts: {self.earliest} … {self.latest}")

    @property
    def days(self) -> int:
        """Length in days; one day is 1."""
        if self.earliest == self.latest:
            return 1
        return (dt.date.fromisoformat(self.latest) - dt.date.fromisoformat(self.earliest)).days + 1

    @property
    def precision(self) -> int:
        """UCDP's date-precision code: 1 the day, 2 within six days, 3 the week, 4 within a month, 5 longer."""
        return next((code for code, days in enumerate(PRECISE_DAYS, start=1) if self.days <= days), 5)


@dataclass(frozen=True, slots=True)
class Party:
    """A party to a conflict, a monitor, an agency or another body that speaks or is spoken of.

    `kind`: state, armed_forces, armed_group, coalition, ministry, monitor, rescue, un, ngo, agency, media, court,
    other.
    `side` names the party on whose side it stands by its own account, None where it stands apart.
    """

    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    country: str | None = None
    parent: str | None = None
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """Words on a page that name something. `name` is the canonical name where a lexicon knows it, else the words.

    `token` is the index of the head token, `first` and `stop` the range of its tokens (stop exclusive). `wide` says
    that the name of a town may stand for the province around it, which bears the same. `homeland` is the country of a
    people or of a state's body.
    """

    span: Span
    kind: MentionKind
    name: str
    token: int
    first: int
    stop: int
    party: Party | None = None
    place: Place | None = None
    wide: bool = False
    homeland: Place | None = None


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content as they stand on the page (PolNeAR's terms; Newell, Margolin and Ruths 2018).

    `source` and `cue` may be empty; `content` never is. `parent` is the index, in the page's list of attributions, of
    the one within whose content this one stands.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    manner: Manner
    act: Act = "says"
    certainty: Certainty = "certain"
    parent: int | None = None

    def __post_init__(self) -> None:
        if not self.content:
            raise ValueError("an attribution without content")


@dataclass(frozen=True, slots=True)
class Statement:
    """An attribution with its source resolved: who says what, and through whom it reached the page.

    `voice` is the party behind the source words ("unnamed: medics" where nobody is named), `voice_span` the words that
    name it, `relays` those between the voice and the outlet, in that order. `parent` is another statement's id.
    `joint` holds each voice, with its words, where several are named as one source; `voice` then names them all.
    `behind` is the party for which a human being (the voice) holds office or reports: claims rest on its word. `own`
    marks the outlet speaking of itself ("our correspondent said"): what stands on it is the outlet's own word.
    """

    id: str
    document: str
    manner: Manner
    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    voice: str | None
    voice_span: Span | None
    relays: tuple[str, ...]
    parent: str | None
    act: Act
    certainty: Certainty
    joint: tuple[tuple[str, Span], ...] = ()
    own: bool = False
    behind: str | None = None

    @property
    def parties(self) -> tuple[tuple[str | None, Span | None], ...]:
        """On whose word claims within it stand, each with the words that name it; None is the outlet."""
        first, *others = self.joint or ((self.behind or self.voice, self.voice_span),)
        return (None if self.own else first[0], first[1]), *others

    @property
    def party(self) -> str | None:
        """The first of them by name, be it the outlet itself."""
        return self.joint[0][0] if self.joint else self.behind or self.voice

    def __repr__(self) -> str:
        words = one_line(" … ".join(part.exact for part in self.content))
        said = words if len(words) <= SHOWN else words[:SHOWN].rstrip() + "…"
        return f"<Statement {self.id}: {self.voice or 'somebody'} {self.act} ({self.manner}) {said!r}>"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count as people write it: `low` and `high` after the GUIDE's rules, None where that side is open.

    `span` runs from the words of the bound to the end of the number ("at least 112"). `first` and `stop` are its token
    range, `noun` the token counted ("people"), None when bare ("killed 22"); `single` marks one person written as a
    noun ("a nurse").
    """

    span: Span
    low: int | None
    high: int | None
    bound: Bound
    first: int
    stop: int
    noun: int | None = None
    single: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """What a reader stage found at one place of the page, before it is known on whose word it stands.

    `span` is the value phrase, `trigger` the token of the word that decides the aspect (or the blame), `event` the
    token of the verb or noun that tells the occurrence. `part_of` is an index in the same list. For responsibility
    `party` is who is said to have done it, and `voice` is given only where the finding itself names the speaker
    ("Islamic State claimed responsibility"), with `voice_span`.
    """

    aspect: str
    span: Span
    trigger: int
    event: int
    low: int | None = None
    high: int | None = None
    bound: Bound | None = None
    who: Who | None = None
    part_of: int | None = None
    polarity: Polarity = "affirms"
    certainty: Certainty = "certain"
    party: str | None = None
    voice: str | None = None
    voice_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words of the page that gave one field of a claim, or why it has none.

    `field` is the claim's field ("value" for low, high and bound). `span` is None where no words of the page give it;
    `reason` says in plain words what the span alone does not: that it stands in another sentence, what a date was
    reckoned from, that nothing on the page says.
    """

    field: str
    span: Span | None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """That a voice says something (aspect, value) at one place of one page. Fields as in docs/formats.md.

    `occurrence` numbers what the page says happened: claims of one page with the same number are about one occurrence.
    `evidence` is there only where it was asked for, and no part of what makes two claims equal.
    """

    id: str
    document: str
    aspect: str
    span: Span
    low: int | None = None
    high: int | None = None
    bound: Bound | None = None
    who: Who | None = None
    part_of: str | None = None
    voice: str | None = None
    voice_span: Span | None = None
    cue_span: Span | None = None
    relays: tuple[str, ...] = ()
    polarity: Polarity = "affirms"
    certainty: Certainty = "certain"
    party: str | None = None
    place: Place | None = None
    date: Interval | None = None
    event_type: str | None = None
    occurrence: int = 0
    statement: str | None = None
    evidence: tuple[Evidence, ...] = field(default=(), compare=False)

    def __repr__(self) -> str:
        about = self.party if self.aspect == RESPONSIBILITY else f"{self.low}…{self.high}"
        told = f"{self.aspect} {about} ({self.polarity}, {self.certainty}), says {self.voice or 'the page'}"
        return f"<Claim {self.id}: {told}; {self.document}:{self.span.start} {one_line(self.span.exact)!r}>"


@dataclass(frozen=True, slots=True)
class Assertion:
    """What one clause of a statement says is so, as far as another can say the opposite. Fields as in docs/glossary.md.

    `statement` is the id of the statement, `voice` on whose word it stands. `matter` is a question from the lexicon
    ("truce"), or a verb by itself ("verb: shell"), and `plus` on which side of it the clause stands, denials reckoned
    in. `about` is the class of the thing or the name of the person that it is about. `agent` is who is said (not) to do
    it; `alone` marks what only one can have done. `places` are keys of the places named nearest, `placed` says that its
    own sentence names them; `date` is there where the sentence gives one.
    """

    document: str
    statement: str
    voice: str
    span: Span
    matter: str
    plus: bool
    about: str | None = None
    agent: str | None = None
    alone: bool = False
    places: tuple[str, ...] = ()
    date: Interval | None = None
    placed: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """All that was read of one page: a pure function of the document and the models.

    `relays` are those that the page as a whole is credited to, in a dateline, a byline or at its end. `assertions` are
    what its statements say is so.
    """

    document: Document
    passages: tuple[Passage, ...]
    statements: tuple[Statement, ...]
    claims: tuple[Claim, ...]
    relays: tuple[str, ...] = ()
    assertions: tuple[Assertion, ...] = ()

    def __repr__(self) -> str:
        return f"<Page {self.document.id}: {len(self.claims)} claims, {len(self.statements)} statements>"


class Verdict(StrEnum):
    """How the voices on one question of one incident stand to each other; the sign is shown with the word."""

    AGREE = "agree"
    REVISED = "one voice, revised"
    REPEATED = "one voice, repeated"
    SINGLE = "one voice"
    OTHER_NUMBER = "other number"
    DENIED = "denied"
    RIVAL = "rival claims"

    @property
    def sign(self) -> str:
        """One of `= ↻ ≠ ·`, never colour alone."""
        return {"agree": "=", "one voice, revised": "↻", "other number": "≠", "denied": "≠", "rival claims": "≠"}.get(
            self.value, "·"
        )


@dataclass(frozen=True, slots=True)
class Incident:
    """What claims are taken to be about: a kind, a place and a time as loose as the sources leave them."""

    id: str
    title: str
    event_type: str | None
    place: Place | None
    date: Interval | None
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Position:
    """One voice's value for one question of one incident, with the claims that carry it. Derived, never stored.

    `question` is the aspect, with the victims where they are a subset ("killed · children"). `voice` None is the
    outlets' own word. `value` is what the screen shows ("≥112", "not Russia").
    """

    incident: str
    question: str
    aspect: str
    who: Who | None
    voice: str | None
    value: str
    low: int | None
    high: int | None
    claims: tuple[Claim, ...]

    @property
    def id(self) -> str:
        """The same for the same claims; it changes with the incident's id."""
        return content_id("position", self.incident, self.question, self.voice, self.value)


class RelationKind(StrEnum):
    """How one position stands to another; read `a` first: `a` revises `b`, `a` is a subset of `b`."""

    CORROBORATES = "corroborates"
    REPEATS = "repeats"
    COMPATIBLE = "compatible"
    REVISES = "revises"
    OTHER_NUMBER = "other number"
    DENIES = "denies"
    SUBSET = "subset of"
    CLAIMS = "claims"
    COUNTER_BLAMES = "counter-blames"
    BLAMES = "blames another"

    @property
    def sign(self) -> str:
        """One of `= ↻ ≠ ·`, as for verdicts; `⊂` for a subset."""
        signs = {"corroborates": "=", "claims": "=", "revises": "↻", "subset of": "⊂"}
        return signs.get(self.value, "·" if self.value in ("repeats", "compatible") else "≠")


@dataclass(frozen=True, slots=True)
class Relation:
    """How position `a` stands to position `b`, and why.

    `a_claim` and `b_claim` are the claims at which it can be seen: their spans are the words on either side. `cue` are
    words on the page of `a_claim` that decide it ("rose to"), None where it rests on the values, voices or dates alone.
    """

    kind: RelationKind
    a: Position
    b: Position
    reason: str
    a_claim: Claim
    b_claim: Claim
    cue: Span | None = None


@dataclass(frozen=True, slots=True)
class Rivalry:
    """Two statements of different voices that assert opposite things on one matter, with the reason in words.

    Which of the two is `a` means nothing: it is the first by page and place.
    """

    a: Assertion
    b: Assertion
    reason: str


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with the claim behind it, and the position that this claim carries."""

    figure: int
    position: Position
    claim: Claim


@dataclass(frozen=True, slots=True)
class Bounds:
    """Low, best and high for one question after UCDP's practice; `rule` says how the best was chosen."""

    low: Estimate
    best: Estimate
    high: Estimate
    rule: str


class GradeName(StrEnum):
    """Airwars' words for how far an allegation of harm to civilians is borne out."""

    CONFIRMED = "Confirmed"
    FAIR = "Fair"
    WEAK = "Weak"
    CONTESTED = "Contested"
    DISCOUNTED = "Discounted"


@dataclass(frozen=True, slots=True)
class Grade:
    """A grade that is only suggested, with its reason in words and the claims it rests on."""

    name: GradeName
    reason: str
    claims: tuple[Claim, ...]


def overlapping(spans: Iterable[Span], span: Span) -> bool:
    """Whether `span` shares a character with any of `spans`."""
    return any(s.overlaps(span) for s in spans)


WHITESPACE = re.compile(r"\s+")


def one_line(text: str) -> str:
    """The words of `text` on one line, runs of white space as one blank: for names and screens, never for spans."""
    return WHITESPACE.sub(" ", text).strip()


@dataclass(frozen=True, slots=True)
class QuotedStretch:
    """Words between quotation marks (or from an opening mark to the paragraph's end); `span` leaves the marks out.

    `outer` takes the marks in. `continues` says that the speech goes on from the stretch before it (a paragraph that
    opens with a mark after one that did not close).
    """

    span: Span
    outer: Span
    continues: bool = False


@dataclass(frozen=True, slots=True)
class TimeMention:
    """Words that date something, resolved against the day of publication; `interval` is None when that is unknown.

    `anchor` is the day (an ISO date) from which it was reckoned, None where the words alone give the days.
    """

    span: Span
    interval: Interval | None
    first: int
    stop: int
    anchor: str | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that name a time, with the type and value that TIMEX3 gives them ("P2W"); None where that is unknown."""

    span: Span
    kind: TimeKind
    value: str | None


@dataclass(frozen=True, slots=True)
class Standing:
    """On whose word one finding stands: `statement` is the id of the one it is heard in, None for the outlet's own."""

    voice: str | None = None
    voice_span: Span | None = None
    cue_span: Span | None = None
    relays: tuple[str, ...] = ()
    statement: str | None = None
    polarity: Polarity = "affirms"
    certainty: Certainty = "certain"


@dataclass(frozen=True, slots=True)
class Setting:
    """Where and when one finding's occurrence was, of what type, by whom; `occurrence` numbers it within the page.

    `party_span` are the words that say by whom, in whatever sentence.
    """

    place: Place | None = None
    date: Interval | None = None
    event_type: str | None = None
    party: str | None = None
    occurrence: int = 0
    party_span: Span | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Occurrence:
    """What one page says happened: its claims with one `occurrence` number, and what they tell of place and time.

    `published` is the page's day of publication; it bounds when the occurrence can have been, and is never its date.
    `told` are the sentences of the page that stand nearest to its claims, `page` all sentences of the page. `leads`
    says that no other occurrence of the page has more claims.
    """

    document: str
    number: int
    claims: tuple[Claim, ...]
    place: Place | None
    date: Interval | None
    event_type: str | None
    published: dt.date | None
    told: tuple[str, ...] = ()
    page: tuple[str, ...] = ()
    leads: bool = True


@dataclass(frozen=True, slots=True)
class Question:
    """One question of one incident, the positions on it, and how their voices stand to each other.

    `voices` are the named voices that stand behind the positions; the pages' own word and unnamed sources are not
    counted among them. `reason` says in words why the verdict is as it is. `replaced` are the ids of positions that
    their own voice has revised or taken back; `bounds` are there where somebody gives a figure for all those counted.
    `ratings` stand as the positions do.
    """

    label: str
    aspect: str
    positions: tuple[Position, ...]
    verdict: Verdict
    voices: tuple[str, ...]
    one_side: str | None
    reason: str
    bounds: Bounds | None = None
    replaced: frozenset[str] = frozenset()
    ratings: tuple[Rating, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """Words that differ within a stretch that two pages share; None where a page has nothing in that place.

    `kinds` says what differs, weightiest first ("denial", "hedge", "number", "day", "name"), or only "words".
    """

    kinds: tuple[ChangeKind, ...]
    a: Span | None
    b: Span | None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch that two pages share: `a` and `b` where it stands, `words` how many of its words are the same.

    `runs` are the words that are the same, page by page, but for case, accents and punctuation.
    """

    a: Span
    b: Span
    words: int
    runs: tuple[tuple[Span, Span], ...]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Reuse:
    """What two pages, `a` and `b` (ids), have in common word for word.

    `a_in_b` is the share of the runs of five words of page `a` that stand on page `b`, 0 to 1; `b_in_a` the other way
    round. `earlier` is the page published first, None where the dates do not tell. `origin` is whose words they are
    said to be, by the pages in `stated_by`: for a page that does not say so itself it is inferred. `by` are people who
    judged that the later page is a copy of the `earlier`: then they need share no words.
    """

    a: str
    b: str
    a_in_b: float
    b_in_a: float
    shared: tuple[Stretch, ...]
    earlier: str | None = None
    origin: str | None = None
    stated_by: tuple[str, ...] = ()
    by: tuple[str, ...] = ()

    @property
    def known(self) -> Literal["stated", "inferred"] | None:
        """Whether both pages state the origin, or for one of them it is inferred from the other."""
        if self.origin is None:
            return None
        return "stated" if {self.a, self.b} == {*self.stated_by} else "inferred"

    @property
    def changes(self) -> tuple[Change, ...]:
        """What differs within the stretches that are shared."""
        return tuple(c for s in self.shared for c in s.changes)

    @property
    def words(self) -> int:
        """How many words are the same."""
        return sum(s.words for s in self.shared)

    def __repr__(self) -> str:
        return f"<Reuse {self.a} {self.a_in_b:.0%} in {self.b}, {self.b_in_a:.0%} back: {self.words} words>"


@dataclass(frozen=True, slots=True)
class Account:
    """An incident with all questions that claims answer about it.

    `copies` are the pages that share words in which a claim on it stands. `grade` is only suggested, None where nobody
    is said to have been harmed.
    """

    incident: Incident
    questions: tuple[Question, ...]
    copies: tuple[Reuse, ...] = ()
    grade: Grade | None = None


class JudgementKind(StrEnum):
    """What a person can say of what was read; see docs/judging.md."""

    RIGHT = "right"
    WRONG = "wrong"
    VALUE = "value"
    VOICE = "voice"
    ONE = "one"
    TWO = "two"
    UNRELATED = "unrelated"
    COPY = "copy"
    RELIABILITY = "reliability"
    RATING = "rating"
    UNSURE = "unsure"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Anchor:
    """A claim as it was read when somebody judged it: its words on its page, and what else tells it from others.

    `alone` says that no other claim of the same aspect stood on these words: then a later reading that takes them
    otherwise (another voice, another figure) is still of this claim. It is never moved to other words.
    """

    document: str
    text_hash: str
    aspect: str
    start: int
    end: int
    exact: str
    voice: str | None
    party: str | None
    polarity: Polarity
    low: int | None
    high: int | None
    bound: Bound | None
    alone: bool


@dataclass(frozen=True, slots=True)
class PageMark:
    """A page as a judgement names it: by its id and the hash of its text."""

    document: str
    text_hash: str


@dataclass(frozen=True, slots=True)
class Opinion:
    """What one person says: of which claims, pages or name, and what; made by `counterclaim.judging.opinions`.

    `says` are the fields with their values as canonical JSON ("figure", "voice", "relation", "reliability" …). `undoes`
    is the number of an earlier judgement of the same person.
    """

    kind: JudgementKind
    claims: tuple[Anchor, ...] = ()
    pages: tuple[PageMark, ...] = ()
    name: str | None = None
    says: tuple[tuple[str, str], ...] = ()
    undoes: int | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """An opinion as it was recorded: appended, never changed.

    `number` counts from 1. `at` is the time in UTC to the second ("2026-11-22T05:41:00Z"). `hash` is SHA-256 over
    everything else as canonical JSON, and `previous` the hash of the judgement before, 64 zeros for the first.
    """

    number: int
    previous: str
    person: str
    at: str
    opinion: Opinion
    hash: str

    @property
    def kind(self) -> JudgementKind:
        """What kind of opinion it is."""
        return self.opinion.kind

    @property
    def note(self) -> str:
        """What the person wrote to it."""
        return self.opinion.note


class OrphanReason(StrEnum):
    """Why a judgement does not hold on to the pages at hand."""

    ABSENT = "its page is not among these"
    OTHER_TEXT = "another text has the id of its page"
    GONE = "the claim is not read from these words any more"
    SEVERAL = "several claims are read from these words now, none of them as it was"
    REREAD = "these words are read otherwise now, and it was said of the earlier reading"


@dataclass(frozen=True, slots=True)
class Orphan:
    """A judgement that has lost what it was on: nothing is done by it, and it is listed."""

    judgement: Judgement
    on: Anchor | PageMark
    reason: OrphanReason


@dataclass(frozen=True, slots=True)
class Answer:
    """What people say on one question about what was read: of one field of a claim, of two claims, of a page or name.

    `field` is what the question is about ("claim": whether it is one; "figure", "voice" …; "incident", "relation",
    "copy", "name", "reliability", "rating"), `claims`, `pages` (ids) and `name` what it is asked of. `said` has for
    each person who has an opinion the latest: its value (canonical JSON) and the judgement. It applies where all agree.
    """

    field: str
    said: tuple[tuple[str, Judgement], ...]
    claims: tuple[str, ...] = ()
    pages: tuple[str, ...] = ()
    name: str | None = None

    @property
    def value(self) -> str | None:
        """What all say; None where they differ."""
        return self.said[0][0] if len({value for value, _ in self.said}) == 1 else None

    @property
    def is_contested(self) -> bool:
        """Whether two people say different things: then what the program read stands."""
        return self.value is None

    @property
    def people(self) -> tuple[str, ...]:
        """Who says something, each once, in the order of their judgements."""
        return tuple(dict.fromkeys(j.person for _, j in self.said))


@dataclass(frozen=True, slots=True)
class CopyRuling:
    """That page `page` is, or is not, a copy of page `original` (ids), and by whom it was judged."""

    page: str
    original: str
    is_copy: bool
    by: tuple[str, ...]


@dataclass(frozen=True)
class Guidance:
    """What people have judged that linking and weighing obey; occurrences are (page id, number) of the judged pages.

    `one`: groups of occurrences that are of one incident; `two`: pairs that are not, and never within such a group.
    `unrelated`: the kind of a relation (None: whichever) and the ids of a claim on either side. `reliability`: by name
    of the voice or outlet, folded, the letter and by whom it was given.
    """

    one: tuple[tuple[tuple[str, int], ...], ...] = ()
    two: tuple[tuple[tuple[str, int], tuple[str, int]], ...] = ()
    unrelated: frozenset[tuple[str | None, frozenset[str]]] = frozenset()
    copies: tuple[CopyRuling, ...] = ()
    reliability: tuple[tuple[str, Reliability, tuple[str, ...]], ...] = ()


NO_GUIDANCE = Guidance()


@dataclass(frozen=True)
class Judged:
    """Pages as people judge them: made by `counterclaim.judging.view`, never stored.

    `pages` keep their ids and those of their claims; wrong claims are left out, values changed, voices renamed.
    `answers` is all that people say, `left_out` are the claims judged wrong (as they were read).
    `clashes` are pairs of claims that somebody calls one where what others say of further claims makes them two.
    `renamed` has, by the id of a claim, the answers on names by which its voice is another now.
    """

    pages: tuple[Page, ...]
    guidance: Guidance = NO_GUIDANCE
    answers: tuple[Answer, ...] = ()
    orphans: tuple[Orphan, ...] = ()
    left_out: tuple[Claim, ...] = ()
    clashes: tuple[Answer, ...] = ()
    renamed: Mapping[str, tuple[Answer, ...]] = field(default_factory=dict)

    @property
    def contested(self) -> tuple[Answer, ...]:
        """The questions on which people differ."""
        return tuple(a for a in self.answers if a.is_contested)

    @cached_property
    def by_claim(self) -> Mapping[str, tuple[Answer, ...]]:
        """By the id of a claim, all that people say of it, alone or together with another."""
        found = {id_: list(answers) for id_, answers in self.renamed.items()}
        for answer in self.answers:
            for id_ in answer.claims:
                found.setdefault(id_, []).append(answer)
        return {id_: tuple(answers) for id_, answers in found.items()}


NOTHING_JUDGED = Judged(())


@dataclass(frozen=True, slots=True)
class Rating:
    """A position in the two marks of the Admiralty system, with the reason for the second in words.

    `reliability` of the source is set by people (`by`), F ("cannot be judged") where nobody has; `credibility` of the
    information, 1 to 6, is derived from the independent voices.
    """

    position: str
    reliability: Reliability
    by: tuple[str, ...]
    credibility: int
    reason: str

    def __str__(self) -> str:
        return f"{self.reliability}{self.credibility}"
