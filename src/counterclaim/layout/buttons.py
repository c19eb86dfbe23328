"""Lines that a page puts around an article, told by how they are built rather than by what exactly they say.

Sites word their buttons in ever new ways, but build them alike: an order and the thing to press it for ("Download the
full report"), a row of names ("Facebook Twitter Email"), a price with its change, a telephone number with "Tel:".
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from counterclaim.layout.lines import EDGE, Line
from counterclaim.lexicon import Lexicon
from counterclaim.model import Role

ROW = 14  # words of a row of names at most: a longer one is read as text
LONGEST_NAME = 4  # words
CHANGE = re.compile(r"(?:^|\s|\()[+\-−▲▼]\s?\d+(?:[.,]\d+)?\s?%")
DEGREES = re.compile(r"(?:\S+ ){0,2}[+\-−]?\d{1,2}(?:\.\d)?\s?°\s?[CF]?(?: \S+){0,2}")
REACH = re.compile(
    r"(?:tele?phone|tel|phone|fax|e-?mail|mobile|mob|p\.?\s?o\.? box|hotline|whatsapp|t)\b\.?\s*[:(+\d]", re.I
)
PLACE = re.compile(r"\b(?:street|avenue|boulevard|road|square|floor|suite|building|quay|p\.?\s?o\.? box)\b", re.I)
PICTURED = re.compile(
    r"(?:photos?|images?|pictures?|illustrations?|photographs?)\s?(?:source|credits?|courtesy(?: of)?|by)?\s?[:,©]"
    r"\s?(?P<who>\S.*)",
    re.I,
)
WHO = re.compile(r"(?:[^\W\d_a-z][^\s]*|[A-Za-z.]+/\S+|and|for|via|by|of|the|/|\||-|–|,)(?:\s+|$)")
SIGNED_OFF = re.compile(r"[(\[]\s?[A-Z][\w.&/\-]*(?: [A-Z][\w.&/\-]*){0,2}\s?[)\]]")
COUNTED_OFF = re.compile(r"\[?\(?\d{1,3}\s?(?:/|of)\s?\d{1,3}\)?\]?")
FOR_YOU = re.compile(r"\b(?:for you$|you (?:may|might|will|should) )")
SIZE = re.compile(r"\b\d+(?:[.,]\d+)?\s?[KMkG]B\b")
MAIL = re.compile(r"(?:\S+ ){0,3}\S+@[\w\-]+\.[\w.]+")
WHOLE = (COUNTED_OFF, DEGREES, MAIL)
COUNTERS = re.compile(r"[\d.,]+\s?[KkM]|\d{1,3}[ -]min(?:ute)?s?(?: read)?")
BETWEEN = re.compile(r"[\s|·•›»>/,()\[\]:]+")
NEWS = re.compile(r"\b(?:said|told|says|killed|wounded|injured|dead|died|arrested)\b|[\"“”]")


@dataclass(frozen=True)
class Buttons:
    """The words that buttons, rows of names and headings of lists are built of."""

    orders: Mapping[str, Role]
    things: frozenset[str]
    names: Mapping[str, Role]
    firsts: tuple[str, ...]
    leads: tuple[str, ...]
    kinds: frozenset[str]
    notices: Sequence[tuple[str, Role]]

    @classmethod
    def of(cls, lexicon: Lexicon, lines: Mapping[str, Role]) -> Buttons:
        """Compile the tables of the theme "passages"; `lines` are its whole lines; DataError when one is missing."""
        table = lexicon.table("passages", "buttons")
        lists = lexicon.table("passages", "lists")
        orders = lexicon.table("passages", "orders")
        notices = lexicon.table("passages", "notices")
        names = dict.fromkeys((*table["sections"], *table["languages"]), Role.NAVIGATION)
        return cls(
            orders={word: Role(role) for role, words in orders.items() for word in words},
            things=frozenset(table["things"]),
            names={**names, **lines},
            firsts=tuple(lists["firsts"]),
            leads=tuple(lists["leads"]),
            kinds=frozenset(lists["kinds"]),
            notices=[(phrase, Role(role)) for role, phrases in notices.items() for phrase in phrases],
        )

    def role(self, line: Line) -> Role | None:
        """The role of a line that is built as the page's furniture is; None when it may be the article's."""
        if line.words > 80 or len(line.text) > 600:
            return None
        if line.text.startswith("^ "):  # an encyclopedia's reference
            return Role.RELATED
        return self._shape(line) or self._order(line) or self._row(line) or self._notice(line)

    def _shape(self, line: Line) -> Role | None:
        """Figures and addresses that nobody writes into an article as a line of their own."""
        text = line.text
        if line.words > 12:
            return None
        if any(shape.fullmatch(text) for shape in WHOLE) or REACH.match(text) or SIZE.search(text):
            return Role.NAVIGATION
        if COUNTERS.fullmatch(text.split(" · ")[0]):
            return Role.SOCIAL
        if CHANGE.search(text) and not line.is_stopped:
            return Role.NAVIGATION
        if not line.has_letters and any(unicodedata.category(c) == "So" for c in text) and any(map(str.isdigit, text)):
            return Role.SOCIAL
        return Role.CREDIT if SIGNED_OFF.fullmatch(text) or is_picture_credit(line) else None

    def _order(self, line: Line) -> Role | None:
        """An order and the thing it is about: "Share this page", "Download full report (PDF)"."""
        words = line.key.split()
        if not 2 <= len(words) <= 7 or ":" in line.text[:-1] or NEWS.search(line.text):
            return None
        role = self.orders.get(words[0])
        return role if role and any(w.strip("(),!?.…'") in self.things for w in words[1:]) else None

    def _row(self, line: Line) -> Role | None:
        """A row of names of networks, sections, languages or buttons with little or nothing else."""
        if not 2 <= line.words <= ROW or line.is_stopped:
            return None
        words = [w for w in BETWEEN.split(line.lower.strip(EDGE)) if w]
        found, other = self._named(words)
        named = found.total()
        if other == 0 and (named >= 3 or (named == 2 and set(found) == {Role.SOCIAL})):
            return found.most_common(1)[0][0]
        return Role.NAVIGATION if named >= 4 and named >= 3 * other else None

    def _named(self, words: Sequence[str]) -> tuple[Counter[Role], int]:
        """How many names of each role are in a row, and how many words are in none."""
        found: Counter[Role] = Counter()
        at = other = 0
        while at < len(words):
            for size in range(min(LONGEST_NAME, len(words) - at), 0, -1):
                role = self.names.get(" ".join(words[at : at + size]))
                if role:
                    found[role] += 1
                    break
            else:
                size = 1
                other += 1
            at += size
        return found, other

    def _notice(self, line: Line) -> Role | None:
        """What a site says of itself, its cookies, its licence and its rights."""
        if NEWS.search(line.text):
            return None
        return next((role for phrase, role in self.notices if phrase in line.lower), None)

    def heads_list(self, line: Line) -> bool:
        """Whether a line is built as the heading of a list of links: "Other statements", "More from the coast"."""
        words = line.key.split()
        if not 2 <= len(words) <= 6 or line.is_stopped:
            return False
        if line.key.startswith(self.leads) or FOR_YOU.search(line.key):
            return True
        return words[0] in self.firsts and words[-1].strip("'") in self.kinds and len(words) <= 4


def is_picture_credit(line: Line) -> bool:
    """Whether a line names who took a picture, and nothing that is in it."""
    found = PICTURED.fullmatch(line.text[:120]) if len(line.text) <= 120 else None
    if not found or line.words > 10 or line.is_stopped:
        return False
    who = found["who"]
    if "/" in who or "©" in who:
        return all(w[0].isupper() or not w[0].isalpha() or w in ("and", "via", "for", "of", "the") for w in who.split())
    parts = WHO.findall(who + " ")
    return sum(map(len, parts)) == len(who) + 1 and len(who.split()) <= 5


def is_address(line: Line) -> bool:
    """Whether a line is a postal address."""
    return (
        line.words <= 16 and not line.is_stopped and bool(PLACE.search(line.text)) and any(map(str.isdigit, line.text))
    )
