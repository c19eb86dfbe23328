"""Why a verdict is as it is, in one sentence: how many pages, how many voices, through whom, and which are copies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from counterclaim.linking.copies import Copies, groups
from counterclaim.model import Claim

SMALL = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
NOTHING = "nothing here corroborates anything."


def tell_reason(claims: Sequence[Claim], voices: Sequence[str], copies: Copies, *, unnamed: bool) -> str:
    """One sentence on the claims of one question; `unnamed` says that somebody speaks who is not named."""
    pages = {c.document for c in claims}
    told = f"{_number(len(pages))} page{'s' if len(pages) != 1 else ''}".capitalize()
    same = _same_words(claims, copies, len(pages))
    if len(voices) > 1:
        return f"{told}, {_number(len(voices))} voices{same}."
    if not voices:
        return f"{told}, no named voice{same}: {NOTHING}"
    through = _through(claims, voices[0], copies)
    told += f", one {'named ' if unnamed else ''}voice"
    return f"{told}: {voices[0]}, {through}{same}; {NOTHING}" if through else f"{told}{same}: {NOTHING}"


def _number(n: int) -> str:
    return SMALL[n] if n < len(SMALL) else str(n)


def _through(claims: Iterable[Claim], voice: str, copies: Copies) -> str:
    """Say on how many pages whom it came through: "through AFP (3) and Reuters (1, and 1 inferred)", or nothing."""
    stated: dict[str, set[str]] = defaultdict(set)
    inferred: dict[str, set[str]] = defaultdict(set)
    for claim in claims:
        for relay in claim.relays if claim.voice == voice else ():
            stated[relay].add(claim.document)
        if claim.voice == voice and claim.id in copies.inferred:
            inferred[copies.inferred[claim.id]].add(claim.document)
    relays = {r for r in (*stated, *inferred) if r != voice and not r.startswith("unnamed")}
    ordered = sorted(relays, key=lambda r: (-len(stated[r]), -len(inferred[r]), r))
    parts = [f"{r} ({_counted(len(stated[r]), len(inferred[r] - stated[r]))})" for r in ordered]
    if not parts:
        return ""
    return "through " + " and ".join(filter(None, [", ".join(parts[:-1]), parts[-1]]))


def _counted(stated: int, inferred: int) -> str:
    if not inferred:
        return str(stated)
    return f"{stated}, and {inferred} inferred" if stated else f"{inferred} inferred"


def _same_words(claims: Sequence[Claim], copies: Copies, pages: int) -> str:
    """Say how many pages carry copied words: ", three with copied words", or nothing."""
    document = {c.id: c.document for c in claims}
    pairs = [(document[a], document[b]) for a in document for b in sorted(copies.same.get(a, ())) if b in document]
    found = groups(pairs)
    copied = sum(map(len, found))
    if not copied:
        return ""
    return ", in the same words" if len(found) == 1 and copied == pages else f", {_number(copied)} with copied words"
