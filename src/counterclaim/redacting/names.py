"""The names to mask, over all pages: who is who, and where on a text they stand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from counterclaim.redacting.words import PersonWords
from counterclaim.redacting.written import Word, is_broken, joined, match, name_words, with_article, words_of

SHORTEST = 3  # letters of a word that may stand for a person by itself
JOINED = 8  # letters of a whole name written as one word (in an address or the name of a file)
Bones = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where a name stands: offsets, the number of the person (None: kept as it is), whether it is the whole name."""

    start: int
    end: int
    person: int | None
    whole: bool


@dataclass
class Names:
    """Names by their words: of several (whatever the transliteration) and of one (as spelt), each with its person."""

    many: dict[str, list[tuple[Bones, int | None]]] = field(default_factory=lambda: defaultdict(list))
    one: dict[str, int | None] = field(default_factory=dict)

    def add(self, name: str, person: int | None) -> None:
        """Take up a name; the first to come keeps it."""
        words = name_words(name)
        if len(words) == 1:
            self.one.setdefault(words[0].key, person)
        elif words:
            bones = tuple(w.bones for w in words)
            known = self.many[bones[0]]
            if all(b != bones for b, _ in known):
                known.append((bones, person))
                known.sort(key=lambda entry: -len(entry[0]))

    def find(
        self,
        text: str,
        parts: Mapping[str, int] | None = None,
        *,
        any_case: bool = False,
        words: list[Word] | None = None,
    ) -> Iterator[Stretch]:
        """Every place of a text where one of the names stands, none overlapping another; `parts` are more single words.

        A name of one word must begin with a capital, unless `any_case`.
        """
        words = words_of(text) if words is None else words
        i = 0
        while i < len(words):
            found = self._at(text, words, i, parts or {}, any_case)
            if found is None:
                i += 1
                continue
            stop, person, whole = found
            yield Stretch(with_article(text, words, i), words[stop - 1].end, person, whole)
            i = stop

    def _at(
        self, text: str, words: list[Word], i: int, parts: Mapping[str, int], any_case: bool
    ) -> tuple[int, int | None, bool] | None:
        word = words[i]
        if not word.capital and not any_case:
            return None
        forms = [word, joined(words, i)] if is_broken(text, words, i) else [word]
        for bones, person in (entry for form in forms for entry in self.many.get(form.bones, ())):
            stop = match(text, words, i, bones)
            if stop is not None:
                return stop, person, True
        for n, form in enumerate(forms, 1):
            for names, whole in ((self.one, True), (parts, False)):
                key = _listed(form.key, names)
                if key is not None:
                    return i + n, names[key], whole
        return None


def _listed(key: str, names: Mapping[str, int | None]) -> str | None:
    """The key under which a word is listed, also with the "s" of a possessive that lost its apostrophe."""
    return key if key in names else key[:-1] if key[-1:] == "s" and len(key) > 5 and key[:-1] in names else None


def bones_of(name: str) -> Bones:
    """The words of a name whatever its transliteration."""
    return tuple(w.bones for w in name_words(name))


def part_keys(name: str, words: PersonWords) -> list[str]:
    """The words of a name by which a page may call the person again."""
    parts = (w.key for w in name_words(name))
    return [p for p in parts if len(p) >= SHORTEST and p not in words.common_parts | words.no_parts | words.honorifics]


class Register:
    """Numbers persons as their names come in; a name whose words are all in another's is the same person's."""

    def __init__(self) -> None:
        self.numbers: dict[frozenset[str], int] = {}
        self.by_word: dict[str, list[frozenset[str]]] = defaultdict(list)
        self.count = 0

    def number(self, name: str) -> int:
        """The number of the person of this name, from 1."""
        words = frozenset(bones_of(name))
        if words not in self.numbers:
            self.numbers[words] = self._same(words) or self._next()
            for word in words:
                self.by_word[word].append(words)
        return self.numbers[words]

    def _same(self, words: frozenset[str]) -> int | None:
        if len(words) < 2:
            return None
        known = (k for word in sorted(words) for k in self.by_word[word] if len(k) > 1 and (k <= words or words <= k))
        return next((self.numbers[k] for k in known), None)

    def _next(self) -> int:
        self.count += 1
        return self.count
