"""In which language a page is: only English is read.

The text decides, for what pages say of themselves is often a template's default. Short pages are the exception: there
is too little to go by, so that they are taken as what they come with, else as English. Most English pages are known
by their function words, without loading the identifier (py3langid).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from counterclaim.errors import PageError
from counterclaim.lexicon import load_lexicon

THEME = "language"
SHORT = 20
"""Fewer words than this are too few to tell a language by."""
SAMPLE = 20_000
"""Characters that are looked at: the longest pages are not in two languages by halves."""
ENGLISH_SHARE = 0.15
"""Share of function words above which a text is English: 98 in 100 news pages lie above, other languages below 0.07."""
SOME_ENGLISH = 0.1
"""Where the identifier says otherwise, the share above which a text still counts as English full of foreign names."""
WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str, given: str | None = None, declared: str | None = None) -> str | None:
    """The ISO 639 code of the text's language, None when nothing tells (a short text that comes with no language).

    `given` came with the page, `declared` stands on it ("en", "en-GB", "en_US"). Short texts are in the language that
    they come with; a longer one is read as English where it was given as such. A text in another script than the Latin
    is never English.
    """
    sample = text[:SAMPLE]
    words = WORD.findall(sample)
    if not _is_latin(words):
        return _identify(sample)
    if len(words) < SHORT:
        return _base(given) or _base(declared)
    if is_english(given):
        return "en"
    share = _english_share(words)
    if share >= ENGLISH_SHARE:
        return "en"
    found = _identify(sample)
    return "en" if share >= SOME_ENGLISH else found


def language_name(code: str) -> str:
    """The English name of a language, the code itself when it has none here."""
    return str(load_lexicon().table(THEME, "names").get(code, f"the language {code!r}"))


def require_english(text: str, given: str | None, declared: str | None = None, *, name: str) -> str | None:
    """The page's language, "en" or None when nothing tells; raises PageError when it is another."""
    code = language_of(text, given, declared)
    if code in ("en", None):
        return code
    raise PageError(name, f"the page is in {language_name(str(code))}", "only English is read for now")


def is_english(tag: str | None) -> bool:
    """Whether a language tag says English."""
    return _base(tag) == "en"


def _base(given: str | None) -> str | None:
    """The language part of a tag, in lower case: "en" of "en-GB" and of "English"; None for what names none."""
    tag = re.split(r"[-_]", given.strip().lower())[0] if given else ""
    names = load_lexicon().table(THEME, "names")
    return tag if tag in names else next((code for code, name in names.items() if name.lower() == tag), None)


def _is_latin(words: Sequence[str]) -> bool:
    """Whether at least half of the letters are Latin; true of a text without letters."""
    letters = "".join(words)
    other = [c for c in letters if not c.isascii()]
    foreign = sum(not unicodedata.name(c, "").startswith("LATIN") for c in other if not unicodedata.combining(c))
    return foreign * 2 <= len(letters)


def _english_share(words: Sequence[str]) -> float:
    known = load_lexicon().words(THEME, "function_words")
    return sum(w.lower() in known for w in words) / len(words)


def _identify(text: str) -> str:
    import py3langid  # noqa: PLC0415  # a third of a second: only for pages that are not plainly English

    code: str = py3langid.classify(text)[0]
    return code
