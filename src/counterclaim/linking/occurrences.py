"""Claims of one page to what the page says happened."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from counterclaim.linking.telling import sentences_told
from counterclaim.model import Claim, Interval, Occurrence, Page, Place


def group_occurrences(page: Page) -> tuple[Occurrence, ...]:
    """Gather a page's claims by their occurrence number; place, date and type are the ones most claims give."""
    groups: dict[int, list[Claim]] = defaultdict(list)
    for claim in page.claims:
        groups[claim.occurrence].append(claim)
    told = sentences_told(page)
    sentences = tuple(sentence for _, sentence in told)
    most = max(map(len, groups.values()), default=0)
    lead = next((n for n, found in sorted(groups.items()) if len(found) == most), 0)
    return tuple(
        Occurrence(
            document=page.document.id,
            number=number,
            claims=tuple(found),
            place=_place(found),
            date=_date(found),
            event_type=commonest([c.event_type for c in found]),
            published=page.document.published_on,
            told=tuple(sentence for n, sentence in told if n == number),
            page=sentences,
            leads=number == lead,
        )
        for number, found in sorted(groups.items())
    )


def commonest(values: Iterable[str | None]) -> str | None:
    """The value that comes most often, of several the first by letter; None where there is none."""
    counted = Counter(v for v in values if v)
    return min(counted, key=lambda v: (-counted[v], v)) if counted else None


def _place(claims: Sequence[Claim]) -> Place | None:
    places = [c.place for c in claims if c.place]
    name = commonest([p.ref or p.name for p in places])
    same = [p for p in places if (p.ref or p.name) == name]
    return min(same, key=lambda p: (p.precision or 9, len(p.name), p.name)) if same else None


def _date(claims: Sequence[Claim]) -> Interval | None:
    dates = [c.date for c in claims if c.date]
    key = commonest([f"{d.earliest}/{d.latest}" for d in dates])
    return next((d for d in dates if f"{d.earliest}/{d.latest}" == key), None)
