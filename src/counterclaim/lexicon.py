"""Words as data: TOML tables under `lexicons/<language>/`, loaded once and handed to the stages."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from importlib.resources import files
from typing import Any

from counterclaim.errors import DataError


@dataclass(frozen=True, eq=False)
class Lexicon:
    """Themes (one a file) of word lists and word tables. All keys are lower case, apostrophes straight.

    A list of words that only count with a capital has them so ("Defence", "PPRO").

    Two are equal only when they are the same object, so that what a stage compiles from one can be cached by it.
    """

    language: str
    themes: Mapping[str, Mapping[str, Any]]

    def words(self, theme: str, name: str) -> frozenset[str]:
        """A list of words or phrases; raises DataError when the lexicon has no such list."""
        if (theme, name) not in self._lists:
            self._lists[theme, name] = frozenset(self._get(theme, name))
        return self._lists[theme, name]

    @cached_property
    def _lists(self) -> dict[tuple[str, str], frozenset[str]]:
        return {}

    def table(self, theme: str, name: str) -> Mapping[str, Any]:
        """A table from words to values; raises DataError when the lexicon has no such table."""
        found = self._get(theme, name)
        if not isinstance(found, Mapping):
            raise DataError(f"lexicon {self.language}/{theme}.toml: {name} is not a table")
        return found

    def _get(self, theme: str, name: str) -> Any:
        try:
            return self.themes[theme][name]
        except KeyError:
            raise DataError(f"lexicon {self.language}/{theme}.toml has no {name}") from None


@lru_cache(maxsize=4)
def load_lexicon(language: str = "en") -> Lexicon:
    """Read all themes of a language; raises DataError when there are none or one is damaged."""
    folder = files("counterclaim") / "lexicons" / language
    try:
        themes = {
            entry.name.removesuffix(".toml"): tomllib.loads(entry.read_text(encoding="utf-8"))
            for entry in sorted(folder.iterdir(), key=lambda e: e.name)
            if entry.name.endswith(".toml")
        }
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise DataError(f"the lexicon for {language!r} cannot be read: {error}") from error
    if not themes:
        raise DataError(f"there is no lexicon for {language!r}")
    return Lexicon(language, themes)
