"""Nouns for people: which word a count counts, and who the counted are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.lexicon import Lexicon
from counterclaim.model import Who
from counterclaim.syntax import Parse, Token

GROUPS: tuple[Who, ...] = (
    "civilians", "children", "women", "men", "fighters", "soldiers", "medics", "journalists", "other", "people",
)  # fmt: skip
BARE = frozenset({"others", "more", "other"})
OPENERS = frozenset(
    {
        "of",
        "the",
        "its",
        "his",
        "her",
        "their",
        "our",
        "these",
        "those",
        "them",
        "whom",
        "us",
        "all",
        "[",
        "(",
        '"',
        "“",
        "'",
        "‘",
    }
)
QUOTES = frozenset({'"', "“", "”", "'", "‘", "’", "[", "]", "``", "''", "-", "–", "/"})
REACH = 9  # tokens from a number to the noun that it counts


@dataclass(frozen=True, slots=True)
class Counted:
    """What a count counts: the head nouns (empty when the count stands alone), and where the words end.

    `known` is False for nouns that the lexicon has neither as people nor as things. `of` marks a share ("two of the
    wounded"), `bare` that the count stands for people named before ("three others", "five of them").
    """

    heads: tuple[int, ...]
    stop: int
    known: bool = True
    thing: bool = False
    of: bool = False
    bare: bool = False


class Victims:
    """The lexicon's nouns for people, ready for look-up."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._groups: dict[str, Who] = {}
        for group in reversed(GROUPS):
            for word in lexicon.words("victims", group):
                self._groups.update(dict.fromkeys(_forms(word), group))
        for word in lexicon.table("victims", "peoples")["names"]:
            self._groups.update(dict.fromkeys(_forms(word), "people"))
        self._said_by: Mapping[str, Sequence[str]] = lexicon.table("victims", "said_by")
        self._things = lexicon.words("quantities", "things")

    def group(self, word: str) -> Who | None:
        """Who a noun says they are, None when it is no word for people."""
        return self._groups.get(word) or self._groups.get(word.rpartition("-")[2])

    def is_thing(self, word: str) -> bool:
        """Whether the lexicon has the word as something that is counted and is not people."""
        return word in self._things

    def counted(self, parse: Parse, words: Sequence[str], at: int) -> Counted:
        """Read the noun that a count ending before token `at` counts."""
        stop = parse.sentences[parse.tokens[at - 1].sentence].stop
        start, of = self._opened(words, at, stop)
        head, known = self._head(parse, words, start, min(stop, start + REACH))
        if head is None:
            thing = start < stop and self.is_thing(words[start])
            return Counted((), max(start, at) if of else at, thing=thing, of=of, bare=start > at)
        if not known and not self.group(words[head]):
            return Counted((head,), head + 1, known=False, thing=self.is_thing(words[head]), of=of)
        heads = (head, *self._joined(parse, words, head, stop))
        return Counted(heads, heads[-1] + 1, of=of, bare=words[head] in BARE)

    def _opened(self, words: Sequence[str], at: int, stop: int) -> tuple[int, bool]:
        of = at < stop and words[at] == "of"
        while at < stop and (words[at] in OPENERS or words[at] in ("other", "more", "additional", "further")):
            if words[at] == "of" and not of:
                break
            at += 1
        return at, of

    def _head(self, parse: Parse, words: Sequence[str], start: int, stop: int) -> tuple[int | None, bool]:
        """The last noun of the run of words that may belong together; people's plurals end it."""
        person: int | None = None
        noun: int | None = None
        for i in range(start, stop):
            token = parse.tokens[i]
            if not _may_stand_before_noun(token, words[i]):
                break
            group = self.group(words[i])
            if group and token.pos != "VERB" and (token.tag != "JJ" or words[i].endswith("s")):
                person = i
                if _is_plural(token, words[i]):
                    break
            elif token.pos in ("NOUN", "PROPN") and words[i] not in QUOTES:
                noun = i
        if person is not None and (noun is None or noun < person or _is_plural(parse.tokens[person], words[person])):
            return person, True
        if noun is not None:
            return noun, False
        return None, False

    def _joined(self, parse: Parse, words: Sequence[str], head: int, stop: int) -> Iterator[int]:
        """Nouns for people joined to the head: "women and children", "soldiers guards and staff"."""
        i = head + 1
        while i < stop:
            link = i
            while link < stop and words[link] in ("and", "or", ",", "&"):
                link += 1
            token = parse.tokens[link] if link < stop else None
            if token is None or token.pos not in ("NOUN", "PROPN") or not self.group(words[link]):
                return
            if not _is_plural(token, words[link]) or not _is_plural(parse.tokens[head], words[head]):
                return
            yield link
            i = link + 1

    def who(self, parse: Parse, words: Sequence[str], first: int, counted: Counted) -> Who:
        """Who the counted are; `first` is the count's first token. "people" where nothing says more."""
        groups = {self._who_of(words, first, head) for head in counted.heads}
        groups = groups - {"people"} if len(groups) > 1 and "mixed" not in groups else groups
        if len(groups) > 1:
            return "mixed"
        return next(iter(groups), "people")

    def _who_of(self, words: Sequence[str], first: int, head: int) -> Who:
        group = self.group(words[head])
        if group in ("children", "women", "journalists", "medics", "civilians"):
            return group
        before = words[max(first, head - 6) : head]
        after = (
            words[head + 1 : head + 8] if head + 1 < len(words) and words[head + 1] in ("of", "from", "with") else ()
        )
        said = self._said(before) or (self._said(after) if group in ("people", "other", None) else None)
        if said in ("civilians", "women", "children") and group in ("fighters", "soldiers"):
            return said if said == "children" else group
        return said or group or "other"

    def _said(self, words: Sequence[str]) -> Who | None:
        run = " ".join(words)
        for who in ("soldiers", "medics", "journalists", "children", "women", "fighters", "civilians"):
            if any(f" {cue} " in f" {run} " for cue in self._said_by[who]):
                return who
        return None


@lru_cache(maxsize=4)
def load_victims(lexicon: Lexicon) -> Victims:
    """The compiled table of a lexicon."""
    return Victims(lexicon)


def _forms(word: str) -> Iterator[str]:
    yield word
    if word.endswith(("s", "x", "ch", "sh")):
        yield word + "es"
    elif word.endswith("y") and word[-2:-1] not in "aeiou":
        yield word[:-1] + "ies"
    else:
        yield word + "s"


def _is_plural(token: Token, word: str) -> bool:
    return token.tag in ("NNS", "NNPS") or word in (
        "people",
        "police",
        "troops",
        "personnel",
        "others",
        "children",
        "women",
        "men",
    )


def _may_stand_before_noun(token: Token, word: str) -> bool:
    if word in QUOTES:
        return True
    if token.pos in ("ADJ", "NOUN", "PROPN", "NUM"):
        return True
    return token.tag in ("VBN", "VBG", "POS", "HYPH", "PRP$") or (token.pos == "ADV" and word.endswith("ly"))
