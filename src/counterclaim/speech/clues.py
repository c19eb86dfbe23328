"""A page in numbers for the trained reader: clues to each word, and clues to each word as seen from a cue.

Every clue is a small integer with a vocabulary of its own, 0 where there is nothing to say. They come from the tree,
the quotations, the lexicon and the rules' own reading, so that the weights learn when to trust which.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from counterclaim.speech.draft import Draft, Range
from counterclaim.speech.ground import Ground
from counterclaim.syntax import Token

Ints = NDArray[np.int64]

_TAGS = """$ '' , -LRB- -RRB- . : ADD AFX CC CD DT EX FW HYPH IN JJ JJR JJS LS MD NFP NN NNP NNPS NNS PDT POS PRP PRP$
    RB RBR RBS RP SYM TO UH VB VBD VBG VBN VBP VBZ WDT WP WP$ WRB XX ``"""
_DEPS = """ROOT acl acomp advcl advmod agent amod appos attr aux auxpass case cc ccomp compound conj csubj csubjpass
    dative dep det dobj expl intj mark meta neg nmod npadvmod nsubj nsubjpass nummod oprd parataxis pcomp pobj poss
    preconj predet prep prt punct quantmod relcl xcomp"""
_ENTITIES = """CARDINAL DATE EVENT FAC GPE LANGUAGE LAW LOC MONEY NORP ORDINAL ORG PERCENT PERSON PRODUCT QUANTITY TIME
    WORK_OF_ART"""
_HOWS = "clause infinitive order object preposition before raised noun phrase mark none"
_ACTS = "says claims denies accuses demands warns promises confirms doubts praises asks believes shows"


def _numbered(names: str) -> dict[str, int]:
    return {name: n for n, name in enumerate(names.split(), start=1)}


TAGS, DEPS, ENTITIES, HOWS, ACTS = (_numbered(names) for names in (_TAGS, _DEPS, _ENTITIES, _HOWS, _ACTS))
ELSEWHERE = len(DEPS) + 1  # a word of another sentence

# How many values each clue has, in the order of the columns.
WORD_SIZES = (
    *(len(TAGS) + 1, len(DEPS) + 1, len(ENTITIES) + 1, 7, 4, 3, 3, 4, 5),
    *(len(HOWS) + 1, 2 * len(ACTS) + 2, 3, 9, len(TAGS) + 1, 8),
)
PAIR_SIZES = (25, len(DEPS) + 2, len(DEPS) + 2, 17, 7, 20)
RULES = slice(6, 10)  # the columns of word_clues with the rules' own reading, ...
DRAFTED = 4  # ... and that of pair_clues
BOOK = 10  # the column of word_clues that says whether the lexicon has the word as a cue
DISTANCES = (1, 2, 3, 4, 5, 7, 10, 15, 21, 31, 51)  # words: where a bucket of distance begins


def word_clues(ground: Ground, kept: Sequence[Draft], dropped: Sequence[Draft]) -> Ints:
    """Clues to each word, shape (words, len(WORD_SIZES)).

    `kept` are the statements that the rules read and `dropped` those that they thought of and left out.
    """
    tokens = ground.tokens
    clues = np.zeros((len(tokens), len(WORD_SIZES)), dtype=np.int64)
    for i, token in enumerate(tokens):
        head = tokens[token.head]
        clues[i, :6] = (
            TAGS.get(token.tag, 0),
            DEPS.get(token.dep, 0),
            ENTITIES.get(token.entity, 0),
            _shape(token.text),
            _quoted(ground, i),
            _place(ground, token),
        )
        clues[i, BOOK:] = (
            _in_book(ground, token),
            2 if i in ground.named else int(i in ground.places),
            _direction(token),
            TAGS.get(head.tag, 0) if head is not token else 0,
            min(ground.parse.depth(i), 7),
        )
    _mark_drafts(clues, kept, dropped)
    return clues


def _shape(word: str) -> int:
    if not word[0].isalnum():
        return 1
    if word[0].isdigit():
        return 2
    if word.islower():
        return 3
    if word.isupper():
        return 4 if len(word) > 1 else 5
    return 6 if word[0].isupper() else 0


def _quoted(ground: Ground, i: int) -> int:
    number = ground.quoted[i]
    if number < 0:
        return 0
    first, stop = ground.quotes[number]
    return 2 if i == first else 3 if i == stop - 1 else 1


def _place(ground: Ground, token: Token) -> int:
    sentence = ground.parse.sentences[token.sentence]
    if token.index != sentence.first:
        return 0
    opens = sentence.index == 0 or ground.parse.sentences[sentence.index - 1].passage != sentence.passage
    return 2 if opens else 1


def _in_book(ground: Ground, token: Token) -> int:
    verb = ground.book.verb(token)
    if verb is not None:
        return ACTS[verb.act]
    noun = ground.book.noun(token) or ground.book.adjective(token)
    return len(ACTS) + ACTS[noun.act] if noun is not None else 0


def _direction(token: Token) -> int:
    """Which way a word's head lies and how far."""
    apart = token.head - token.index
    if apart == 0:
        return 0
    size = 1 + (abs(apart) > 1) + (abs(apart) > 3) + (abs(apart) > 8)
    return size if apart > 0 else 4 + size


def _mark_drafts(clues: Ints, kept: Sequence[Draft], dropped: Sequence[Draft]) -> None:
    for draft in kept:
        for first, stop in draft.source:
            clues[first:stop, 6] = 2
            clues[first, 6] = 1
        for first, stop in draft.cue:
            clues[first:stop, 7] = np.maximum(clues[first:stop, 7], 1)
        for first, stop in draft.content:
            clues[first:stop, 8] = np.minimum(clues[first:stop, 8] + 1, 3)
    for draft in kept:
        for first, _ in draft.content:
            clues[first, 8] = 4
    for state, drafts in ((3, dropped), (2, kept)):
        for draft in drafts:
            clues[draft.head, 7] = state
            clues[draft.head, 9] = HOWS[draft.how]


def pair_clues(ground: Ground, head: int, draft: Draft | None, first: int, stop: int) -> Ints:
    """Clues to the words `first` to `stop` as seen from a cue's head, shape (stop - first, len(PAIR_SIZES)).

    `draft` is what the rules read there, if anything.
    """
    clues = np.zeros((stop - first, len(PAIR_SIZES)), dtype=np.int64)
    clues[:, 0] = _distances(head, first, stop)
    clues[:, 1:3] = ELSEWHERE
    _mark_paths(ground, head, clues, first, stop)
    if draft is not None:
        _mark_roles(draft, clues, first, stop)
    sentence, quote = ground.tokens[head].sentence, ground.quoted[head]
    for i in range(first, stop):
        apart = max(-2, min(2, ground.tokens[i].sentence - sentence))
        far = 3 if abs(apart) == 2 else (0, 1, 2)[apart]
        other = ground.quoted[i]
        beside = 0 if other == quote == -1 else 1 if other == quote else 2 if quote < 0 else 3 if other < 0 else 4
        clues[i - first, 5] = 4 * beside + far
    return clues


def _distances(head: int, first: int, stop: int) -> Ints:
    apart = np.arange(first, stop) - head
    size = np.searchsorted(DISTANCES, np.abs(apart), side="right")
    return np.where(apart >= 0, size, len(DISTANCES) + size)


def _mark_paths(ground: Ground, head: int, clues: Ints, first: int, stop: int) -> None:
    """The two branches below the lowest word that governs both, and how deep they go."""
    tokens = ground.tokens
    above = [head, *(t.index for t in ground.parse.ancestors(head))]
    down = {index: (n, 0, 0) for n, index in enumerate(above)}
    sentence = ground.parse.sentences[tokens[head].sentence]
    for i in range(max(first, sentence.first), min(stop, sentence.stop)):
        path = []
        at = i
        while at not in down and tokens[at].head != at:
            path.append(at)
            at = tokens[at].head
        if at not in down:  # a tree of its own
            continue
        up, branch, steps = down[at]
        for node in reversed(path):
            steps += 1
            branch = branch or DEPS.get(tokens[node].dep, 0)
            down[node] = (up, branch, steps)
        above_head = DEPS.get(tokens[above[up - 1]].dep, 0) if up else 0
        clues[i - first, 1:4] = (branch, above_head, 1 + 4 * min(up, 3) + min(steps, 3))


def _mark_roles(draft: Draft, clues: Ints, first: int, stop: int) -> None:
    clues[:, DRAFTED] = 1
    for role, ranges in ((4, draft.content), (2, draft.source), (6, draft.cue)):
        for begin, end in ranges:
            inside = _cropped((begin, end), first, stop)
            clues[inside[0] : inside[1], DRAFTED] = role + (role < 6)
            if first <= begin < stop:
                clues[begin - first, DRAFTED] = role


def _cropped(part: Range, first: int, stop: int) -> Range:
    return max(part[0], first) - first, max(0, min(part[1], stop) - first)
