"""Who has spoken on a page so far, and whom a pronoun, a surname or "the group" means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from counterclaim.folding import key
from counterclaim.identity import fold
from counterclaim.lexicon import Lexicon
from counterclaim.model import Mention, Party
from counterclaim.parties import Catalogue
from counterclaim.syntax import Parse
from counterclaim.voicing.areas import Areas
from counterclaim.voicing.belongings import Belongings
from counterclaim.voicing.bynames import Namer
from counterclaim.voicing.homelands import Homelands, names_of
from counterclaim.voicing.named import NamedParties, acts, called, plain_words
from counterclaim.voicing.own import is_houses_own
from counterclaim.voicing.persons import Persons, surnames
from counterclaim.voicing.speakers import Speaker, read_speakers
from counterclaim.voicing.states import States
from counterclaim.voicing.unlisted import goes_by
from counterclaim.voicing.voice import UNNAMED, Voice
from counterclaim.voicing.words import speaker_words

SEAT = re.compile(
    r"\bin (?:the )?(?:[A-Z]\w+-(?:run|ruled|controlled|held) )?(?P<name>[A-Z]\w+)(?: Strip| City| territory)?$"
)
PLACED = re.compile(
    r"^(?:\w+ )+(?:authorities|forces|government|administration) in (?:the )?[A-Z]"
)  # others than those told of
OF_RULE = re.compile(r"^(?P<name>(?:\w+ )+[Mm]inistry) of the (?:government|administration)\b")  # of several in a land
GOVERNOR = f"{UNNAMED}governor"
OWNERS = frozenset({"its", "their"})
BESIDE = 8  # words around a name within which its office stands


@dataclass(kw_only=True)
class Register(Areas):
    """The voices of one page, and whom words mean besides those heard: what it names, and the bodies of its country."""

    namer: Namer

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
        return cls(
            parse=parse,
            named=NamedParties(parse, named),
            words=words,
            persons=persons,
            catalogue=catalogue,
            states=states,
            namer=namer,
            mentions=mentions,
            house=house,
        )

    def hear(self, speaker: Speaker, quoted: bool = False, nested: bool = False) -> Voice:
        """Resolve a speaker and remember the voice.

        `quoted` says that the words stand in somebody's statement, `nested` that this is nobody's who passes on news.
        """
        if self.house and not quoted and (speaker.pronoun == "self" or self._is_own(speaker, self.house)):
            return self._of_house(speaker, self.house)
        voice = self._resolve(speaker)
        voice = self._of_last_state(voice) or self._of_news_house(voice) or voice
        self.voices.append(replace(voice, nested=nested))
        return replace(voice, shown=self.persons.shown(speaker, voice, self.voices))

    def _is_own(self, speaker: Speaker, house: str) -> bool:
        return is_houses_own(speaker, house, self.parse, self.mentions, self.words, self.catalogue)

    def _resolve(self, speaker: Speaker) -> Voice:
        if speaker.pronoun:
            return self._by_pronoun(speaker)
        held = OF_RULE.match(speaker.name) if speaker.party is None else None
        if held:
            speaker = replace(speaker, name=held["name"], body=None, behind="")
        is_name = bool(speaker.person) or speaker.name[:1].isupper()
        unknown = speaker.party is None if speaker.body is not None else is_name  # a parser may take "X" for a body
        unknown = unknown or self._is_bare_name(speaker)
        known = self._by_surname(speaker) if unknown else self._arm(speaker) or self._mission(speaker)
        if known:
            return known
        body = self._for_the_coalition(speaker) or self._of_states_police(speaker) or self._of_an_area(speaker)
        body = body or self._of_short_name(speaker) or self._by_body(speaker)
        if body:
            return body
        led = self._mouthpiece(speaker) or self._in_the_role(speaker) or self._behind(speaker)
        led = led or self._just_described(speaker)
        if led is None and (speaker.person or self._heads_body(speaker)):
            led = self._of_titled_region(speaker) or self._new(speaker, *self.namer.office(speaker))
            led = (self._of_governor(speaker) if led.name == GOVERNOR else None) or led
        if led is not None:
            listed = self._listed(speaker) if led.party is None or led.party.kind == "state" else None
            return self._new(speaker, listed.name, "person", listed) if listed else led
        return (
            (self._rulers(speaker) if speaker.name.lower() in self.words.rulers else None)
            or (self._pointed_back(speaker) if self._may_point(speaker) else None)
            or self._named_later(speaker)
            or self._ministry(speaker)
            or self._watcher(speaker)
            or self._usual(speaker)
            or self._of_region(speaker)
            or self._new(speaker, *self.namer.name(speaker))
        )

    def _ministry(self, speaker: Speaker) -> Voice | None:
        """The ministry that the page names before, else further on, for "ministry" alone; its figures are its own."""
        said = [w.replace("ministrys", "ministry") for w in fold(speaker.span.exact).split()]
        papers = said[-1:] != ["ministry"] and said[-1] in self.words.papers if said else False
        if [w for w in said[: -1 if papers else None] if w != "the"] != ["ministry"]:
            return None
        at = speaker.span.start
        before = [t for t in self.parse.tokens if t.start < at and t.lower == "ministry" and t.index]
        held = (f"{self.parse.tokens[t.index - 1].lower} ministry" for t in reversed(before))
        noun = next((n for n in held if self.states.have(n)), None)
        party = self.states.body(noun, speaker.span) if noun else None
        named = None if party else self.named.after(at, ("ministry",))
        named = named or (None if party else self.named.earlier(at, ("ministry",)))
        party = party or (named.party if named else None)
        return self._new(speaker, party.name, "body", party) if party else None

    def _is_bare_name(self, speaker: Speaker) -> bool:
        """Whether nothing but a name is given of somebody whom a list knows: the page's own word of him goes before."""
        return speaker.person is not None and speaker.person == speaker.name

    def _mouthpiece(self, speaker: Speaker) -> Voice | None:
        """The body whose officer for the public speaks."""
        body = self.states.mouthpiece(speaker)
        party = body if isinstance(body, Party) else None
        return self._new(speaker, party.name if party else str(body), "person", party) if body else None

    def _in_the_role(self, speaker: Speaker) -> Voice | None:
        """One who has spoken by a title alone and is named now: "the X deputy governor" … "deputy governor Y Z"."""
        title = speaker.name.lower().removesuffix((speaker.person or "\0").lower()).strip()
        if speaker.person is None or " " not in title or speaker.office:
            return None
        before = (
            v for v in self._before(speaker.span.start) if v.person is None and v.name.lower().endswith(f" {title}")
        )
        known = next(before, None)
        return replace(self._again(speaker, known), person=speaker.person, kind="person") if known else None

    def _heads_body(self, speaker: Speaker) -> bool:
        """Whether the words name what somebody without a name heads: "the director of the X Hospital"."""
        last = (speaker.office or "").rpartition(" ")[2].lower()
        is_one = speaker.pointing or speaker.span.exact.startswith(speaker.head.capitalize())
        return is_one and last in self.words.bodies and " " in (speaker.office or "")

    def _by_body(self, speaker: Speaker) -> Voice | None:
        """The body that the words name, unless every state has one of that name."""
        whole = (None if speaker.person else self._whole(speaker)) or self._of_no_town(speaker)
        if whole:
            whole = self._of_state(replace(speaker, party=whole)) or whole  # each land's own: "the Red Crescent"
            return self._new(speaker, whole.name, "body", whole)
        led = self._led(speaker) if speaker.owner in self.words.points_to and speaker.party is None else None
        if led:
            return led
        owned = Belongings(self.states).read(speaker)
        if owned:
            return self._new(speaker, owned[0], "person" if speaker.person else "body", owned[1])
        if speaker.body is None or (speaker.party is None and self._is_of_any_state(speaker.body)):
            return None
        kind = "person" if speaker.person or speaker.head in self.words.titles_of_body else "body"
        owner = self._of_state(speaker) or speaker.party or self.namer.news_house(speaker.body)
        owner = owner or self.catalogue.lookup(speaker.body.rpartition(" of ")[2])
        owner = owner or self.catalogue.misspelt(speaker.body) or self.namer.local_rescue(speaker.body, speaker)
        return self._new(speaker, owner.name if owner else self.namer.in_full(speaker.body, speaker), kind, owner)

    def _listed(self, speaker: Speaker) -> Party | None:
        """The party for which the catalogue has somebody named in the words."""
        return next((m.party for m in self.persons.people if m.party and speaker.span.covers(m.span)), None)

    def _may_point(self, speaker: Speaker) -> bool:
        """Whether "the …" may mean one heard before: not so "the army" where the sentence opens with its state."""
        if not speaker.pointing or self.states.plain(speaker.name) or PLACED.search(speaker.name):
            return False
        return not (self.states.have(speaker.name) and self.states.opened(speaker.span))

    def _behind(self, speaker: Speaker) -> Voice | None:
        """The voice for which the speaker speaks, where words only point to it."""
        readings = (self._issued, self._assessed, self._led, self._owned, self._for_the_last, self._same_body)
        return next((voice for voice in (read(speaker) for read in readings) if voice), None)

    def _led(self, speaker: Speaker) -> Voice | None:
        """The voice behind "the head of the group": the voice of the group, where that is known."""
        if speaker.owner == "governor" and speaker.person is None:
            return self._of_governor(speaker)
        if speaker.name.lower() == f"coalition {speaker.head}" and not speaker.person:
            group = replace(speaker, head="coalition", name="coalition", pointing=True, nouns=frozenset())
            known = self._pointed_back(group) or self._usual(group)
            return replace(self._through(speaker, known), kind="person", at=speaker.span.start) if known else None
        house = self._states_house(speaker)
        if house is not None:
            return self._new(speaker, house.name, "body", house)
        before, _, forces = speaker.name.lower().rpartition(" ")
        behind = before if forces == "forces" else speaker.owner or speaker.behind or (speaker.office or "").lower()
        if behind not in (self.words.bodies | self.words.points_to.keys()) - self.words.local:
            return None
        group = replace(speaker, head=behind, name=behind, pointing=True, behind="", person=None)
        known = self._rulers(group) if behind in self.words.rulers else None
        known = known or self._pointed_back(group) or (self._watcher(group) if self._is_watching(behind) else None)
        known = known or self._rulers(group) or (self._usual(group) if behind == "coalition" else None)
        return replace(self._through(speaker, known), kind="person", at=speaker.span.start) if known else None

    def _owned(self, speaker: Speaker) -> Voice | None:
        """The voice behind "its spokesman", "its health office": that of its owner; "his remarks" are his."""
        owner = speaker.span.exact.lower().partition(" ")[0]
        if owner in ("his", "her") and speaker.head in self.words.papers | self.words.utterances:
            return self._by_pronoun(replace(speaker, pronoun="person", head="he", nouns=frozenset()))
        own = self.words.titles_of_body | self.words.bodies | self.words.papers | self.words.teams
        if owner not in OWNERS or speaker.head not in own:
            return None
        it = replace(
            speaker, pronoun="thing" if owner == "its" else "many", head="it", many=owner == "their", nouns=frozenset()
        )
        known = (self._teller(it) if owner == "its" else None) or self._by_pronoun(it)
        return self._through(speaker, known) if known.kind == "body" or known.head in self.words.bodies else None

    def _for_the_last(self, speaker: Speaker) -> Voice | None:
        """The voice behind a bare "spokesman": the body that spoke last, not long before."""
        if not any(n.startswith("spoke") for n in (speaker.head, *speaker.nouns)) or speaker.office or speaker.behind:
            return None
        if speaker.head.startswith("spoke") and speaker.name.lower() != speaker.head:
            return None
        spoken = (
            v
            for v in self._before(speaker.span.start)
            if v.kind == "person" and self.words.spokespeople & {v.head, *v.nouns}
        )
        again = next(spoken, None) if speaker.pointing and speaker.name.lower() == speaker.head else None
        if again:
            return self._again(speaker, again)
        known = self._by_pronoun(replace(speaker, pronoun="thing", head="it", nouns=frozenset()))
        is_near = self._is_near(replace(known, at=speaker.span.start), replace(known, at=known.introduced))
        return self._through(speaker, known) if known.kind == "body" and is_near else None

    def _same_body(self, speaker: Speaker) -> Voice | None:
        """What "the defence ministry" means: the one named before, else that of the state the page is about."""
        name = speaker.name.partition(" in ")[0]
        if " " not in name or not self.states.have(name):
            return None
        wanted = frozenset(key(name).split())
        place = SEAT.search(speaker.span.exact)
        seated = self.catalogue.lookup(f"{place['name']} {name}") if place else None
        if seated and not self.states.named_in(speaker.span):
            return self._new(speaker, seated.name, "body", seated)
        earlier = [m for m in self.named.mentions if m.span.start < speaker.span.start and wanted <= plain_words(m)]
        if earlier and not self.states.named_in(speaker.span) and not self.states.opened(speaker.span):
            return self._new(speaker, called(earlier[-1]), "body", earlier[-1].party)
        party = self.states.body(name, speaker.span)
        return self._new(speaker, party.name, "body", party) if party else None

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
                return self._introduced(speaker, m)
        for voice in reversed(self.voices):  # "the Institute", "RIC"
            if voice.kind == "body" and goes_by(voice.name, speaker.name, self.parse.text):
                return self._again(speaker, voice)
        return None

    def _introduced(self, speaker: Speaker, mention: Mention) -> Voice:
        """Somebody named before with an office, though not as a speaker: "the mayor, X, left the town"."""
        if mention.party is not None:
            return self._new(speaker, mention.party.name, "person", mention.party)
        first, last = self.parse.edges(mention.token)
        first, last = max(first, mention.first - BESIDE), min(last, mention.stop + BESIDE)
        words = self.parse.span(min(first, mention.first), max(last + 1, mention.stop))
        known = next(iter(read_speakers(self.parse, (words,), self.mentions, self.words)), None)
        if known is None or known.person is None or known.pronoun:
            return self._new(speaker, mention.name, "person")
        name, kind, party = (known.party.name, "person", known.party) if known.party else self.namer.office(known)
        voice = self._new(known, name, kind, party)
        return replace(voice, at=speaker.span.start, introduced=speaker.span.start)
