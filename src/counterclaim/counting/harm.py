"""The record of a word of harm, what it may decide, and the auxiliaries before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.syntax import Parse

BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "'re", "get", "gets", "got", "getting"})
HAVE = frozenset({"has", "have", "had", "having", "'ve", "'d"})
MODALS = frozenset({"will", "would", "could", "can", "should", "must", "may", "might", "shall", "'ll", "wo", "ca"})
DISPLACED = ("displaced",)
EVACUATED = ("evacuated",)
DETAINED = ("detained",)
INJURED = ("injured",)
KILLED = ("killed",)
MISSING = ("missing",)
LOOK_BACK = 5  # tokens between an auxiliary and its participle
AUXILIARIES = (("be", BE), ("have", HAVE), ("modal", MODALS), ("to", frozenset({"to"})))


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word or phrase (tokens `first` to `stop`) that decides an aspect, or several ("casualties").

    `forms` says how it may govern a count: active, past (participle or past tense), gerund, intransitive, noun, state,
    toll, counted. `passive`, `perfect`, `modal` ("could", with no "have") and `infinitive` tell what auxiliaries it
    has; `weak` marks words with other meanings besides.
    """

    first: int
    stop: int
    aspects: tuple[str, ...]
    forms: frozenset[str]
    weak: bool = False
    passive: bool = False
    perfect: bool = False
    infinitive: bool = False
    modal: bool = False


def auxiliaries(parse: Parse, words: Sequence[str], at: int) -> tuple[bool, bool, bool, bool]:
    """Whether token `at` has a form of be, of have, "to" or a modal without have before it: passive to modal."""
    seen: set[str] = set()
    first = parse.sentences[parse.tokens[at].sentence].first
    for i in range(at - 1, max(first, at - LOOK_BACK) - 1, -1):
        name = next((n for n, group in AUXILIARIES if words[i] in group), "")
        if name:
            seen.add(name)
        elif parse.tokens[i].pos not in ("ADV", "AUX", "PART"):
            break
    be, have = "be" in seen, "have" in seen
    return be, have and not be, "to" in seen and not have, "modal" in seen and not have
