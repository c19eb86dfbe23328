"""What is no statement of its own goes: doubles, talk inside quotations, "the report said" at another's end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.speech.draft import Draft, Range, holds, merged, painted
from counterclaim.speech.ground import Ground

WEAK = frozenset({"object", "preposition", "infinitive", "order"})  # too slight to be told inside another's words
FIRST_AND_SECOND = frozenset({"i", "we", "you", "us", "me"})
THIRD = frozenset({"he", "she", "they", "it", "we"})
RELATIVE = frozenset({"who", "which", "that"})
NOBODY = frozenset({"no", "nobody", "none", "neither", "anyone", "you"})
ADJUNCT = 3  # words that may follow "the report said" at the end of a sentence


def cut_tails(ground: Ground, drafts: Sequence[Draft]) -> list[Draft]:
    """Take "…, the report said" off the end of what another says in the same sentence."""
    tails = [d for d in drafts if d.how == "before" and d.source and ground.quoted[d.cue_start] < 0]
    found = []
    for draft in drafts:
        content = draft.content
        for tail in tails:
            if _ends_with(draft, content, tail):
                content = merged([*content[:-1], ground.trim(content[-1][0], tail.cue_start)])
        found.append(replace(draft, content=content) if content else draft)
    return found


def _ends_with(draft: Draft, content: tuple[Range, ...], tail: Draft) -> bool:
    if not content or tail.head <= draft.head or holds(content, draft.head):
        return False
    first, stop = content[-1]
    return first <= tail.cue_start < stop <= max(r[1] for r in (*tail.source, *tail.cue)) + ADJUNCT


def sift(ground: Ground, drafts: Sequence[Draft]) -> list[Draft]:
    """Leave out what is no statement of its own; the rest in the order of its first words."""
    kept = [d for d in drafts if not _is_talk(ground, d) and not _is_nobody(ground, d)]
    inside = painted(len(ground.tokens), [d.content for d in kept])
    kept = [d for d in kept if not _is_weak(ground, d) or not _is_told(kept, d, inside[d.head])]
    found = []
    seen: set[tuple[Range, ...]] = set()
    for draft in sorted(kept, key=lambda d: (not d.source, d.head)):
        if draft.source or draft.content not in seen:
            found.append(draft)
        seen.add(draft.content)
    return sorted(found, key=lambda d: d.first)


def _is_told(drafts: Sequence[Draft], draft: Draft, number: int) -> bool:
    """Whether a draft stands in the content of another that does not stand in its own."""
    return number >= 0 and drafts[number] is not draft and not holds(draft.content, drafts[number].head)


def _is_nobody(ground: Ground, draft: Draft) -> bool:
    """Whether it is said that nobody says it: "no group claimed the attack"."""
    if not draft.source:
        return False
    first = ground.tokens[draft.source[0][0]]
    return first.lower in NOBODY or (first.lower == "that" and first.tag == "IN")


def _is_weak(ground: Ground, draft: Draft) -> bool:
    if draft.how == "noun" and not draft.source:
        is_clause = ground.tokens[draft.content[0][0]].lower not in ("of", "about", "for", "to")
        return ground.tokens[draft.head].lemma not in ground.book.rumours and not is_clause
    if draft.how == "noun":
        return ground.tokens[draft.head].lemma in ground.book.slight
    return draft.how in WEAK and not _is_somebodys(ground, draft)


def _is_named(ground: Ground, draft: Draft) -> bool:
    """Whether nouns and no pronoun say who it is."""
    return any(ground.tokens[i].pos in ("NOUN", "PROPN") for r in draft.source for i in range(*r))


def _is_somebodys(ground: Ground, draft: Draft) -> bool:
    """Whether it is plainly told of one who can speak: "said the rebels had agreed to"."""
    if not draft.source or not ground.is_finite(draft.head):
        return False
    if ground.quoted[draft.head] >= 0 and (draft.how not in ("infinitive", "order") or not _is_named(ground, draft)):
        return False
    lemma = ground.book.lemma(ground.tokens[draft.head])
    if (draft.how != "order" and lemma in ground.book.slight) or (draft.how == "object" and lemma == "call"):
        return False
    words = [ground.tokens[i] for r in draft.source for i in range(*r)]
    if words[0].lower in THIRD or words[-1].lower in RELATIVE or any(t.entity == "GPE" for t in words):
        return True
    return ground.can_speak(draft.source[0][0], draft.source[-1][1])


def _is_talk(ground: Ground, draft: Draft) -> bool:
    """Whether it is how people talk inside a quotation ("I think we know"), and no report of another's words."""
    number = ground.quoted[draft.head]
    if number < 0 or not draft.cue or draft.how == "raised":
        return False
    first, stop = ground.quotes[number]
    if any(r[0] < first or r[1] > stop for r in draft.content):
        return False
    words = [ground.tokens[i].lower for r in draft.source for i in range(*r)]
    if draft.how == "noun" and not words:
        return ground.tokens[draft.head].lemma not in ground.book.rumours
    if not words or words[0] in FIRST_AND_SECOND:
        return True
    if not draft.open:  # "after the school had decided to close"
        return draft.how not in ("infinitive", "order") or not _is_somebodys(ground, draft)
    told = ground.tokens[draft.head].lower == "told" and words[0] in THIRD  # "they told us the road was safe"
    return not told and not any(ground.can_speak(*r) for r in draft.source)
