"""Who has spoken on a page so far, and whom a pronoun means."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace

from counterclaim.model import Mention, Party
from counterclaim.parties import Catalogue
from counterclaim.syntax import Parse
from counterclaim.voicing.named import NamedParties, called, main_subjects
from counterclaim.voicing.persons import Persons, surnames
from counterclaim.voicing.speakers import Speaker, read_speakers
from counterclaim.voicing.voice import UNNAMED, Voice
from counterclaim.voicing.words import SpeakerWords

BRACKETS = re.compile(r"\s*\([^)]*\)")
ASSESSING = frozenset({"armed_forces", "coalition"})
HEAD_OF = re.compile(
    r"^(?P<head>[Mm]ayor|[Gg]overnor|[Pp]refect) of (?:the )?(?P<place>[A-Z].*)$"
)  # one voice, one name
NEAR = 3  # sentences within which "a spokesman" is that of the body before
Test = Callable[[Voice], bool]


@dataclass(kw_only=True)
class Heard:
    """The voices of one page in the order they are read, and its named parties and persons, spoken or not."""

    parse: Parse
    named: NamedParties
    words: SpeakerWords
    persons: Persons
    catalogue: Catalogue
    house: str | None = None
    voices: list[Voice] = field(default_factory=list)

    def _new(self, speaker: Speaker, name: str, kind: str, party: Party | None = None) -> Voice:
        at, nouns = speaker.span.start, speaker.nouns
        name = self._as_before(name)
        official = self.persons.is_official(speaker, name, party)
        shown = self.persons.reporter(speaker, party)
        return Voice(
            name, at, kind, party, speaker.person, speaker.head, nouns, speaker.many, at, official=official, shown=shown
        )

    def _as_before(self, name: str) -> str:
        """A head's name as the page gave it before: "X mayor", if that was it, for "Mayor of X"."""
        said = HEAD_OF.match(name)
        if said is None:
            return name
        head, place = (said["head"], said["place"]) if said["head"] else (said["title"], said["town"])
        forms = (f"{head.capitalize()} of {place}", f"{place} {head.lower()}")
        return next((v.name for v in self.voices if v.name in forms), name)

    def _through(self, speaker: Speaker, voice: Voice) -> Voice:
        """A body heard through somebody of its own."""
        return replace(
            voice, person=speaker.person, official=self.persons.is_official(speaker, voice.name, voice.party)
        )

    def _again(self, speaker: Speaker, voice: Voice) -> Voice:
        """The same voice heard again: what it was called before still points to it."""
        return replace(voice, at=speaker.span.start, nouns=voice.nouns | speaker.nouns)

    def _before(self, at: int) -> Iterator[Voice]:
        return (v for v in reversed(self.voices) if v.at < at)

    def _sentence_start(self, speaker: Speaker) -> int:
        token = self.parse.at(speaker.span.start)
        return self.parse.sentence_span(token.sentence).start if token else 0

    def _is_near(self, voice: Voice, before: Voice) -> bool:
        token, since = self.parse.at(voice.at), self.parse.at(before.at)
        return token is not None and since is not None and token.sentence - since.sentence <= NEAR

    def _by_pronoun(self, speaker: Speaker) -> Voice:
        return self._by_subject(speaker) or self._by_voices(speaker)

    def _by_subject(self, speaker: Speaker) -> Voice | None:
        """The party that the clause above is about, or the person that the sentence or the one before it is."""
        subject = self.named.subject_above(speaker.span.start) if speaker.pronoun == "thing" else None
        if subject:
            return self._new(speaker, called(subject), "body", subject.party)
        person = self._subject_person(speaker) if speaker.pronoun == "person" else None
        is_new = person is not None and not self._has_spoken(person, speaker.span.start)
        return self._introduced(speaker, person) if person is not None and is_new else None

    def _by_voices(self, speaker: Speaker) -> Voice:
        """The one before whom the pronoun fits."""
        at = speaker.span.start
        humans = self.words.unnamed - self.words.papers
        things = (self.words.papers | self.words.bodies | self.words.points_to.keys()) - (humans - self.words.bodies)
        anybody: Test = lambda _: True  # noqa: E731
        tests: dict[str, tuple[Test, ...]] = {
            "person": (lambda v: v.kind == "person" or (v.kind == "unnamed" and not v.many and v.head in humans),),
            "thing": (
                lambda v: (
                    v.head not in self.words.settled - self.words.bodies
                    and (v.kind == "body" or (v.kind == "unnamed" and v.head in things and not v.many))
                ),
            ),
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
        teller = self._teller(speaker) if speaker.pronoun == "thing" else None
        if teller:
            return teller
        nearest = [m for m in self.named.mentions if m.span.start < at][-1:]
        if nearest and speaker.pronoun in ("thing", "many"):
            return self._new(speaker, called(nearest[0]), "body", nearest[0].party)
        return self._new(speaker, UNNAMED + speaker.head, "unnamed")

    def _teller(self, speaker: Speaker) -> Voice | None:
        """The unlisted body of a sentence that ends in "it said": "The X Hospital took in nine, it said"."""
        token = self.parse.at(speaker.span.start)
        before = [t for t in self.parse.sentence_tokens(token.sentence) if t.index < token.index] if token else []
        subject = next((t for t in before if t.dep in ("nsubj", "nsubjpass")), None)
        if subject is None or subject.lower not in self.words.bodies:
            return None
        words = self.parse.span(self.parse.edges(subject.index)[0], subject.index + 1)
        known = next(iter(read_speakers(self.parse, (words,), (), self.words)), None)
        return self._new(speaker, known.name, "body") if known and known.proper else None

    def _subject_person(self, speaker: Speaker) -> Mention | None:
        """The person by name that the sentence, or the one before it, is about until the pronoun."""
        token = self.parse.at(speaker.span.start)
        if token is None:
            return None
        near = [t for s in (token.sentence - 1, token.sentence) if s >= 0 for t in self.parse.sentence_tokens(s)]
        subjects = main_subjects(self.parse, near)
        found = [m for m in self.persons.people if m.token in subjects and m.span.end < speaker.span.start]
        return found[-1] if found else None

    def _has_spoken(self, person: Mention, at: int) -> bool:
        """Whether a person has spoken before, or some other human being since he was named."""
        wanted = surnames(person.name)
        before = [v for v in self._before(at) if v.kind in ("person", "unnamed")]
        return any(v.at >= person.span.start or (v.person and wanted <= surnames(v.person)) for v in before)

    def _introduced(self, speaker: Speaker, mention: Mention) -> Voice:
        """Somebody named before, by the name alone."""
        return self._new(replace(speaker, person=mention.name), mention.name, "person", mention.party)

    def _of_house(self, speaker: Speaker, house: str) -> Voice:
        """The page's own outlet as a voice: "we"."""
        party = self.catalogue.lookup(BRACKETS.sub("", house))
        return self._new(speaker, party.name if party else house, "body", party)

    def _assessed(self, speaker: Speaker) -> Voice | None:
        """Whose "initial assessment" it is: of forces that publish the page, else of those it has just told of.

        Nobody else's assessment goes without saying whose it is.
        """
        words = speaker.name.lower().split()
        if speaker.head.removesuffix("s") != "assessment" or speaker.proper or len(words) > 2:
            return None
        house = self.catalogue.lookup(BRACKETS.sub("", self.house)) if self.house else None
        if self.house and house is not None and house.kind in ASSESSING:
            return self._of_house(speaker, self.house)
        sentence = self._sentence_start(speaker)
        subject = self.named.subject_before(sentence) if not speaker.many else None
        own = subject is not None and subject.party is not None and subject.party.kind in ASSESSING
        return self._new(speaker, called(subject), "body", subject.party) if subject and own else None

    def _issued(self, speaker: Speaker) -> Voice | None:
        """The voice behind a bare "a statement": the one heard in the same sentence, else the sentence's own party."""
        is_bare = speaker.head in self.words.papers and not (speaker.proper or speaker.pointing or speaker.many)
        is_any = speaker.span.exact.lower().partition(" ")[0] in self.words.several
        if not is_bare or is_any or len(speaker.name.split()) > 2:
            return None
        inside = self.parse.tokens[slice(*self.parse.within(speaker.span))]
        paper = next((t for t in inside if t.lower == speaker.head and t.dep in ("dobj", "pobj")), None)
        if paper is None:
            return None
        start = self._sentence_start(speaker)
        known = next((v for v in self._before(speaker.span.start) if v.at >= start and v.kind != "unnamed"), None)
        if known:
            return self._again(speaker, known)
        above = {t.lower for a in self.parse.ancestors(paper.index) for t in self.parse.children(a.index, "nsubj")}
        if self.house and "we" in above:
            return self._of_house(speaker, self.house)
        subject = self.named.subject_above(speaker.span.start)
        return self._new(speaker, called(subject), "body", subject.party) if subject else None
