"""Who has spoken on a page so far, and whom a pronoun, a surname or "the group" means."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from counterclaim.folding import key
from counterclaim.identity import JOINERS, fold, keys
from counterclaim.lexicon import Lexicon
from counterclaim.model import Mention, Party
from counterclaim.parties import Catalogue
from counterclaim.syntax import Parse
from counterclaim.voicing.bynames import UNNAMED, Namer
from counterclaim.voicing.homelands import Homelands, names_of
from counterclaim.voicing.named import NamedParties, acts, called, plain_words
from counterclaim.voicing.speakers import Speaker
from counterclaim.voicing.states import States
from counterclaim.voicing.voice import Voice
from counterclaim.voicing.words import SpeakerWords, speaker_words

ARTICLES_OF_NAMES = frozenset(
    {"al", "el", "ar", "as", "an", "ash", "abu", "bin", "ibn", "de", "van", "der", "von", "ben"}
)
COUNTERS = ("monitor", "track", "observ", "watchdog", "document")  # of the dead: what an aid group is not
OWNERS = frozenset({"its", "their"})
KEEP_WATCH = frozenset({"monitor", "ngo"})
NEAR = 3  # sentences within which "a spokesman" is that of the body before
Test = Callable[[Voice], bool]


@dataclass
class Register:
    """The voices of one page in the order they are read, and its named parties, spoken or not."""

    parse: Parse
    named: NamedParties
    catalogue: Catalogue
    words: SpeakerWords
    states: States
    namer: Namer
    people: Sequence[Mention] = ()
    house: str | None = None
    voices: list[Voice] = field(default_factory=list)

    @classmethod
    def of(
        cls, parse: Parse, mentions: Sequence[Mention], catalogue: Catalogue, lexicon: Lexicon, house: str | None = None
    ) -> Register:
        """An empty register for one page, whose outlet is `house`."""
        named = [m for m in mentions if m.party is not None and (m.kind not in ("place", "people") or acts(parse, m))]
        words = speaker_words(lexicon)
        homelands = Homelands.of(parse, mentions, catalogue, words, house)
        nations = names_of(mentions, catalogue)
        states = States(parse, nations, named, homelands, catalogue, words)
        people = [m for m in mentions if m.kind == "person"]
        namer = Namer(parse, catalogue, words, states)
        return cls(parse, NamedParties(parse, named), catalogue, words, states, namer, people, house)

    def hear(self, speaker: Speaker, quoted: bool = False, nested: bool = False) -> Voice:
        """Resolve a speaker and remember the voice.

        `quoted` says that the words stand in somebody's statement, `nested` that this is nobody's who passes on news.
        """
        if speaker.pronoun == "self" and not quoted and self.house:
            return self._new(speaker, self.house, "body")
        voice = self._resolve(speaker)
        self.voices.append(replace(voice, nested=nested))
        return voice

    def _resolve(self, speaker: Speaker) -> Voice:
        if speaker.pronoun:
            return self._by_pronoun(speaker)
        if speaker.body is not None and (speaker.party is not None or not self.states.have(speaker.body)):
            kind = "person" if speaker.person or speaker.head in self.words.titles_of_body else "body"
            owner = (
                self._of_state(speaker) or speaker.party or self.catalogue.lookup(speaker.body.rpartition(" of ")[2])
            )
            return self._new(speaker, owner.name if owner else self.namer.in_full(speaker.body, speaker), kind, owner)
        known = self._by_surname(speaker) if speaker.person or speaker.name[:1].isupper() else None
        if known:
            return known
        led = self._led(speaker) or self._owned(speaker) or self._for_the_last(speaker) or self._same_body(speaker)
        if led:
            return led
        if speaker.person:
            return self._new(speaker, *self.namer.office(speaker))
        return (
            (self._pointed_back(speaker) if speaker.pointing and not self.states.plain(speaker.name) else None)
            or self._watcher(speaker)
            or self._new(speaker, *self.namer.name(speaker))
        )

    def _of_state(self, speaker: Speaker) -> Party | None:
        """The country's own for a body that each has under one name ("the Red Crescent"), or a minister's ministry."""
        is_state = speaker.party is not None and speaker.party.kind == "state"
        titled = self.states.office(speaker) if speaker.person and is_state else None
        if isinstance(titled, Party) and titled.kind == "ministry":
            return titled
        party = speaker.party
        if party is None or party.country or not self.states.have(party.name):
            return None
        return self.states.body(party.name, speaker.span)

    def _led(self, speaker: Speaker) -> Voice | None:
        """The voice behind "the head of the group": the voice of the group, where that is known."""
        behind = speaker.behind or (speaker.office or "").lower()
        if behind not in (self.words.bodies | self.words.points_to.keys()) - self.words.local:
            return None
        group = replace(speaker, head=behind, name=behind, pointing=True, behind="", person=None)
        known = self._pointed_back(group) or (self._watcher(group) if self._is_watching(behind) else None)
        return replace(known, kind="person", person=speaker.person, at=speaker.span.start) if known else None

    def _owned(self, speaker: Speaker) -> Voice | None:
        """The voice behind "its spokesman", "its health office": that of its owner."""
        owner = speaker.span.exact.lower().partition(" ")[0]
        if owner not in OWNERS or speaker.head not in self.words.titles_of_body | self.words.bodies | self.words.papers:
            return None
        it = replace(
            speaker, pronoun="thing" if owner == "its" else "many", head="it", many=owner == "their", nouns=frozenset()
        )
        known = self._by_pronoun(it)
        return replace(known, person=speaker.person) if known.kind == "body" else None

    def _for_the_last(self, speaker: Speaker) -> Voice | None:
        """The voice behind a bare "spokesman": the body that spoke last, not long before."""
        if not any(n.startswith("spoke") for n in (speaker.head, *speaker.nouns)) or speaker.office or speaker.behind:
            return None
        if speaker.head.startswith("spoke") and speaker.name.lower() != speaker.head:
            return None
        known = self._by_pronoun(replace(speaker, pronoun="thing", head="it", nouns=frozenset()))
        token, since = self.parse.at(speaker.span.start), self.parse.at(known.introduced)
        is_near = token is not None and since is not None and token.sentence - since.sentence <= NEAR
        return replace(known, person=speaker.person) if known.kind == "body" and is_near else None

    def _same_body(self, speaker: Speaker) -> Voice | None:
        """What "the defence ministry" means: the one named before, else that of the state the page is about."""
        name = speaker.name.partition(" in ")[0]
        if " " not in name or not self.states.have(name):
            return None
        wanted = frozenset(key(name).split())
        earlier = [m for m in self.named.mentions if m.span.start < speaker.span.start and wanted <= plain_words(m)]
        if earlier and not self.states.named_in(speaker.span):
            return self._new(speaker, called(earlier[-1]), "body", earlier[-1].party)
        party = self.states.body(name, speaker.span)
        return self._new(speaker, party.name, "body", party) if party else None

    def _is_watching(self, noun: str) -> bool:
        return bool(KEEP_WATCH & self.words.points_to.get(noun, frozenset()))

    def _watcher(self, speaker: Speaker) -> Voice | None:
        """What the page calls, further on or before, the one that is here "a monitor" or "an NGO"."""
        if not speaker.watching or (speaker.many and speaker.head != "monitors") or speaker.proper:
            return None
        kinds = ("monitor",) if any(n.startswith(COUNTERS) for n in speaker.nouns) else KEEP_WATCH
        at = speaker.span.start
        party = self.named.after(at, kinds) or self.named.earlier(at, kinds) or self.named.after(at, KEEP_WATCH)
        return self._new(speaker, called(party), "body", party.party) if party else None

    def _new(self, speaker: Speaker, name: str, kind: str, party: Party | None = None) -> Voice:
        at, nouns = speaker.span.start, speaker.nouns
        return Voice(name, at, kind, party, speaker.person, speaker.head, nouns, speaker.many, introduced=at)

    def _again(self, speaker: Speaker, voice: Voice) -> Voice:
        """The same voice heard again: what it was called before still points to it."""
        return replace(voice, at=speaker.span.start, nouns=voice.nouns | speaker.nouns)

    def _by_surname(self, speaker: Speaker) -> Voice | None:
        """Somebody introduced before with a fuller name: "Name Surname, head of X" … "Surname"."""
        wanted = _surnames(speaker.person or speaker.name)
        if not wanted:
            return None
        for voice in reversed(self.voices):
            if voice.person and wanted <= _surnames(voice.person):
                return self._again(speaker, voice)
        for m in self.people:  # named before, though not as a speaker
            if m.span.start < speaker.span.start and wanted < _surnames(m.name):
                return self._new(speaker, m.party.name if m.party else m.name, "person", m.party)
        form = key(speaker.name).replace(" ", "")
        for voice in reversed(self.voices):  # "the Institute", "RIC"
            if voice.kind == "body" and voice.party is None and form in keys(voice.name):
                return self._again(speaker, voice)
        return None

    def _pointed_back(self, speaker: Speaker) -> Voice | None:
        """The voice, or the named party, that "the …" points back to."""
        for test in self._tests(speaker):
            for voice in self._before(speaker.span.start):
                if test(voice):
                    return self._again(speaker, voice)
        if self._is_told_apart(speaker):
            return None
        kinds = self.words.points_to.get(speaker.head, frozenset())
        at = speaker.span.start
        party = self.named.having(at, speaker.head) or self.named.earlier(at, kinds)
        if party is None and kinds & KEEP_WATCH:
            party = self.named.after(at, kinds)
        return self._new(speaker, called(party), "body", party.party) if party else None

    def _tests(self, speaker: Speaker) -> Iterator[Test]:
        head, kinds = speaker.head, self.words.points_to.get(speaker.head, frozenset())
        single = head.removesuffix("s")
        same = "same" in fold(speaker.span.exact).split()[:2]
        sentence = self._sentence_start(speaker)

        def alike(voice: Voice) -> bool:
            if voice.kind == "unnamed":
                return voice.head.removesuffix("s") == single or single in {n.removesuffix("s") for n in voice.nouns}
            return single in {w.removesuffix("s") for w in fold(voice.name).split()} or head in voice.nouns

        if same:
            yield lambda voice: voice.at < sentence
        yield alike
        if self._is_told_apart(speaker):
            return
        yield lambda voice: voice.party is not None and voice.party.kind in kinds
        if kinds & KEEP_WATCH and not speaker.many:
            yield lambda voice: voice.kind == "body" and voice.party is None and self._keeps_watch(voice.name)
        if head in self.words.papers:
            yield lambda voice: voice.kind != "unnamed"
        if head == "source":
            yield lambda voice: voice.kind == "unnamed"
        heads_own = speaker.behind != "" or speaker.office is not None
        is_human = head in self.words.titles | self.words.speaks_for | self.words.unnamed and not self._is_office(head)
        human = is_human and not heads_own
        if human and not speaker.many and head not in self.words.papers and head not in self.words.points_to:
            yield lambda voice: voice.kind == "person"

    def _keeps_watch(self, name: str) -> bool:
        """Whether a body's own name says that it counts or records: "the X Register"."""
        return any(w.startswith(self.words.keeps) for w in name.lower().split())

    def _is_told_apart(self, speaker: Speaker) -> bool:
        """Whether a noun before the head says of what kind it is: "the emergency agency" is not any agency."""
        words = self.words
        kinds = words.kinds | words.house_words | words.papers | words.pointing | {speaker.head}
        if self.states.has_name(speaker):
            return True
        return not speaker.many and bool(speaker.nouns & set(speaker.name.lower().split()[:-1]) - kinds)

    def _is_office(self, noun: str) -> bool:
        """Whether a noun is that of a body, or of a state's or a place's one head, who is nobody but himself."""
        return noun in self.words.bodies | self.words.of_state | self.words.of_place or self.states.have(noun)

    def _by_pronoun(self, speaker: Speaker) -> Voice:
        at = speaker.span.start
        subject = self.named.subject_above(at) if speaker.pronoun == "thing" else None
        if subject:
            return self._new(speaker, called(subject), "body", subject.party)
        humans = self.words.unnamed - self.words.papers
        anybody: Test = lambda _: True  # noqa: E731
        tests: dict[str, tuple[Test, ...]] = {
            "person": (lambda v: v.kind == "person" or (v.kind == "unnamed" and not v.many and v.head in humans),),
            "thing": (lambda v: v.kind == "body" or (v.kind == "unnamed" and not (v.head in humans or v.many)),),
            "many": (lambda v: v.many, lambda v: v.kind == "body"),
            "self": (),
        }
        opening = self.named.subject_before(at) if speaker.pronoun == "thing" else None
        if opening and not any(v.at > opening.span.start and tests["thing"][0](v) for v in self._before(at)):
            return self._new(speaker, called(opening), "body", opening.party)
        for test in (*tests[speaker.pronoun], anybody):
            found = [v for v in self._before(at) if test(v)]
            if found:
                return self._again(speaker, next((v for v in found if not v.nested), found[0]))
        nearest = [m for m in self.named.mentions if m.span.start < at][-1:]
        if nearest and speaker.pronoun in ("thing", "many"):
            return self._new(speaker, called(nearest[0]), "body", nearest[0].party)
        return self._new(speaker, UNNAMED + speaker.head, "unnamed")

    def _sentence_start(self, speaker: Speaker) -> int:
        token = self.parse.at(speaker.span.start)
        return self.parse.sentence_span(token.sentence).start if token else 0

    def _before(self, at: int) -> Iterator[Voice]:
        return (v for v in reversed(self.voices) if v.at < at)


def _surnames(name: str) -> frozenset[str]:
    return frozenset(
        w for w in fold(name.replace("-", " ")).split() if w not in ARTICLES_OF_NAMES | JOINERS and len(w) > 1
    )
