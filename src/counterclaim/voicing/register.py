"""Who has spoken on a page so far, and whom a pronoun, a surname or "the group" means."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from counterclaim.folding import key
from counterclaim.identity import fold, keys
from counterclaim.lexicon import Lexicon
from counterclaim.model import Mention, Party
from counterclaim.parties import Catalogue
from counterclaim.syntax import Parse
from counterclaim.voicing.bynames import Namer
from counterclaim.voicing.homelands import Homelands, names_of
from counterclaim.voicing.named import NamedParties, acts, called, plain_words
from counterclaim.voicing.persons import Persons, surnames
from counterclaim.voicing.pointing import is_office, is_told_apart, keeps_watch, kinds_meant, narrowed
from counterclaim.voicing.speakers import Speaker
from counterclaim.voicing.states import States
from counterclaim.voicing.voice import UNNAMED, Voice
from counterclaim.voicing.words import SpeakerWords, speaker_words

COUNTERS = ("monitor", "track", "observ", "watchdog", "document")  # of the dead: what an aid group is not
BRACKETS = re.compile(r"\s*\([^)]*\)")
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
    persons: Persons
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
        namer = Namer(parse, catalogue, words, states)
        persons = Persons.of(mentions, words)
        return cls(parse, NamedParties(parse, named), catalogue, words, states, namer, persons, house)

    def hear(self, speaker: Speaker, quoted: bool = False, nested: bool = False) -> Voice:
        """Resolve a speaker and remember the voice.

        `quoted` says that the words stand in somebody's statement, `nested` that this is nobody's who passes on news.
        """
        if speaker.pronoun == "self" and not quoted and self.house:
            party = self.catalogue.lookup(BRACKETS.sub("", self.house))
            return self._new(speaker, party.name if party else self.house, "body", party)
        voice = self._resolve(speaker)
        self.voices.append(replace(voice, nested=nested))
        return replace(voice, shown=self.persons.shown(speaker, voice, self.voices))

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
        led = (
            self._issued(speaker)
            or self._led(speaker)
            or self._owned(speaker)
            or self._for_the_last(speaker)
            or self._same_body(speaker)
        )
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
        before, _, forces = speaker.name.lower().rpartition(" ")
        behind = before if forces == "forces" else speaker.behind or (speaker.office or "").lower()
        if behind not in (self.words.bodies | self.words.points_to.keys()) - self.words.local:
            return None
        group = replace(speaker, head=behind, name=behind, pointing=True, behind="", person=None)
        known = self._pointed_back(group) or (self._watcher(group) if self._is_watching(behind) else None)
        return replace(self._through(speaker, known), kind="person", at=speaker.span.start) if known else None

    def _issued(self, speaker: Speaker) -> Voice | None:
        """The voice behind a bare "a statement": the one heard in the same sentence, else the sentence's own party."""
        if speaker.head not in self.words.papers or speaker.name != speaker.head or speaker.pointing or speaker.many:
            return None
        inside = self.parse.tokens[slice(*self.parse.within(speaker.span))]
        if not any(t.lower == speaker.head and t.dep in ("dobj", "pobj") for t in inside):
            return None
        start = self._sentence_start(speaker)
        known = next((v for v in self._before(speaker.span.start) if v.at >= start and v.kind != "unnamed"), None)
        if known:
            return self._again(speaker, known)
        subject = self.named.subject_above(speaker.span.start)
        return self._new(speaker, called(subject), "body", subject.party) if subject else None

    def _owned(self, speaker: Speaker) -> Voice | None:
        """The voice behind "its spokesman", "its health office": that of its owner; "his remarks" are his."""
        owner = speaker.span.exact.lower().partition(" ")[0]
        if owner in ("his", "her") and speaker.head in self.words.papers | self.words.utterances:
            return self._by_pronoun(replace(speaker, pronoun="person", head="he", nouns=frozenset()))
        if owner not in OWNERS or speaker.head not in self.words.titles_of_body | self.words.bodies | self.words.papers:
            return None
        it = replace(
            speaker, pronoun="thing" if owner == "its" else "many", head="it", many=owner == "their", nouns=frozenset()
        )
        known = self._by_pronoun(it)
        return self._through(speaker, known) if known.kind == "body" else None

    def _for_the_last(self, speaker: Speaker) -> Voice | None:
        """The voice behind a bare "spokesman": the body that spoke last, not long before."""
        if not any(n.startswith("spoke") for n in (speaker.head, *speaker.nouns)) or speaker.office or speaker.behind:
            return None
        if speaker.head.startswith("spoke") and speaker.name.lower() != speaker.head:
            return None
        known = self._by_pronoun(replace(speaker, pronoun="thing", head="it", nouns=frozenset()))
        token, since = self.parse.at(speaker.span.start), self.parse.at(known.introduced)
        is_near = token is not None and since is not None and token.sentence - since.sentence <= NEAR
        return self._through(speaker, known) if known.kind == "body" and is_near else None

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
        if fold(speaker.span.exact).partition(" ")[0] in self.words.several:
            return None
        kinds = ("monitor",) if any(n.startswith(COUNTERS) for n in speaker.nouns) else KEEP_WATCH
        at = speaker.span.start
        party = self.named.after(at, kinds) or self.named.earlier(at, kinds) or self.named.after(at, KEEP_WATCH)
        if party:
            return self._new(speaker, called(party), "body", party.party)
        return self._short_named(speaker, kinds)

    def _short_named(self, speaker: Speaker, kinds: Iterable[str]) -> Voice | None:
        """The one that the page calls by no more than a noun in capitals: "the Observatory"."""
        for t in self.parse.tokens:
            if t.text[:1].isupper() and self._is_watching(t.lower) and t.start > speaker.span.start:
                party = self.catalogue.lookup(t.text)
                if party is None or party.kind in kinds:
                    return self._new(speaker, party.name if party else t.text, "body", party)
        return None

    def _new(self, speaker: Speaker, name: str, kind: str, party: Party | None = None) -> Voice:
        at, nouns = speaker.span.start, speaker.nouns
        official = self.persons.is_official(speaker, name, party)
        shown = self.persons.reporter(speaker, party)
        return Voice(
            name, at, kind, party, speaker.person, speaker.head, nouns, speaker.many, at, official=official, shown=shown
        )

    def _through(self, speaker: Speaker, voice: Voice) -> Voice:
        """A body heard through somebody of its own."""
        return replace(
            voice, person=speaker.person, official=self.persons.is_official(speaker, voice.name, voice.party)
        )

    def _again(self, speaker: Speaker, voice: Voice) -> Voice:
        """The same voice heard again: what it was called before still points to it."""
        return replace(voice, at=speaker.span.start, nouns=voice.nouns | speaker.nouns)

    def _by_surname(self, speaker: Speaker) -> Voice | None:
        """Somebody introduced before with a fuller name: "Name Surname, head of X" … "Surname"."""
        wanted = surnames(speaker.person or speaker.name)
        if not wanted:
            return None
        for voice in reversed(self.voices):
            if voice.person and wanted <= surnames(voice.person):
                return self._again(speaker, voice)
        for m in self.persons.people:  # named before, though not as a speaker
            if m.span.start < speaker.span.start and wanted < surnames(m.name):
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
        if is_told_apart(speaker, self.words, self.states):
            return None
        kinds = kinds_meant(speaker, self.words)
        at = speaker.span.start
        party = self.named.having(at, speaker.head) or self.named.earlier(at, kinds)
        if party is None and kinds & KEEP_WATCH:
            party = self.named.after(at, kinds)
        return self._new(speaker, called(party), "body", party.party) if party else None

    def _tests(self, speaker: Speaker) -> Iterator[Test]:
        head, kinds = speaker.head, kinds_meant(speaker, self.words)
        single = head.removesuffix("s")
        others = self.words.also_called.get(head, frozenset())
        same = "same" in fold(speaker.span.exact).split()[:2]
        sentence = self._sentence_start(speaker)

        def alike(voice: Voice) -> bool:
            if voice.kind == "unnamed":
                return voice.head.removesuffix("s") == single or single in {n.removesuffix("s") for n in voice.nouns}
            if kinds and voice.party is not None and voice.party.kind not in kinds and narrowed(speaker, self.words):
                return False
            known = {w.removesuffix("s") for w in fold(voice.name).split()} | voice.nouns
            return not known.isdisjoint({single, head} | others)

        if same:
            yield lambda voice: voice.at < sentence
        yield alike
        if is_told_apart(speaker, self.words, self.states):
            return
        yield lambda voice: voice.party is not None and voice.party.kind in kinds
        if kinds & KEEP_WATCH and not speaker.many:
            yield lambda voice: voice.kind == "body" and voice.party is None and keeps_watch(voice.name, self.words)
        if head in self.words.papers:
            yield lambda voice: voice.kind != "unnamed"
        if head == "source":
            yield lambda voice: voice.kind == "unnamed"
        heads_own = speaker.behind != "" or speaker.office is not None
        is_titled = head in self.words.titles | self.words.speaks_for | self.words.unnamed
        human = is_titled and not is_office(head, self.words, self.states) and not heads_own
        if human and not speaker.many and head not in self.words.papers and head not in self.words.points_to:
            yield lambda voice: voice.kind == "person"

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
        people = [m for m in self.persons.people if m.span.start < at][-1:]
        if people and speaker.pronoun == "person":
            return self._new(replace(speaker, person=people[0].name), people[0].name, "person", people[0].party)
        nearest = [m for m in self.named.mentions if m.span.start < at][-1:]
        if nearest and speaker.pronoun in ("thing", "many"):
            return self._new(speaker, called(nearest[0]), "body", nearest[0].party)
        return self._new(speaker, UNNAMED + speaker.head, "unnamed")

    def _sentence_start(self, speaker: Speaker) -> int:
        token = self.parse.at(speaker.span.start)
        return self.parse.sentence_span(token.sentence).start if token else 0

    def _before(self, at: int) -> Iterator[Voice]:
        return (v for v in reversed(self.voices) if v.at < at)
