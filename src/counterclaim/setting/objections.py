"""What speaks against a place's being where something happened, whatever it was."""

from __future__ import annotations

import re
from functools import cached_property

from counterclaim.model import Mention, Place
from counterclaim.setting.absences import Absences
from counterclaim.setting.carrying import Carrying
from counterclaim.setting.datelines import is_led, is_stamped
from counterclaim.setting.nearness import COUNTRY, PROVINCE, WATER, fineness
from counterclaim.setting.seats import Seats
from counterclaim.setting.spots import NEVER, PlaceWords
from counterclaim.setting.wards import Wards
from counterclaim.setting.ways import Ways
from counterclaim.syntax import SUBJECTS, UNDERGOING, Parse, Token

MARKS = 6  # characters of bullets and signs that may stand before a heading
SHORT = 3  # letters of an abbreviation
AT_HOME = 2.0  # against where those live who tell: "residents of Arven said"
ABSENT = 7.0  # against where somebody sits who only speaks
UNSURE = 4.0  # against an unknown name that nothing beside it makes a place
ON_THE_WAY = 1.0  # against the end of a road on which something happened
LABEL = 4.0  # against a place that stands over its line
WIDE = 1.6  # what speaks against a region beside a town
NAMING = frozenset({"compound", "nmod", "poss", "conj", "appos"})
MODIFIES = frozenset({"poss", "compound", "nmod", "amod", "npadvmod"})
DATELINE = re.compile(
    r"[^.:;\n]{0,40}?(?:\((?!\d)[^)\n]{2,40}\)|\s?[—–]\s|,\s?[A-Z]{2,12}\s?[-–—])"
    r"|(?:,\s[A-Z][\w ’'-]{1,30})?,?\s[A-Z][a-z]{2,8}\.?\s\d{1,2}\s?(?:\(|[-—–])"
)
OPENED = re.compile(
    r"[^.:;\n]{0,40}?(?:\s-\s|:\s)[\"“‘']?[A-Z][^\n]{60,}[.!?][\"”’')]*\s*(?:\n|$)"
)  # a paragraph, no headline
SIGNED = re.compile(r"(?m)^[A-Z][^\W\d_][^\n().:]{0,40}\(([A-Z][^()\n,]{1,30})\)\s?[—–-]")
HEAD = 1000  # characters in which a page says who wrote it
SECTION = re.compile(r"(?m)^[^\w\n]{0,6}([A-Z][A-Z’' -]{3,30})(?=[.–—:/]|\s-\s|$)")


class Objections:
    """Weighs the place mentions of one page. `told` are tokens of harm and attacks, `events` of attacks alone."""

    def __init__(self, parse: Parse, words: PlaceWords, told: frozenset[int], events: frozenset[int]) -> None:
        self.parse, self.words, self.told, self.events = parse, words, told, events
        self.carrying = Carrying(parse, words.carrying)
        self.wards, self.ways = Wards(parse, words, told, events), Ways(parse, words)
        self.absences = Absences(parse, words, told, events)
        self.seats = Seats(parse, words, told, events)

    def cost(self, m: Mention, place: Place) -> float:
        """The sum of what speaks against a mention, wherever on the page something happened; NEVER rules it out."""
        token = self._stood_for(self.parse.tokens[m.token])
        prep = self.preposition(token)
        large = place.precision == COUNTRY
        if self._is_label(m) and not self._is_dateline(m):
            return LABEL
        if self._is_excluded(m, place, prep) or (large and not self._is_country_placed(token, prep)):
            return NEVER
        cost = 1.5 if large else WIDE if fineness(place) >= PROVINCE else 0.0
        if token.dep in MODIFIES or token.dep in SUBJECTS:
            cost += 3.5 if large else 0.5
        if prep == "between" and self.ways.is_between(token):
            cost -= 0.5
        elif prep == "to" and self.ways.is_to(token):
            cost += ABSENT if self.ways.is_last(token) and self._is_uneventful(token) else ON_THE_WAY
        elif prep in self.words.locative or (prep == "to" and self.ways.is_door(token)):
            cost -= 0.5
        elif prep in self.words.elsewhere:
            cost += 3.5
        return cost + self._said_of(m, token, place)

    def _is_tellers(self, token: Token) -> bool:
        return self.seats.is_speakers(token) or self.seats.is_source(token)

    def _is_uneventful(self, token: Token) -> bool:
        """Whether a token's sentence tells of no attack."""
        sentence = self.parse.sentence(token.index)
        return self.events.isdisjoint(range(sentence.first, sentence.stop))

    def _said_of(self, m: Mention, token: Token, place: Place) -> float:
        """What what is said of a place speaks against it."""
        against = (
            (AT_HOME if self.seats.is_dwellers(token) else ABSENT, self._is_tellers(token)),
            (ABSENT, self.absences.is_one(token) or self.seats.is_meeting(token)),
            (3.5, self.seats.is_post(token)),
            (2.5, self._is_aside(m)),
            (3.0, place.ref is None and self._is_crossed(m)),
            (1.5, place.precision == WATER or self._is_origin(token)),  # rivers are crossed
            (2.0, self._is_outer(m)),
            (5.0, self.wards.struck and self.wards.is_one(m, token)),
            (4.0, self._is_shouted(m, token)),
            (UNSURE, place.ref is None and not (self._is_landed(m, token) or self._is_site(m))),
        )
        return sum(cost for cost, there in against if there)

    def _stood_for(self, token: Token) -> Token:
        """The noun that a name only names: "in the capital, Arven", "in a village called Arven"."""
        head = self.parse.head(token.index)
        if token.dep == "oprd" and head.dep == "acl" and head.lower in self.words.called:
            head, apart = self.parse.head(head.index), 1
        elif token.dep in ("appos", "npadvmod"):
            apart = 2 if self.parse.tokens[token.index - 1].text == "," else 1
            head = self.parse.tokens[max(0, token.index - apart)]
        else:
            return token
        return head if head.dep == "pobj" and (head.lower in self.words.sites or head.lower == "capital") else token

    def _is_excluded(self, m: Mention, place: Place, prep: str) -> bool:
        tokens = self.parse.tokens
        token = self._stood_for(tokens[m.token])
        after = [t.lower for t in tokens[m.stop : m.stop + 2]]
        if m.name.lower() in self.words.branches or self.carrying.is_brought(token):
            return True
        if m.name.lower() in self.words.sites or self._is_dateline(m) or self._is_event(m):
            return True
        if (token.pos in ("VERB", "AUX") and token.lower not in self.words.sites) or (
            place.ref is None and (self._is_shout(m) or not self._is_named(m))
        ):
            return True
        if self._is_attached(after) or self._is_kin(m, after) or self._is_others(m, token, place):
            return True
        if (
            m.party
            and not self.is_struck(token)
            and (token.dep in SUBJECTS or token.dep in ("dobj", "attr", "appos") or prep in self.words.elsewhere)
        ):
            return True
        opens = m.first == self.parse.sentence(m.first).first
        shouted = token.text.isupper() and len(token.text) > 3 and not prep and opens
        return shouted or (place.ref is None and (self._is_word(m) or m.span.exact in self._signed))

    def _is_others(self, m: Mention, token: Token, place: Place) -> bool:
        """Whether the name is that of who tells, is told or rules, or of a house where people were only cared for."""
        return (
            self._is_told(token)
            or self.seats.is_home(token)
            or self.seats.is_whence(token)
            or self.seats.is_bound(token)
            or self._is_rulers(token)
            or (place.ref is None and self._is_teller(m))
            or self.seats.is_audience(token)
            or (self.wards.is_one(m, token) and not self.wards.struck)
        )

    def is_brought(self, m: Mention) -> bool:
        """Whether people were only brought to the place of a mention, or are cared for there."""
        return self.carrying.is_brought(self._stood_for(self.parse.tokens[m.token]))

    def _is_shout(self, m: Mention) -> bool:
        """Whether a name is all in capitals, and none with a number in it, as of a camp or a milestone: "KM50"."""
        return m.span.exact.isupper() and not any(c.isdigit() for c in m.span.exact)

    def _is_word(self, m: Mention) -> bool:
        """Whether an unknown name is a plain word in capitals, or a paper's: "Retakes", "the Arven Times"."""
        last = self.parse.tokens[m.stop - 1]
        plain = m.stop - m.first == 1 and last.lower in self._small and last.lower not in self.words.sites
        return plain or last.lower in self.words.papers

    @cached_property
    def _signed(self) -> frozenset[str]:
        """The outlets that stand in brackets after the town from which a page's head is written."""
        return frozenset(SIGNED.findall(self.parse.text[:HEAD]))

    @cached_property
    def _small(self) -> frozenset[str]:
        """Words that the page writes small."""
        return frozenset(t.text for t in self.parse.tokens if t.text.islower())

    def is_struck(self, token: Token) -> bool:
        """Whether what a token names is attacked."""
        return token.dep in UNDERGOING and self._is_attack(self.parse.head(token.index))

    def _is_attack(self, verb: Token) -> bool:
        return verb.index in self.events or verb.lemma in self.words.stormed or verb.lemma in self.words.struck

    def _is_kin(self, m: Mention, after: list[str]) -> bool:
        """Whether a name is a family's: "the Arven clan", "the family of Arven"."""
        before = [t.lower for t in self.parse.tokens[max(0, m.first - 2) : m.first]]
        led = len(before) > 1 and before[1] == "of" and before[0] in self.words.kin
        return led or (bool(after) and after[0] in self.words.kin)

    def _is_told(self, token: Token) -> bool:
        """Whether something was told to what bears the name: "told Arven Street"."""
        return token.dep in ("dobj", "dative") and self.parse.head(token.index).lemma in ("tell", "inform")

    def _is_rulers(self, token: Token) -> bool:
        """Whether who rules is called after where they sit: "the Arven junta"."""
        return token.dep in MODIFIES and self.parse.head(token.index).lower in self.words.rulers

    def _is_teller(self, m: Mention) -> bool:
        """Whether what bears an unknown name says something itself: "the Arven Channel put the toll at seven"."""
        token = self.parse.tokens[m.token]
        return token.dep == "nsubj" and self.parse.head(token.index).lemma in self.words.reporting | self.words.telling

    def _is_landed(self, m: Mention, token: Token) -> bool:
        """Whether a preposition or what was done to it makes a place of an unknown name."""
        before = self.parse.tokens[m.first - 1] if m.first > self.parse.sentence(m.first).first else None
        if self.landing(token) in self.words.locative or (before is not None and before.lower in self.words.locative):
            return True
        whole = self._named_with(token)
        return whole.dep in UNDERGOING and self._is_attack(self.parse.head(whole.index))

    def _is_event(self, m: Mention) -> bool:
        """Whether words of the name are those of an event: "the Arven massacre", but not "the Arven gas field"."""
        tokens = self.parse.tokens
        last = tokens[m.stop - 1]
        return last.lower not in self.words.sites and not self.events.isdisjoint(range(m.first, m.stop))

    def _is_attached(self, after: list[str]) -> bool:
        """Whether the words after a name make an adjective of it: "Arven-based", but not "Arven, held by rebels"."""
        if not after:
            return False
        joined = after[0] in "-‑–" and after[-1] in self.words.attached
        return joined or (after[0] in self.words.attached and after[-1] != "by")

    def landing(self, token: Token) -> str:
        """The preposition before a name or before the noun that it stands with: "on the Arven and Tarn front lines"."""
        return self.preposition(self._named_with(token))

    def _named_with(self, token: Token) -> Token:
        """The noun that a name stands with, the name's own word where there is none."""
        for _ in range(4):
            if token.dep not in NAMING or token.head == token.index:
                break
            token = self.parse.head(token.index)
        return token

    def _is_named(self, m: Mention) -> bool:
        """Whether an unknown place has a name of its own: "the Arven district", not "the rebel-held district"."""
        return any(t.text[:1].isupper() for t in self.parse.tokens[m.first : m.stop])

    def _is_country_placed(self, token: Token, prep: str) -> bool:
        if token.dep == "poss" and token.head in self.told:  # its attack, not one on it
            return False
        if token.dep in UNDERGOING and token.head in self.events:
            return True
        head = self.parse.head(token.index)
        noun = self.parse.head(head.index)
        if head.lower == "of" and noun.lower in self.words.agents:
            return False
        if prep == "of":  # "the shelling of it"
            return noun.index in self.told
        return prep not in self.words.elsewhere and (bool(prep) or token.dep in ("poss", "compound", "nmod"))

    def _is_label(self, m: Mention) -> bool:
        """Whether the place stands over its paragraph: "Arven province: Shells struck", one of several "ARVEN – …"."""
        text = self.parse.text
        line = text[max(0, m.span.start - MARKS) : m.span.start].rpartition("\n")[2]
        if m.span.start > MARKS and len(line) == MARKS:
            return False
        if any(c.isalnum() for c in line):
            return False
        return text[m.span.end : m.span.end + 2].startswith(":") or (m.span.exact.isupper() and self._has_sections)

    @cached_property
    def _has_sections(self) -> bool:
        """Whether names in capitals head several parts of the page, so that none only says where it was written."""
        return len({found.strip(" -") for found in SECTION.findall(self.parse.text)}) > 1

    def _is_dateline(self, m: Mention) -> bool:
        """Whether the place only says where the page was written: "ARVEN, April 4 (TG) -", "ARVEN, Ostra: Ten ..."."""
        text = self.parse.text
        if is_stamped(text, m.span.start, m.span.end) or is_led(text, m.span.start, m.span.end):
            return True
        before = text[max(0, m.span.start - 40) : m.span.start].rpartition("\n")[2]
        led = before.strip(" ,").isupper()
        if before.strip() and not led:
            return False
        rest = text[m.span.end : m.span.end + 60].partition("\n")[0]
        if (led or m.span.exact.isupper()) and not self._has_sections and OPENED.match(text, m.span.end):
            return True
        return bool(DATELINE.match(rest)) and (m.span.exact.isupper() or "(" in rest[:40] or "-" in rest[:20])

    def preposition(self, token: Token) -> str:
        """The preposition before a place, through "the town of"; none after "north of", which names a neighbour."""
        for _ in range(4):
            head = self.parse.head(token.index)
            noun = self.parse.head(head.index)
            if token.dep != "pobj" or (head.lower == "of" and noun.lower in self.words.directions):
                return ""
            if head.lower != "of" or noun.dep != "pobj" or noun.index in self.told:
                return head.lower  # also after "by the shelling of"
            token = noun
        return ""

    def _is_site(self, m: Mention) -> bool:
        """Whether a noun beside the name makes a place of it."""
        near = self.parse.tokens[max(0, m.first - 2) : m.first] + self.parse.tokens[m.stop - 1 : m.stop + 1]
        return any(t.lower in self.words.sites for t in near)

    def _is_aside(self, m: Mention) -> bool:
        """Whether the place stands in brackets."""
        before = self.parse.tokens[self.parse.sentence(m.first).first : m.first]
        return sum(t.text == "(" for t in before) > sum(t.text == ")" for t in before)

    def _is_crossed(self, m: Mention) -> bool:
        """Whether an unlisted place is a river or a frontier: "across the Marrow"."""
        return [t.lower for t in self.parse.tokens[max(0, m.first - 2) : m.first]] == ["across", "the"]

    def _is_origin(self, token: Token) -> bool:
        """Whether a place is where people are at home: "nine natives of Arven"."""
        noun = self.parse.head(self.parse.head(token.index).index)
        if token.dep != "pobj":
            return False
        return noun.lemma.lower() in self.words.natives

    def _is_outer(self, m: Mention) -> bool:
        """Whether a town is named for what lies in it: "the Arven suburb of Old Marrow"."""
        after = [t.lower for t in self.parse.tokens[m.stop : m.stop + 2]]
        return len(after) > 1 and after[0] in self.words.sites and after[1] == "of"

    def _is_shouted(self, m: Mention, token: Token) -> bool:
        """Whether a name in capitals opens a report within a line: "Updated May 3 ARVEN Two people were killed"."""
        last = self.parse.tokens[m.stop - 1]
        if not token.text.isupper() or len(token.text) <= SHORT or self.preposition(token):
            return False
        beside = self.parse.tokens[max(0, m.first - 1) : m.first] + self.parse.tokens[last.index + 1 : last.index + 2]
        opened = beside[-1].text[:1].isupper() if beside else False
        return opened and not any(t.text.isupper() and len(t.text) > 1 for t in beside)
