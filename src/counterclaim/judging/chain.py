"""Judgements one after the other: each bears the hash of the one before, so that none can be changed unseen.

What a chain alone cannot show is that its end was cut off: for that one notes the hash of the last (`head`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence

from counterclaim.errors import JudgementError
from counterclaim.export.records import to_json
from counterclaim.judging.values import canonical
from counterclaim.model import Judgement, Opinion

NOTHING = "0" * 64
"""What the first judgement has as the hash of the one before."""


def following(last: Judgement | None, opinion: Opinion, *, person: str, at: str) -> Judgement:
    """The next judgement: an opinion with its number, and the chain carried on. Raises JudgementError without a name.

    `at` is the time in UTC to the second, "2026-11-22T05:41:00Z".
    """
    if not person.strip():
        raise JudgementError("a judgement bears the name of who makes it (--by NAME)")
    if any(has_surrogates(text) for text in (person, opinion.note, opinion.name or "")):
        raise JudgementError("half of a surrogate pair cannot be stored: write the name or note anew")
    number, previous = (last.number + 1, last.hash) if last else (1, NOTHING)
    return Judgement(number, previous, person, at, opinion, hash_of(number, previous, person, at, opinion))


def has_surrogates(text: str) -> bool:
    """Whether half of a surrogate pair is in it, which no file can hold."""
    return any("\ud800" <= c <= "\udfff" for c in text)


def hash_of(number: int, previous: str, person: str, at: str, opinion: Opinion) -> str:
    """SHA-256, in hex, over all of a judgement but its hash, as canonical JSON."""
    data = {"number": number, "previous": previous, "person": person, "at": at, "opinion": to_json(opinion)}
    return hashlib.sha256(canonical(data).encode("ascii")).hexdigest()


def head(judgements: Sequence[Judgement]) -> str:
    """The hash of the last judgement, 64 zeros where there is none: who notes it can see later whether any was lost."""
    return judgements[-1].hash if judgements else NOTHING


def check(judgements: Iterable[Judgement]) -> Iterator[str]:
    """What is off, one line each: a judgement that was changed, one that is missing, or the order."""
    number, previous = 0, NOTHING
    for j in judgements:
        name = f"judgement {j.number} ({j.person}, {j.at})"
        if j.hash != hash_of(j.number, j.previous, j.person, j.at, j.opinion):
            yield f"{name}: it was changed since it was made, for its hash is another"
        if j.number != number + 1:
            yield f"{name}: it should be number {number + 1}; one is missing or the order was changed"
        if j.previous != previous:
            before = f"judgement {number}" if number else "the beginning"
            yield f"{name}: it does not follow on {before}, but on another that is not there"
        number, previous = j.number, j.hash


def is_known(judgements: Iterable[Judgement], noted: str) -> bool:
    """Whether a hash that was noted is that of one of these; all zeros was noted before the first."""
    return noted == NOTHING or any(j.hash == noted for j in judgements)
