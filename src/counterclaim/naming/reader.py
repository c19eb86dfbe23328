"""All names of a page in order: the catalogue's first, then places, then what the parser took for names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from counterclaim.folding import key
from counterclaim.gazetteer import Gazetteer
from counterclaim.model import MentionKind, Party
from counterclaim.naming.found import Found
from counterclaim.naming.joining import Joiner
from counterclaim.naming.neighbours import HYPHENS, MARKS
from counterclaim.naming.places import PlaceFinder
from counterclaim.naming.surroundings import PLACES, Surroundings
from counterclaim.parties import ADJECTIVE, NAME, PEOPLE, PERSON, SEAT, STATE, Catalogue, Entry
from counterclaim.syntax import Token

ENTITY_KINDS: dict[str, MentionKind] = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "people",
}  # fmt: skip
MODIFIERS = frozenset({"compound", "amod", "nmod"})
ARTICLES = frozenset({"al", "el"})
LINKS = frozenset({"and", "or", "of", "in", "for", "with", "by", "to", "from"})  # no name begins with them
CAPITAL = "capital"
DETERMINERS = frozenset({"the", "a", "an"})


class NameReader:
    """Reads one page's names, the longest at each token."""

    def __init__(self, around: Surroundings, catalogue: Catalogue, gazetteer: Gazetteer) -> None:
        self.around, self.catalogue, self.gazetteer = around, catalogue, gazetteer
        self.tokens, self.words = around.tokens, around.words
        self.places = PlaceFinder(around, gazetteer)
        self.surnames: dict[str, Entry] = {}
        self.parties: dict[int, Found | None] = {}

    def read(self) -> list[Found]:
        """Walk over the page twice, the second time knowing which names the first found to be places'.

        No two of the stretches found share a token.
        """
        first = [f for f in self._walk() if f.kind == "place" and not f.entry]
        self.places.trusted = frozenset(self.around.text(f.first, f.stop - bool(f.noun)) for f in first)
        self.places.placed.clear()
        return Joiner(self.around, self.gazetteer).join(list(self._walk()))

    def _walk(self) -> Iterator[Found]:
        i, free = 0, 0
        while i < len(self.tokens):
            found = None if self.tokens[i].lower in DETERMINERS else self._at(i)
            if found:
                if found.first < free:
                    found = replace(found, first=free)
                if found.kind == "place":
                    self.places.placed.update(range(found.first, found.stop))
                free = found.stop
                yield found
            i = found.stop if found else i + 1

    def _at(self, i: int) -> Found | None:
        found = self._longer(self._reaching(self._party(i)), self._armed_body(i))
        if found is None and self.tokens[i].entity not in ENTITY_KINDS and not self.around.opens(i):
            return None
        if found and found.kind == "people" and (capital := self._capital(found)):
            return capital
        if found is None or (found.kind == "people" and found.stop - i == 1):
            place = self.places.known(i)
            if place and (found is None or (place.sites[:1] and place.sites[0].exact and place.stop > found.stop)):
                return place
        if found is None and self._is_part(i):
            return None
        return found or self._entity(i) or self.places.unknown(i)

    def _capital(self, people: Found) -> Found | None:
        """The town that "in the Norrin capital" means, unless its name follows."""
        noun = self.around.after(people.stop)
        if noun is None or noun.lower != CAPITAL or people.entry is None or not self._is_in(people.first):
            return None
        following, country = self.around.after(noun.index + 1), people.entry.party.country
        if country is None or (following is not None and following.pos == "PROPN"):
            return None
        seats = (name for name, known in self.catalogue.entries.items() for e in known if _is_seat(e, country))
        sites = [s for name in seats for s in self.gazetteer.sites(name, variants=False) if s.place.country == country]
        sites = [s for s in sites if s.kind == "town"]
        return Found(people.first, noun.index + 1, "place", None, tuple(sites), CAPITAL) if sites else None

    def _is_in(self, i: int) -> bool:
        return [t.lower for t in self.around.nearby(i - 2, i)] == ["in", "the"]

    def _reaching(self, found: Found | None) -> Found | None:
        """A party to the end of the longer name of its own that begins within: "so-called Marsh Army in Norrin"."""
        if found is None or found.kind != "party" or found.entry is None:
            return found
        inner = (self._party(i) for i in range(found.first + 1, found.stop))
        longer = [f for f in inner if f and f.stop > found.stop and f.entry and f.entry.party == found.entry.party]
        return replace(found, stop=longer[0].stop, cut=longer[0].cut) if longer else found

    @staticmethod
    def _longer(known: Found | None, armed: Found | None) -> Found | None:
        return armed if armed and (known is None or armed.stop > known.stop) else known

    def _armed_body(self, i: int) -> Found | None:
        """A name in capitals that ends in a word for an armed body, a party of that name: "Marsh Liberation Army"."""
        if not self._is_name(i):
            return None
        stop = i + 1
        while self._is_name(stop) and self.around.together(stop - 1):
            stop += 1
        while stop > i + 1 and self.tokens[stop - 1].lower not in self.words.armed_bodies:
            stop -= 1
        own = [t for t in self.tokens[i : stop - 1] if t.lower not in self.words.plain_bodies]
        if stop < i + 2 or not own or any(t.lower in self.catalogue.demonyms for t in own):
            return None
        previous = self.around.before(i)
        named = previous is not None and previous.lower in DETERMINERS
        if len(own) == 1 and not named and self.gazetteer.lookup(own[0].text):
            return None  # "in Norrin Army …", where a page lost its commas
        return Found(i, stop, "organisation", Entry(Party(self.around.text(i, stop), "armed_group")))

    def _is_name(self, i: int) -> bool:
        if i >= len(self.tokens):
            return False
        token = self.tokens[i]
        return token.pos == "PROPN" and token.text[:1].isupper() and not token.text.isupper()

    def _is_part(self, i: int) -> bool:
        """Whether the word is only a part of what follows ("Eastern Velk", "Area of Velk")."""
        following, word = self.around.after(i + 1), self.tokens[i].lower
        if following is None:
            return False
        if following.lower == "of":
            return word in self.words.heads or self.words.precision(word) is not None
        return word in self.words.parts and self.around.opens(following.index)

    # parties and outlets

    def _party(self, i: int) -> Found | None:
        """A name of the catalogue that begins at token `i`."""
        if i not in self.parties:
            self.parties[i] = self._read_party(i)
        return self.parties[i]

    def _read_party(self, i: int) -> Found | None:
        bare = self.tokens[i].lower in ARTICLES and self.around.together(i)
        word = key(self.tokens[i + 2 if self.around.article(i) else i + bare].text).partition(" ")[0]
        longest = self.catalogue.words.get(word, 0) or self.catalogue.words.get(word.removesuffix("s"), 0)
        if not longest:
            return None
        for stop in self.around.stops(i, longest):
            text = self.around.text(i, stop)
            for cut in (0, 1) if text.endswith("s") else (0,):
                entry = self._entry(text[: len(text) - cut], cut)
                if entry and self._fits(i, stop, text, entry):
                    return self._as_party(Found(i, stop, "party", entry, cut=cut), entry)
        return None

    def _entry(self, text: str, cut: int) -> Entry | None:
        """What the words stand for; with `cut` the name behind a possessive that lost its apostrophe ("Syrias")."""
        entry = self.catalogue.entry(text) if text else None
        return None if cut and entry and self._is_uncut(text, entry) else entry

    def _is_uncut(self, text: str, entry: Entry) -> bool:
        """Whether an "s" after the name is more likely a plural, or a part of another word."""
        if entry.how == ADJECTIVE or (entry.exact and len(text) < 3):
            return True
        return key(text) in self.words.weak or entry.party.name.startswith("The ")

    def _fits(self, i: int, stop: int, text: str, entry: Entry) -> bool:
        if not any(c.isupper() for c in text):
            return text in entry.party.aliases or text == entry.party.name
        if text[0].islower() and not self.around.article(i) and stop - i < 3:
            return False
        if entry.party.kind in ("agency", "media") and (self.around.headed(i) or self._is_sited(stop)):
            return False
        if " " not in key(text) and not self._alone_fits(i, stop, text, entry):
            return False
        if not self._is_written_so(i, text, entry):
            return False
        return key(text) not in self.words.weak or self._weak_fits(i, stop, text, entry)

    def _is_written_so(self, i: int, text: str, entry: Entry) -> bool:
        """Whether small words and capitals are the name's: keys leave "the" and case out ("in Norrin the army")."""
        names = (entry.party.name, *entry.party.aliases)
        if " the " in text and " of the " not in text and not any(" the " in name for name in names):
            return False
        small = any(len(w) > 3 and w.islower() and w not in self.words.speaks for w in text.split())
        if (
            small
            and entry.party.kind in ("agency", "media")
            and not any(text.lower() == name.lower() for name in names)
        ):
            return False
        adjective = text.partition(" ")[0].lower() in self.catalogue.demonyms and " " in text
        return not (adjective and self.around.hyphened(i))

    def _is_sited(self, stop: int) -> bool:
        """Whether a noun for places follows, no house's: "the Norda area", but not "the Norda office"."""
        noun = self.around.after(stop)
        return noun is not None and noun.text in self.words.inner | self.words.wide

    def _weak_fits(self, i: int, stop: int, text: str, entry: Entry) -> bool:
        """Whether a name that is also a plain word stands as a name."""
        if text.isupper() and not self.around.shouted(i):
            return True
        previous = self.around.before(i)
        if entry.party.name.startswith("The ") and (previous is None or previous.text != "The"):
            return False
        groups = entry.party.kind not in ("agency", "media")
        return self.around.speaks(i, stop, groups=groups) and not self.around.named_kind(i)

    def _alone_fits(self, i: int, stop: int, text: str, entry: Entry) -> bool:
        """Whether a name of one word is not a part of a person's, nor a word in a line of capitals."""
        if entry.how in (STATE, SEAT) and self.around.aged(i, stop):
            return False
        if entry.how == NAME and key(text) not in self.words.weak:
            in_person = False
        else:
            in_person = self.around.inside(i, stop, "PERSON")
        if in_person or (text in self.around.persons and entry.how != NAME and not self.around.locative(i)):
            return entry.how in (ADJECTIVE, PEOPLE) or (entry.how == PERSON and not in_person)
        return not (text.isupper() and text.lower() in self.words.plain and self.around.shouted(i))

    def _as_party(self, found: Found, entry: Entry) -> Found:
        if entry.how in (STATE, SEAT):
            return self._as_state(found, entry)
        if entry.how in (ADJECTIVE, PEOPLE):
            return replace(found, kind="people")
        if entry.how == PERSON:
            self.surnames.setdefault(self.tokens[found.stop - 1].text, entry)
            return replace(found, kind="person")
        return replace(found, kind="outlet") if entry.party.kind in ("agency", "media") else found

    def _as_state(self, found: Found, entry: Entry) -> Found:
        """A state, by its name or its capital: as a place, or before a noun, as the adjective that some names are."""
        text = self.around.text(found.first, found.stop)
        text = text[: len(text) - found.cut]
        adjective = text.lower() in self.catalogue.demonyms and self._modifies(self.tokens[found.stop - 1])
        if adjective or self.around.manner_after(found.stop):
            return replace(found, kind="people")
        sites = self.gazetteer.country(entry.party.country)
        if entry.how == SEAT:
            sites = self.gazetteer.sites(text, variants=False)
            sites = sorted(sites, key=lambda s: (s.place.country != entry.party.country, s.kind != "town"))
        return self.places.grown(replace(found, kind="place", sites=tuple(sites)))

    def _modifies(self, t: Token) -> bool:
        return t.dep in MODIFIERS and t.head > t.index and self.tokens[t.head].pos in ("NOUN", "PROPN")

    # what the parser found

    def _entity(self, i: int) -> Found | None:
        """The statistical entity that begins at token `i`, or what is left of it."""
        t = self.tokens[i]
        kind = ENTITY_KINDS.get(t.entity)
        if kind is None or not t.text[0].isalnum() or t.lower in LINKS:
            return None
        if place := self.places.unknown(i):
            return place
        stop = self._entity_stop(i)
        if kind == "people" and self._is_camp(i, stop):
            return self.places.grown(Found(i, stop, "place"))
        if kind == "place" and self.around.manner_after(stop):
            return None
        if kind == "place":
            return self.places.grown(Found(i, stop, kind)) if self._names_place(i, stop) else None
        alone = kind == "person" and " " not in key(self.around.text(i, stop))
        surname = self.surnames.get(self.tokens[stop - 1].text) if alone else None
        return Found(i, stop, kind, surname)

    def _is_camp(self, i: int, stop: int) -> bool:
        """Whether what the parser took for a people, of two words or more, names the village or camp that follows."""
        noun = self.around.kind_after(stop)
        words = self.tokens[i:stop]
        return (
            stop > i + 1
            and noun is not None
            and noun.text in self.words.inner
            and all(t.text in HYPHENS or t.text[:1].isupper() for t in words)
            and not any(t.lower in self.catalogue.demonyms for t in words)
        )

    def _is_body(self, i: int) -> bool:
        """Whether a party or outlet of the catalogue begins here: an entity that runs into one stops before it."""
        found = self._party(i)
        return found is not None and found.kind in ("party", "outlet")

    def _names_place(self, i: int, stop: int) -> bool:
        """Whether what the parser took for a place, and the gazetteer does not know, is one."""
        first, last, around = self.tokens[i], self.tokens[stop - 1], self.around
        if not first.text[0].isupper() or first.lower in self.words.ambiguous or last.pos == "VERB":
            return False
        if any(t.text in around.persons or t.lower.rstrip(".") in self.words.titles for t in self.tokens[i:stop]):
            return False
        if last.lower in around.common or self.words.precision(last.lower) or last.lower in self.words.heads:
            return False
        if around.aged(i, stop) or (stop - i == 1 and around.street(i)):
            return False
        return stop - i > 1 or self.places.is_there(i, stop) or around.attacked(i)

    def _is_left_over(self, token: Token) -> bool:
        """Whether the last word of an entity is no part of a name: a mark, or "of" before another one's name."""
        if token.text in MARKS or not token.text[0].isalnum() or token.pos in ("ADP", "DET", "CCONJ"):
            return True
        return token.text.islower() and token.pos == "NOUN" and token.entity in PLACES and not self._is_kind(token)

    def _is_kind(self, token: Token) -> bool:
        return bool(self.words.precision(token.lower)) or token.lower in self.words.heads

    def _entity_stop(self, i: int) -> int:
        stop = i + 1
        while self.around.together(stop - 1) and self.tokens[stop].entity == self.tokens[i].entity:
            if self.tokens[stop].entity_first or self.tokens[stop].text == "/" or self._is_body(stop):
                break
            stop += 1
        while stop - i > 1 and self._is_left_over(self.tokens[stop - 1]):
            stop -= 1
        return stop


def _is_seat(entry: Entry, country: str) -> bool:
    return entry.how == SEAT and entry.party.country == country
