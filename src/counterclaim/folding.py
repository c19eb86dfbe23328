"""Names folded to keys, so that the spellings of one name meet: case, marks, articles, transliteration."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

APOSTROPHES = "'’‘ʼʻʿʾ`´ˈ"
POSSESSIVE = re.compile(rf"[{APOSTROPHES}]s\b", re.IGNORECASE)
DROPPED = str.maketrans("", "", APOSTROPHES + ".")
# Letters that Unicode does not decompose.
LETTERS = str.maketrans(
    {"ı": "i", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ə": "e"}
)
WORD = re.compile(r"[^\W_]+")
ARTICLE = re.compile(
    r"\b(?:(?:al|el|ul|il|as|ash|ar|an|at|ath|ad|adh|az|ed|ez|es|esh|et|en|er|ech)[-‐‑–]|(?:al|el)\s+|al(?=[A-Z]))(?=\w)",
    re.IGNORECASE,
)
SPELLINGS = (
    (re.compile(r"defense"), "defence"),
    (re.compile(r"\bcenter"), "centre"),
    (re.compile(r"(?<=[a-z])iz(?=ation|ations|ed\b|e\b|ing\b)"), "is"),
    (re.compile(r"\blabor\b"), "labour"),
    (re.compile(r"programme?\b"), "program"),
    (re.compile(r"\barmored\b"), "armoured"),
    (re.compile(r"\bco operation\b"), "cooperation"),
    (re.compile(r"\bco ordinat"), "coordinat"),
)
RESPELT = re.compile("|".join(pattern.pattern for pattern, _ in SPELLINGS))
DIGRAPHS = (
    ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("tch", "sh"), ("ch", "sh"), ("sh", "s"), ("zh", "z"),
    ("ph", "f"), ("ck", "k"), ("q", "k"), ("c", "k"), ("w", "u"), ("v", "f"),
)  # fmt: skip
THE = re.compile(r"\bthe ")
VOWELS = re.compile(r"[aeiouy]+")
DOUBLED = re.compile(r"(.)\1+")
# Share of letters in common. Of GeoNames' pairs of names with one skeleton it lets pass 96 of 100 that are one place's
# and 51 of 100 that are not: what is left to decide is namesakes' work.
LIKE = 0.6
ENDING = re.compile(r"(?<=\w)(?:a[ht]?|eh?)$")


@lru_cache(maxsize=65536)
def plain(name: str) -> str:
    """Lower case without marks, dots and apostrophes; hyphens and the like become blanks; a possessive is dropped."""
    name = POSSESSIVE.sub("", name).translate(DROPPED)
    if not name.isascii():
        decomposed = unicodedata.normalize("NFKD", name.lower().translate(LETTERS))
        name = "".join(c for c in decomposed if not unicodedata.combining(c))
    return " ".join(WORD.findall(name.lower()))


@lru_cache(maxsize=65536)
def key(name: str) -> str:
    """The `plain` name without "the" and Arabic articles, in one English spelling (British)."""
    folded = plain(ARTICLE.sub("", name))
    if RESPELT.search(folded):
        for pattern, replacement in SPELLINGS:
            folded = pattern.sub(replacement, folded)
    return THE.sub("", folded) or plain(name)


@lru_cache(maxsize=65536)
def skeleton(name: str) -> str:
    """What is left when every transliteration is let pass: consonants, with one sign for any run of vowels.

    "Khan Sheikhun", "Khan Shaykhoun" and "Han Seyhun" share it, and so do "Kharkiv" and "Kharkov".
    """
    return "".join(map(_bones, key(name).split()))


@lru_cache(maxsize=65536)
def _bones(word: str) -> str:
    word = ENDING.sub("a", word)
    for sounds, sign in DIGRAPHS:
        word = word.replace(sounds, sign)
    return DOUBLED.sub(r"\1", VOWELS.sub("a", word))


def alike(a: str, b: str) -> bool:
    """Whether two keys of one skeleton have so many letters in common that they may be spellings of one name."""
    a, b = a.replace(" ", ""), b.replace(" ", "")
    common = sum(min(a.count(c), b.count(c)) for c in set(a))
    return common >= LIKE * max(len(a), len(b))
