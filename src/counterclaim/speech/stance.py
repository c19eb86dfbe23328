"""How sure a statement is by the page's own words: hedges in it, and "his account could not be verified" behind it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.model import Certainty
from counterclaim.speech.draft import Draft, Range, holds
from counterclaim.speech.ground import Ground
from counterclaim.syntax import Token

NEGATION = frozenset({"not", "n't", "n’t", "nt", "no", "never", "cannot", "unable", "impossible", "without"})
ABLE = frozenset(
    {"could", "can", "cannot", "able", "unable", "impossible", "possible", "independently", "no", "without"}
)
NEAR_ROOT = frozenset({"nsubj", "nsubjpass", "attr", "aux", "advmod", "xcomp", "acomp", "oprd", "amod", "det", "ccomp"})
DEEPEST = 3  # steps from the clause's verb to a hedge that still bears on it
REACH = 6  # words between a negation and "verified"


def weigh(ground: Ground, drafts: Sequence[Draft]) -> list[Draft]:
    """Set each draft's certainty from its own words, then from what is said of it in the sentences behind."""
    weighed = [replace(d, certainty=_own(ground, d)) if d.certainty == "certain" else d for d in drafts]
    for sentence, verb in _denials_of_proof(ground):
        aside = _is_aside(ground, verb)
        for n in _told_in(weighed, sentence, verb) if aside else _spoken_of(ground, weighed, sentence):
            weighed[n] = replace(weighed[n], certainty="unverified")
    return weighed


def _own(ground: Ground, draft: Draft) -> Certainty:
    book = ground.book
    cues = [ground.tokens[i] for r in draft.cue for i in range(*r)]
    sources = [ground.tokens[i] for r in draft.source for i in range(*r)]
    if any(t.lower in book.unproven for t in sources) or _modifiers(ground, cues) & book.unproven:
        return "unverified"
    first, last = draft.content[0][0], draft.content[-1][1] - 1
    is_one = ground.tokens[first].sentence == ground.tokens[last].sentence  # what one sentence guesses the next may not
    said = {t.lower for t in _heart(ground, draft)} if is_one else set()
    if said & book.unproven or said & book.adverbs:
        return "unverified"
    guess = any(book.lemma(t) in book.guessing for t in cues)
    preliminary = any(t.lower in book.preliminary for t in sources)
    return "hedged" if guess or preliminary or said & book.hedges else "certain"


def _modifiers(ground: Ground, tokens: Sequence[Token]) -> set[str]:
    return {c.lower for t in tokens for c in ground.parse.children(t.index, "amod", "advmod")}


def _heart(ground: Ground, draft: Draft) -> Iterator[Token]:
    """The words of the content's first main clause that bear on the whole of it."""
    first, stop = draft.content[0]
    root = next((t for t in ground.tokens[first:stop] if not holds(draft.content, t.head) or t.head == t.index), None)
    todo = [(root.index, 0)] if root is not None else []
    while todo:
        index, depth = todo.pop()
        yield ground.tokens[index]
        if depth < DEEPEST:
            children = ground.parse.children(index, *NEAR_ROOT)
            todo.extend((c.index, depth + 1) for c in children if holds(draft.content, c.index))


def _denials_of_proof(ground: Ground) -> Iterator[tuple[Range, int]]:
    """The sentences that say that something could not be verified, each with the verb of it.

    A party that "did not confirm or deny" says nothing of whether it could be.
    """
    for token in ground.tokens:
        if token.lemma in ground.book.proving:
            first, stop = ground.sentence(token.index)
            before = ground.tokens[max(first, token.index - REACH) : token.index]
            words = {t.lower for t in before}
            is_able = token.pos != "VERB" or ground.is_passive(token.index) or not words.isdisjoint(ABLE)
            if is_able and not words.isdisjoint(NEGATION):
                yield (first, stop), token.index


def _is_aside(ground: Ground, verb: int) -> bool:
    """Whether it is but a clause about what the sentence tells: "…, a figure that could not be confirmed".

    "According to the report, which could not …" speaks of all that the report tells.
    """
    above = (ground.tokens[verb], *ground.parse.ancestors(verb))
    return any(t.dep == "relcl" and ground.tokens[t.head].lemma not in ground.book.tellings for t in above)


def _told_in(drafts: Sequence[Draft], sentence: Range, verb: int) -> list[int]:
    """The statements made in a sentence, but for what is said to be proved or not."""
    return [n for n, d in enumerate(drafts) if sentence[0] <= d.head < sentence[1] and d.head != verb]


def _spoken_of(ground: Ground, drafts: Sequence[Draft], sentence: Range) -> Iterator[int]:
    """The statements of the one who spoke last before the sentence, or in it."""
    earlier = [n for n, d in enumerate(drafts) if d.head < sentence[1] and d.content[0][0] < sentence[0]]
    earlier.sort(key=lambda n: drafts[n].head)
    last = earlier[-1] if earlier else None
    if last is None:
        return
    passage = ground.parse.sentence(drafts[last].head).passage
    if ground.parse.sentence(sentence[0]).passage - passage > 1:
        return
    for n in reversed(earlier):
        if ground.parse.sentence(drafts[n].head).passage != passage or not _same_speaker(
            ground, drafts[n], drafts[last]
        ):
            return
        yield n


def _same_speaker(ground: Ground, one: Draft, other: Draft) -> bool:
    if one is other:
        return True
    words = [{t.lower for r in d.source for t in ground.tokens[slice(*r)] if t.pos != "DET"} for d in (one, other)]
    is_pronoun = all(t.pos == "PRON" for r in other.source for t in ground.tokens[slice(*r)])
    return bool(words[0] & words[1]) or is_pronoun
