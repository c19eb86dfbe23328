"""To whom "the …" points back among a page's voices and the parties that it names."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from counterclaim.identity import fold
from counterclaim.model import Mention
from counterclaim.voicing.heard import Test
from counterclaim.voicing.named import called
from counterclaim.voicing.nations import Nations
from counterclaim.voicing.pointing import is_office, is_told_apart, keeps_watch, kinds_meant, narrowed
from counterclaim.voicing.speakers import Speaker
from counterclaim.voicing.unlisted import goes_by, is_called
from counterclaim.voicing.voice import Voice
from counterclaim.voicing.watchers import KEEP_WATCH

SOMEBODYS = frozenset({"its", "their", "his", "her"})
AGED = re.compile(r"\d-year-old$")
FAR = 200  # mentions back among which a body without a listing is sought
ISSUED = 120  # characters behind a source within which its paper is named
JUST_HEARD = 3  # voices among which "the same source" is sought


def just_before(mentions: Sequence[Mention], at: int) -> Iterator[Mention]:
    """The mentions before an offset, the nearest first, as far as a page may point back; they come in page order."""
    stop = bisect_left(mentions, at, key=lambda m: m.span.start)
    return (mentions[n] for n in range(stop - 1, max(-1, stop - 1 - FAR), -1))


@dataclass(kw_only=True)
class Pointers(Nations):
    """The voices of one page, with those to whom a definite noun points."""

    def _pointed_back(self, speaker: Speaker) -> Voice | None:
        """The voice, or the named party, that "the …" points back to."""
        nations = self.states.named_in(speaker.span)
        tests = () if self._has_name(speaker) else self._tests(speaker)
        for test in tests:
            for voice in self._before(speaker.span.start):
                if test(voice) and self._is_of(voice, nations):
                    return self._again(speaker, voice)
        if is_told_apart(speaker, self.words, self.states) or self._has_name(speaker):
            return None
        kinds = kinds_meant(speaker, self.words)
        if nations:
            return None
        at = speaker.span.start
        party = self.named.having(at, speaker.head)
        strange = None if party else self._unlisted_having(at, speaker.head)
        if strange:
            return self._new(speaker, strange, "body")
        party = party or self.named.earlier(at, kinds - {"other"}) or self.named.earlier(at, kinds)
        if party is None and (kinds & KEEP_WATCH or kinds == {"rescue"}):
            party = self.named.after(at, kinds)
        return self._new(speaker, called(party), "body", party.party) if party else None

    def _unlisted_having(self, at: int, noun: str) -> str | None:
        """The nearest body before that no list knows and whose name ends in the noun: "Orla Defence Forces"."""
        for m in just_before(self.mentions, at):
            if m.kind == "organisation" and m.party is None and m.name.istitle():
                before = self.parse.tokens[m.first - 1].text if m.first and self.states.have(m.name) else ""
                name = f"{before} {m.name}".strip()
                if m.name.rpartition(" ")[2].lower() == noun and name.istitle() and not self.states.have(name):
                    return name if " " in name else None
        return None

    def _has_name(self, speaker: Speaker) -> bool:
        """Whether a word in capitals before a small noun tells one body from others: "the X hospital"."""
        inside = self.parse.tokens[slice(*self.parse.within(speaker.span))]
        noun = next((t.index for t in inside if t.lower == speaker.head and t.text.islower()), None)
        if noun is None or speaker.head not in self.words.bodies - self.words.points_to.keys():
            return False
        before = next((t for t in inside if t.index == noun - 1 and t.index > inside[0].index), None)
        if before is None or not before.text[:1].isupper() or before.entity in ("NORP", "GPE", "DATE"):
            return False
        return before.lower not in self.catalogue.demonyms and not self.catalogue.lookup(before.text)

    def _of_short_name(self, speaker: Speaker) -> Voice | None:
        """The unlisted body of which the page has told the short name, behind somebody's title: "XYZ spokesman"."""
        short = speaker.body or speaker.office or ""
        if speaker.party is not None or not short.isupper() or " " in short or short == speaker.name:
            return None
        before = (v for v in self._before(speaker.span.start) if v.kind != "unnamed" and v.party is None)
        known = next((v for v in before if goes_by(v.name, short, self.parse.text)), None)
        return replace(self._through(speaker, known), at=speaker.span.start) if known else None

    def _is_states(self, voice: Voice) -> bool:
        """Whether a voice of no kind in particular is a body that each state has, and no group: "the X police"."""
        other = voice.party is not None and voice.party.kind == "other"
        return other and self.states.have(voice.name.partition(" ")[2])

    def _is_meant(self, voice: Voice, speaker: Speaker) -> bool:
        """Whether a voice is of a kind that "the group" may mean, be it listed or not."""
        if voice.party is not None:
            return voice.party.kind in kinds_meant(speaker, self.words) and not self._is_states(voice)
        told = narrowed(speaker, self.words)
        return (not told or not told.isdisjoint(KEEP_WATCH)) and is_called(voice, speaker.head, self.words)

    def _issued_it(self, voice: Voice, speaker: Speaker) -> bool:
        """Whether somebody's paper was named with him: "X said in its bulletin" … "the bulletin said"."""
        if speaker.head not in self.words.papers or speaker.many:
            return False
        return f" its {speaker.head}" in self.parse.text[voice.at : voice.at + ISSUED]

    def _is_of_another(self, voice: Voice, speaker: Speaker) -> bool:
        """Whether two who bear one title bear it of different bodies: the police chief is not the army chief."""
        of_bodies = self.words.bodies | self.words.sorts | self.words.topics
        here, there = speaker.nouns & of_bodies - {speaker.head}, voice.nouns & of_bodies - {voice.head}
        titled = speaker.head == voice.head and speaker.head in self.words.titles_of_body
        return titled and bool(here) and bool(there) and here.isdisjoint(there)

    def _serves_and_is_civil(self, voice: Voice, noun: str) -> bool:
        """Whether somebody of a rank would be called by a calling of civil life: no colonel is "the nurse"."""
        ranks, civil = self.words.also_called["officer"], self.words.also_called["medic"] | self.words.private
        return noun in civil and not ranks.isdisjoint({voice.head, *voice.nouns})

    def _tests(self, speaker: Speaker) -> Iterator[Test]:
        head, kinds = speaker.head, kinds_meant(speaker, self.words)
        single = head.removesuffix("s")
        others = self.words.also_called.get(head, frozenset())
        same = "same" in fold(speaker.span.exact).split()[:2]
        sentence = self._sentence_start(speaker)

        def alike(voice: Voice) -> bool:
            if voice.kind == "unnamed":
                nouns = {voice.head.removesuffix("s"), *(n.removesuffix("s") for n in voice.nouns)}
                return single in nouns and not self._is_of_another(voice, speaker)
            other = voice.party is not None and voice.party.kind not in kinds and voice.head != head
            if kinds and other and (head == "government" or narrowed(speaker, self.words)):
                return False  # "the ministry of the government" is no government
            known = {w.removesuffix("s") for w in fold(voice.name).split()} | voice.nouns
            return not known.isdisjoint({single, head} | others) and not self._is_of_another(voice, speaker)

        if same:
            yield lambda voice: voice.kind != "unnamed" and head in self.words.bodies and alike(voice)
            just = list(islice((v for v in self._before(sentence)), JUST_HEARD))
            yield lambda voice: voice.kind == "unnamed" and voice in just
            yield lambda voice: voice.at < sentence
        yield lambda voice: self._issued_it(voice, speaker)
        yield alike
        if is_told_apart(speaker, self.words, self.states):
            return
        yield lambda voice: self._is_meant(voice, speaker)
        if kinds & KEEP_WATCH and not speaker.many:
            yield lambda voice: voice.kind == "body" and voice.party is None and keeps_watch(voice.name, self.words)
        if head in self.words.papers:
            yield lambda voice: voice.kind != "unnamed"
        if head == "source":
            yield lambda voice: voice.kind == "unnamed"
        heads_own = speaker.behind != "" or speaker.office is not None
        is_titled = head in self.words.titles | self.words.speaks_for | self.words.unnamed
        is_titled = is_titled or AGED.search(speaker.name) is not None
        is_somebodys = fold(speaker.span.exact).partition(" ")[0] in SOMEBODYS  # "its pastor" is no one heard before
        human = is_titled and not is_somebodys and not is_office(head, self.words, self.states) and not heads_own
        if human and not speaker.many and head not in self.words.papers and head not in self.words.points_to:
            yield lambda voice: voice.kind == "person" and not self._serves_and_is_civil(voice, head)
