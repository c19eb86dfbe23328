"""Source words to the party behind them, and through whom each statement reached the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from counterclaim.identity import same_house
from counterclaim.lexicon import Lexicon
from counterclaim.mending.printed import Printed, printed
from counterclaim.model import Attribution, Document, Mention, Span, Statement, overlapping, statement_id
from counterclaim.parties import Catalogue
from counterclaim.syntax import Parse
from counterclaim.voicing.announced import find_announced, with_lists, with_whole_statements
from counterclaim.voicing.apposed import with_names
from counterclaim.voicing.backwards import BackWords, find_told_back, with_papers_makers
from counterclaim.voicing.cited import with_cited
from counterclaim.voicing.figures import Figures
from counterclaim.voicing.givers import Givers
from counterclaim.voicing.halves import with_own_halves
from counterclaim.voicing.hearers import find_told_houses
from counterclaim.voicing.impersonal import ImpersonalWords, find_impersonal
from counterclaim.voicing.labels import LabelWords, find_labels, find_signatures
from counterclaim.voicing.lines import LineWords, find_lines
from counterclaim.voicing.named import with_houses
from counterclaim.voicing.nobody import is_nobody
from counterclaim.voicing.passing import find_relays, passing_words, told_houses
from counterclaim.voicing.register import Register
from counterclaim.voicing.speakers import read_speakers
from counterclaim.voicing.tellers import with_tellers
from counterclaim.voicing.tolls import TollWords, find_tolls
from counterclaim.voicing.unclaimed import find_unclaimed
from counterclaim.voicing.voice import UNNAMED, Voice, joint_name
from counterclaim.voicing.witnessed import WitnessWords, find_witnessed
from counterclaim.voicing.words import speaker_words

CARRIERS = frozenset({"agency", "media"})


@dataclass(frozen=True)
class _Heard:
    """One attribution resolved: its voices with the words that name them, and who passed it on."""

    voices: tuple[tuple[Voice, Span | None], ...] = ()
    relays: tuple[str, ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(v.name for v, _ in self.voices)

    def on(self, page: Printed) -> _Heard:
        """The same with the words as they stand on the page itself."""
        return replace(self, voices=tuple((v, span and page.back(span)) for v, span in self.voices))


def resolve_voices(  # all that a page's evidence consists of
    document: Document,
    attributions: Sequence[Attribution],
    page_relays: Sequence[str],
    parse: Parse,
    mentions: Sequence[Mention],
    catalogue: Catalogue,
    lexicon: Lexicon,
) -> tuple[Statement, ...]:
    """Resolve each attribution's source; the statements stand in the order of the attributions.

    Headlines that name their source at the end, and tolls that somebody gives, come after them where they are new.
    Sources are read in page order, so that "he" and "the group" find those introduced before them. A statement with
    neither source nor cue goes on with the voice before it.
    """
    words = speaker_words(lexicon)
    mentions = with_houses(mentions, catalogue)
    page = printed(parse, mentions, words.many)
    parse, mentions = page.parse, [page.mention(m) for m in mentions]
    attributions = [page.attribution(a) for a in attributions]
    people = words.unnamed - words.papers - words.bodies
    attributions = with_names(parse, with_whole_statements(parse, attributions), words.titles_of_body, people)
    attributions = with_cited(parse, with_lists(parse, attributions), words.citing, words.unnamed | words.bodies)
    attributions = with_own_halves(parse, attributions, lexicon.words("voices", "quotes"))
    back = _back_words(lexicon)
    told_back = find_told_back(parse, attributions, back)
    attributions = with_papers_makers(attributions, told_back, back)
    houses = find_told_houses(parse, attributions, mentions, lexicon.words("voices", "nameless_houses"))
    overheard = with_tellers(_overheard(attributions, parse, mentions, lexicon), attributions)
    told = (*attributions, *told_back, *houses, *overheard)
    register = Register.of(parse, mentions, catalogue, lexicon, document.outlet)
    heard = _hear_all(told, register, parse, mentions, lexicon)
    told = tuple(map(page.told, told))
    heard = {i: h.on(page) for i, h in heard.items()}
    ids = [_statement_id(document, a) for a in told]
    found = []
    for i, a in enumerate(told):
        chain = _chain(i, told, heard)
        passed = [r for r in dict.fromkeys((*chain, *page_relays)) if not same_house(r, document.outlet, catalogue)]
        found.append(_statement(document, a, heard[i], passed, ids[i], None if a.parent is None else ids[a.parent]))
    return tuple(_marked(s, document.outlet, catalogue) for s in found)


def _overheard(
    attributions: Sequence[Attribution], parse: Parse, mentions: Sequence[Mention], lexicon: Lexicon
) -> list[Attribution]:
    """What names its source without a word of speech, where no attribution has that source or cue already."""
    words = lexicon.words
    labels = find_labels(parse, mentions, LabelWords(words("voices", "labels"), words("relays", "weekdays")))
    signed = find_signatures(parse, mentions)
    tolls = find_tolls(parse, TollWords(*(words("voices", name) for name in TollWords.__dataclass_fields__)))
    sources = [s for a in attributions for s in a.source]
    cues = [s for a in attributions for s in a.cue]
    new_labels = [a for a in (*labels, *signed) if not overlapping(sources, a.source[0])]
    new_tolls = [a for a in tolls if not overlapping(cues, a.cue[0])]
    witnessed = find_witnessed(parse, attributions, _witness_words(lexicon))
    found = [*new_labels, *new_tolls, *witnessed, *find_impersonal(parse, attributions, _impersonal_words(lexicon))]
    known = [*attributions, *found]
    announced = find_announced(parse, known, lexicon.words("voices", "announces"))
    known, found = [*known, *announced], [*found, *announced]
    taken = [s for a in known for s in (*a.source, *a.cue, *a.content)]
    shapes = (*_figures(lexicon).read(parse), *_givers(lexicon).read(parse, mentions))
    shaped = [a for a in shapes if not any(overlapping(taken, s) for s in (*a.source, *a.content))]
    lines = find_lines(parse, [*known, *shaped], mentions, _line_words(lexicon))
    return [*found, *shaped, *lines, *find_unclaimed(parse, [*known, *shaped, *lines])]


@lru_cache(maxsize=4)
def _figures(lexicon: Lexicon) -> Figures:
    return Figures({**lexicon.table("voices", "figures"), "numbers": lexicon.table("quantities", "numbers")})


@lru_cache(maxsize=4)
def _givers(lexicon: Lexicon) -> Givers:
    words, figures = speaker_words(lexicon), lexicon.table("voices", "figures")
    speakers = (words.bodies | words.of_place | words.titles_of_body | {"prefect"}) - words.settled - words.area_nouns
    lists = {name: figures[name] for name in ("tells", "shows", "lists_of", "bounds")}
    return Givers({**lists, "numbers": lexicon.table("quantities", "numbers")}, speakers)


@lru_cache(maxsize=4)
def _line_words(lexicon: Lexicon) -> LineWords:
    words = speaker_words(lexicon)
    speakers = words.unnamed | words.bodies | words.titles_of_body | words.of_place
    return LineWords(
        speakers - words.papers - words.area_nouns,
        words.labels,
        frozenset(lexicon.table("attribution", "words")["labels"]),
    )


@lru_cache(maxsize=4)
def _back_words(lexicon: Lexicon) -> BackWords:
    """What tells that a sentence is about who told the one before."""
    return BackWords(lexicon.words("voices", "told_in"), lexicon.words("voices", "papers"))


@lru_cache(maxsize=4)
def _impersonal_words(lexicon: Lexicon) -> ImpersonalWords:
    def words(name: str) -> frozenset[str]:
        return lexicon.words("voices", name)

    offices = words("bodies") | words("papers") | words("unnamed") | words("filings")
    return ImpersonalWords(words("told_in"), offices, words("no_sources"))


@lru_cache(maxsize=4)
def _witness_words(lexicon: Lexicon) -> WitnessWords:
    def words(name: str) -> frozenset[str]:
        return lexicon.words("voices", name)

    people = words("unnamed") - words("papers")
    return WitnessWords(
        sees=words("sees"),
        eyes=words("eyes"),
        counts=words("counts"),
        counters=people | words("bodies") | words("ledgers"),
        quotes=words("quotes"),
        pushes=words("pushes"),
        tolls=words("tolls"),
        trades=tuple(sorted(words("trades"))),
        lifeless=words("lifeless"),
    )


def _place(attribution: Attribution) -> int:
    return (attribution.source or attribution.cue or attribution.content)[0].start


def _statement_id(document: Document, a: Attribution) -> str:
    return statement_id(document, a.manner, (*a.source, *a.cue, *a.content))


def _hear_all(
    told: Sequence[Attribution], register: Register, parse: Parse, mentions: Sequence[Mention], lexicon: Lexicon
) -> dict[int, _Heard]:
    """Resolve all, in the order in which their sources stand on the page.

    Somebody unnamed or private who told it to a house goes on telling it that house: "the source added". An official
    does so only where "he" goes on in the same paragraph.
    """
    heard: dict[int, _Heard] = {}
    just: tuple[int, tuple[str, ...], tuple[str, ...]] = (-1, (), ())  # paragraph, who told, which house
    last: tuple[tuple[Voice, Span | None], ...] = ()
    hearers: dict[tuple[str, int], tuple[str, ...]] = {}
    for i in sorted(range(len(told)), key=lambda i: (_place(told[i]), i)):
        a = told[i]
        voices = _voices(a, register, parse, mentions, lexicon, last, heard.get(-1 if a.parent is None else a.parent))
        last = voices or last
        relays = find_relays(a, parse, mentions, passing_words(lexicon))
        relays = relays or told_houses(a, parse, lexicon.words("voices", "nameless_houses"))
        if voices and voices[0][0].is_private:
            who = (voices[0][0].name, voices[0][0].introduced)
            around = heard[a.parent].names if a.parent in heard else ()
            hearers.setdefault(who, (*relays, *around))
            relays = relays or hearers[who]
        heard[i] = _Heard(voices, relays)
        paragraph = _paragraph(a, parse)
        if not relays and a.parent is None and just[:2] == (paragraph, heard[i].names) and _goes_on(a):
            heard[i] = replace(heard[i], relays=just[2])
        just = (paragraph, heard[i].names, heard[i].relays)
    return heard


def _paragraph(attribution: Attribution, parse: Parse) -> int:
    token = parse.at(_place(attribution))
    return parse.sentences[token.sentence].passage if token else -1


def _goes_on(attribution: Attribution) -> bool:
    """Whether only a pronoun says who speaks."""
    return bool(attribution.source) and attribution.source[0].exact.lower() in ("he", "she")


def _voices(
    attribution: Attribution,
    register: Register,
    parse: Parse,
    mentions: Sequence[Mention],
    lexicon: Lexicon,
    last: tuple[tuple[Voice, Span | None], ...],
    around: _Heard | None,
) -> tuple[tuple[Voice, Span | None], ...]:
    """The voices of one attribution with the words that name them; empty for hearsay without any source.

    `around` is what was heard of the attribution within which this one stands.
    """
    if attribution.source:
        if is_nobody(attribution, parse, mentions, lexicon):
            return ()
        words, is_label = speaker_words(lexicon), not attribution.cue or attribution.cue[0].exact.strip() == ":"
        speakers = read_speakers(parse, attribution.source, mentions, words, is_label=is_label)
        quoted = attribution.parent is not None or attribution.manner == "direct"
        nested = around is not None and not any(v.party and v.party.kind in CARRIERS for v, _ in around.voices)
        if len(last) > 1 and len(speakers) == 1 and speakers[0].pronoun == "many":
            return last
        found = [(register.hear(s, quoted, nested), s.span) for s in speakers]
        return tuple({voice.name: (voice, span) for voice, span in found}.values())
    if not attribution.cue:
        return last
    cue = attribution.cue[0]
    said = cue.exact.lower().split()
    heard = None if lexicon.words("voices", "hearsay").isdisjoint(said) else cue
    return ((Voice(UNNAMED + _by_nobody(said, lexicon), cue.start, "unnamed"), heard),)


def _by_nobody(cue: Sequence[str], lexicon: Lexicon) -> str:
    """What a cue without any source is called: "is believed" a belief, "reportedly" reports."""
    kinds = lexicon.table("voices", "nobodys")
    return next((kind for kind, words in kinds.items() if not set(words).isdisjoint(cue)), "reports")


def _chain(index: int, told: Sequence[Attribution], heard: dict[int, _Heard]) -> list[str]:
    """From the voice outwards: who passed this statement on, then the voice of the one it stands in, and so on."""
    passed, seen = list(heard[index].relays), {index}
    parent = told[index].parent
    while parent is not None and parent not in seen:
        seen.add(parent)
        if told[parent].source:  # "is expected to" passes nothing on
            passed += [*heard[parent].names, *heard[parent].relays]
        parent = told[parent].parent
    return [name for name in passed if name not in heard[index].names]


def _statement(
    document: Document, a: Attribution, heard: _Heard, passed: Sequence[str], own_id: str, parent: str | None
) -> Statement:
    first = heard.voices[0] if heard.voices else None
    several = len(heard.voices) > 1
    shown = joint_name([v.shown or v.name for v, _ in heard.voices]) if first else None
    return Statement(
        id=own_id,
        document=document.id,
        manner=a.manner,
        source=a.source,
        cue=a.cue,
        content=a.content,
        voice=shown,
        voice_span=first[1] if first else None,
        relays=tuple(r for r in passed if r not in heard.names),
        parent=parent,
        act=a.act,
        certainty=a.certainty,
        joint=tuple((voice.name, span) for voice, span in heard.voices if span is not None) if several else (),
        behind=first[0].name if first and not several and first[0].name != shown else None,
    )


def _marked(statement: Statement, outlet: str | None, catalogue: Catalogue) -> Statement:
    """The same, marked where the voice is nobody but the outlet.

    A monitor or an army that publishes a page remains a voice on it; a news house does not.
    """
    if statement.party is None or not same_house(statement.party, outlet, catalogue):
        return statement
    party = catalogue.lookup(statement.party)
    is_house = party is None or party.kind in ("agency", "media") or catalogue.lookup(outlet or "") != party
    return replace(statement, own=True) if is_house else statement
