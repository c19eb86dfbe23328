"""Whether two names are one name: for telling an outlet's own voice from that of another.

Pages name their outlet as they please ("ABC", "abc.example", "ABC News", "Alpha Beta Channel (ABC)"), so names are
compared folded, without the words that only say what kind of house it is, and by their initials.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from counterclaim.model import Party
from counterclaim.parties import Catalogue

HOUSE = frozenset(
    {"the", "a", "an", "of", "for", "and", "news", "agency", "tv", "television", "channel", "online", "english"}
    | {"official", "com", "net", "org", "www", "press", "service", "world", "website"}
)
JOINERS = frozenset({"the", "a", "an", "of", "for", "and"})
PARENTHESIS = re.compile(r"\(([^()]*)\)")
HANDLE = re.compile(r"(?:official|news|english|tv|online|\.(?:com|net|org))$|^@|^www\.", re.IGNORECASE)
WORD = re.compile(r"[a-z0-9]+")
SHORTEST = 3  # letters that initials need before they name anything


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """A name in plain lower-case letters and figures, words parted by one blank, leading article and 's' dropped."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    words = WORD.findall(plain.replace("'", ""))
    while words and words[0] in ("the", "a", "an"):
        words = words[1:]
    return " ".join(words)


@lru_cache(maxsize=4096)
def keys(name: str) -> frozenset[str]:
    """The forms by which a name is known: whole, without house words, its initials, and what stands in brackets."""
    found: set[str] = set()
    for part in (PARENTHESIS.sub(" ", name), *PARENTHESIS.findall(name)):
        words = fold(part).split()
        found.add("".join(words))
        found.add("".join(w for w in words if w not in HOUSE))
        initials = "".join(w[0] for w in words if w not in JOINERS)
        if len(initials) >= SHORTEST:
            found.add(initials)
    return frozenset(k for k in found if len(k) > 1)


def same_name(one: str | None, other: str | None) -> bool:
    """Whether two names are forms of one name; unknown names are never the same."""
    return bool(one and other) and not keys(one or "").isdisjoint(keys(other or ""))


def same_house(name: str | None, outlet: str | None, catalogue: Catalogue) -> bool:
    """Whether a voice is the page's own outlet, by name or as one party of the catalogue."""
    if not name or not outlet:
        return False
    if same_name(name, outlet) or same_name(name, HANDLE.sub("", outlet)):
        return True
    if " " not in name and name[:1].isupper() and len(name) >= SHORTEST and fold(outlet).split()[-1:] == [fold(name)]:
        return True  # "told the Post" on a page of the X Post
    known = catalogue.lookup(name)
    one = known.name if known else name
    return any(one == party.name or same_name(one, party.name) for party in _parties(outlet, catalogue))


def _parties(outlet: str, catalogue: Catalogue) -> list[Party]:
    """The parties that an outlet's name or account may stand for."""
    bare = HANDLE.sub("", outlet)
    forms = (outlet, PARENTHESIS.sub("", outlet).strip(), bare, bare.upper())
    return [party for form in forms if form and (party := catalogue.lookup(form))]
