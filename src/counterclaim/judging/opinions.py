"""What a person can say, made so that it makes sense: every function raises JudgementError where it would not."""

from __future__ import annotations

from itertools import pairwise
from typing import get_args

from counterclaim.errors import JudgementError
from counterclaim.judging.values import Value, canonical, encode, is_fitting, told
from counterclaim.model import (
    Anchor,
    Claim,
    Judgement,
    JudgementKind,
    Opinion,
    PageMark,
    RelationKind,
    Reliability,
)

UNNAMED = "unnamed"


def right(anchor: Anchor, shown: Claim, *, note: str = "") -> Opinion:
    """The claim is rightly read as it was `shown`: a later reading does not change these values."""
    return Opinion(JudgementKind.RIGHT, (anchor,), says=told(shown), note=note)


def wrong(anchor: Anchor, *, note: str = "") -> Opinion:
    """These words claim nothing of the kind: as long as they are read so, the claim is left out."""
    return Opinion(JudgementKind.WRONG, (anchor,), note=note)


def unsure(*anchors: Anchor, note: str = "") -> Opinion:
    """The person cannot tell, of a claim or whether two are of one incident; what they said before no longer counts."""
    if len(anchors) not in (1, 2) or len(set(anchors)) != len(anchors):
        raise JudgementError("one is unsure of a claim, or whether two claims are of one incident")
    return Opinion(JudgementKind.UNSURE, anchors, note=note)


def value(anchor: Anchor, *, note: str = "", **fields: Value) -> Opinion:
    """The right value of one or more fields (`values.FIELDS`) of a claim."""
    if not fields:
        raise JudgementError("say which field has which value (voice=NAME, figure=>=112)")
    for name, said in fields.items():
        if not is_fitting(anchor.aspect, name, said):
            raise JudgementError(f"a claim on {anchor.aspect} cannot have {said!r} as its {name.replace('_', ' ')}")
    says = tuple((name, encode(name, said)) for name, said in sorted(fields.items()))
    return Opinion(JudgementKind.VALUE, (anchor,), says=says, note=note)


def voice(name: str, party: str, page: PageMark | None = None, *, note: str = "") -> Opinion:
    """A voice is that party, everywhere or on one page; somebody unnamed is so on one page only."""
    if not name.strip() or not party.strip() or name == party:
        raise JudgementError("name the voice as it was read, and the party that it is")
    if name.startswith(UNNAMED) and page is None:
        raise JudgementError(f"{name!r} is somebody else on every page: say on which page it is {party}")
    says = (("voice", encode("voice", party)),)
    return Opinion(JudgementKind.VOICE, pages=(page,) if page else (), name=name, says=says, note=note)


def one(*anchors: Anchor, note: str = "") -> Opinion:
    """These claims are of one incident: the incidents in which they stand become one."""
    return Opinion(JudgementKind.ONE, _several(anchors), note=note)


def two(a: Anchor, b: Anchor, *, note: str = "") -> Opinion:
    """These claims are of two incidents: the incident in which both stand is parted between them."""
    return Opinion(JudgementKind.TWO, _several((a, b)), note=note)


def unrelated(
    a: Anchor, b: Anchor, kind: RelationKind | None = None, *, holds: bool = False, note: str = ""
) -> Opinion:
    """The relation of this kind (None: any) between the positions of the two claims does not hold.

    `holds` contradicts somebody who says so.
    """
    says = (("holds", canonical(holds)), ("relation", canonical(kind and kind.value)))
    return Opinion(JudgementKind.UNRELATED, _several((a, b)), says=says, note=note)


def copy(page: PageMark, original: PageMark, *, is_copy: bool = True, note: str = "") -> Opinion:
    """The first page is, or is not, a copy of the second."""
    if page.document == original.document:
        raise JudgementError("a page is no copy of itself")
    return Opinion(JudgementKind.COPY, pages=(page, original), says=(("copy", canonical(is_copy)),), note=note)


def reliability(name: str, letter: Reliability, *, note: str = "") -> Opinion:
    """How reliable a source is, a voice or an outlet, in the letters of the Admiralty system, A to F."""
    if not name.strip() or letter not in get_args(Reliability):
        raise JudgementError(
            "name a voice or outlet and a letter: A (completely reliable) to E (unreliable), F unknown"
        )
    return Opinion(JudgementKind.RELIABILITY, name=name, says=(("reliability", canonical(letter)),), note=note)


def rating(anchor: Anchor, words: str, *, note: str = "") -> Opinion:
    """What the person holds of the truth of the claim, in words ("false", "unproven"); no view is changed by it."""
    if not words.strip():
        raise JudgementError("say in words what you hold of the claim: true, false, unproven …")
    return Opinion(JudgementKind.RATING, (anchor,), says=(("rating", canonical(words.strip())),), note=note)


def undo(judgement: Judgement, *, note: str = "") -> Opinion:
    """An earlier judgement of the same person no longer counts; undone itself, it counts again."""
    return Opinion(JudgementKind.UNDO, undoes=judgement.number, note=note)


def _several(anchors: tuple[Anchor, ...]) -> tuple[Anchor, ...]:
    if len(anchors) < 2 or any(a == b for a, b in pairwise(sorted(anchors, key=repr))):
        raise JudgementError("name two claims or more, each once")
    return anchors
