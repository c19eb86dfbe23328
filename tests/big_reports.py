"""A report as large as a casebook grows: hundreds of incidents of an invented war on thousands of short pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from counterclaim.model import (
    Account,
    Claim,
    Document,
    Incident,
    Interval,
    Page,
    Passage,
    Place,
    Position,
    Question,
    Role,
    Span,
    Verdict,
    content_id,
)
from counterclaim.report.assembling import assemble
from counterclaim.report.material import Making, Material

VOICES = ("Tarn Watch", "Weir Rescue", "Orsk Defence Ministry", "Upland League")
OUTLETS = ("The Tarn Wire", "Orsk Daily", "Lake Post", "Upland Radio", "Weir Evening News")
FIRST_DAY = dt.date(2018, 1, 1)
RARE = "quicklime"  # a word that stands on one page alone
FILLER = (
    "The road along the tarn was closed for most of the day. Shops near the market stayed shut, and a column of "
    "lorries waited at the bridge until the evening. Neighbours brought blankets and water to those in the school. "
)


def big_report(incidents: int = 300, pages: int = 2000) -> str:
    """The report's text; it is the same each time."""
    read = [_page(n, n % incidents) for n in range(pages)]
    accounts = [_account(i, read[i::incidents]) for i in range(incidents)]
    return assemble(Material(tuple(read), tuple(accounts), Making("counterclaim test")))


def _day(incident: int) -> str:
    return (FIRST_DAY + dt.timedelta(days=3 * incident)).isoformat()


def _place(incident: int) -> Place:
    lat, lon = 33.0 + (incident * 7 % 40) / 10, 36.0 + (incident * 11 % 60) / 10
    return Place(
        f"Tarnholt {incident % 75}", lat=lat, lon=lon, precision=1 + incident % 4, ref=str(incident % 75), country="XT"
    )


def _page(n: int, incident: int) -> Page:
    voice, figure = VOICES[n % len(VOICES)], 5 + n % 17
    opening = f"{voice} said {figure} people were killed in Tarnholt {incident % 75}.\n"
    text = opening + FILLER * 6 + (f"\nA sack of {RARE} stood at the gate.\n" if n == 1234 else "\n")
    document = Document(f"page-{n}", text, OUTLETS[n % len(OUTLETS)], _day(incident), f"Tarnholt, day {n}")
    start = text.index(str(figure), len(voice))
    span = Span.of(text, start, start + len(f"{figure} people"))
    day = Interval(_day(incident), _day(incident))
    claim = Claim(
        content_id(document.id, "claim"), document.id, "killed", span, figure, figure, "exactly", "people",
        voice=voice, voice_span=Span.of(text, 0, len(voice)), place=_place(incident), date=day,
        event_type="Air/drone strike",
    )  # fmt: skip
    cut = len(opening) - 1
    passages = (Passage(Span.of(text, 0, cut), Role.BODY), Passage(Span.of(text, cut + 1, len(text) - 1), Role.BODY))
    return Page(document, passages, (), (claim,))


def _account(incident: int, pages: Sequence[Page]) -> Account:
    claims = [claim for page in pages for claim in page.claims]
    id_, day = content_id("incident", incident), _day(incident)
    title = f"Air strike · Tarnholt {incident % 75} · {day}"
    about = Incident(id_, title, "Air/drone strike", _place(incident), Interval(day, day), tuple(claims))
    held: dict[tuple[str | None, int | None], list[Claim]] = {}
    for claim in claims:
        held.setdefault((claim.voice, claim.low), []).append(claim)
    positions = tuple(
        Position(id_, "killed", "killed", "people", voice, str(low), low, low, tuple(its))
        for (voice, low), its in held.items()
    )
    verdict = (Verdict.OTHER_NUMBER, Verdict.AGREE, Verdict.SINGLE)[incident % 3]
    voices = tuple(dict.fromkeys(p.voice for p in positions if p.voice))
    return Account(about, (Question("killed", "killed", positions, verdict, voices, None, "They differ."),))
