"""The lexicon's words about persons (lexicons/<language>/redacting.toml), read once a page."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property, lru_cache

from counterclaim.lexicon import Lexicon


@dataclass(frozen=True)
class PersonWords:
    """Lists of redacting.toml, where each is explained."""

    offices: frozenset[str]
    heads: frozenset[str]
    private: frozenset[str]
    honorifics: frozenset[str]
    naming: frozenset[str]
    common_parts: frozenset[str]
    no_parts: frozenset[str]
    given_names: frozenset[str]

    @cached_property
    def titles(self) -> frozenset[str]:
        """Words that stand before a name and are no part of it."""
        return self.offices | self.heads | self.private | self.honorifics | self.naming


@lru_cache(maxsize=4)
def person_words(lexicon: Lexicon) -> PersonWords:
    """Read the lists; raises DataError when the lexicon lacks one."""
    return PersonWords(**{n: lexicon.words("redacting", n) for n in PersonWords.__dataclass_fields__})
