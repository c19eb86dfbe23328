"""One incident: its head, its positions and how they stand, who rests on whom, when and where."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from counterclaim.faces.wording import printable
from counterclaim.linking.titles import PLAIN, day_words
from counterclaim.model import Account, Document, Interval
from counterclaim.report.chains import chains_of, chains_section, graph_rows
from counterclaim.report.judgements import judged_linking
from counterclaim.report.markup import Html, bdi, data_block, el, join
from counterclaim.report.material import Material
from counterclaim.report.places import home_refs, place_row, place_section, places_rows, spread
from counterclaim.report.positions import positions_section
from counterclaim.report.shelf import Shelf, incident_anchor, listed
from counterclaim.report.standing import copies_section, grade_line, links_section, relations_section
from counterclaim.report.timeline import sayings_of, timeline_rows, timeline_section
from counterclaim.report.words import counted, exactness, facts, kept_together

DATE_WORDS = {1: "to the day", 2: "within six days", 3: "within a week", 4: "within a month", 5: "longer than a month"}


def incident_section(account: Account, material: Material, shelf: Shelf) -> tuple[Html, Html]:
    """The section, and the JSON block from which its drawings are made."""
    incident = account.incident
    anchor, relations = incident_anchor(incident), material.relations.get(incident.id, ())
    chains, sayings = chains_of(account, shelf), sayings_of(account, relations, shelf)
    if counts_of(account)[0] == 1:  # one page: its table says it all
        sayings, chains = [], {c: claims for c, claims in chains.items() if c.relays}
    section = el(
        "section",
        *_head(account, shelf, alone=len(material.accounts) == 1),
        *judged_linking(incident, shelf),
        grade_line(account.grade, shelf),
        positions_section(account, shelf),
        relations_section(account, relations, shelf),
        chains_section(account, chains, shelf),
        timeline_section(account, sayings, shelf),
        place_section(account, shelf, material.towns),
        copies_section(account, shelf),
        links_section(material.links.get(incident.id, ()), shelf),
        cls="incident",
        id=anchor,
        aria_labelledby=f"{anchor}-title",
    )
    drawn = {
        "graph": graph_rows(account, chains, shelf),
        "timeline": timeline_rows(sayings, shelf),
        "places": places_rows(account, shelf, material.towns),
    }
    return section, data_block(drawn, cls="incident-data", data_for=anchor)


def _head(account: Account, shelf: Shelf, *, alone: bool) -> tuple[Html, ...]:
    """The heading; where it is the only incident, title and facts stand at the head of the report."""
    label = f"{incident_anchor(account.incident)}-title"
    if alone:
        return (el("h2", "What the pages claim", id=label),)
    return el("h2", bdi(kept_together(printable(account.incident.title))), id=label), facts(head_facts(account, shelf))


def head_facts(account: Account, shelf: Shelf) -> list[tuple[str, Html | str | None]]:
    """What, where and when with their spread, and how many tell of it."""
    incident, place = account.incident, account.incident.place
    named = (bdi(printable(place.name)), f" ({exactness(place)}) ", *home_refs(account, shelf, 1)) if place else ()
    return [
        ("what", PLAIN.get(incident.event_type or "", incident.event_type)),
        ("where", join(*named, _after(spread(account))) if named else "not told"),
        ("when", _when(account, shelf) or "not told"),
        ("told by", counts_told(account)),
        ("published", published_words(shelf.documents[p] for p in {c.document for c in incident.claims})),
        ("incident", el("code", incident.id)),
    ]


def published_words(documents: Iterable[Document]) -> str | None:
    """The first and the last day on which the pages were published, None where no page has one."""
    days = sorted(day.isoformat() for d in documents if (day := d.published_on))
    return day_words(Interval(days[0], days[-1])) if days else None


def counts_of(account: Account) -> tuple[int, int, int]:
    """How many pages, claims and independent voices."""
    claims = account.incident.claims
    return len({c.document for c in claims}), len(claims), len({v for q in account.questions for v in q.voices})


def counts_told(account: Account) -> str:
    """The same in words."""
    named = zip(counts_of(account), ("page", "claim", "named voice"), strict=True)
    return " · ".join(counted(n, word) for n, word in named)


def incident_row(account: Account, material: Material) -> dict[str, Any]:
    """What scripts filter and map by."""
    incident = account.incident
    pages, claims, voices = counts_of(account)
    parties = [c.party for c in incident.claims if c.party]
    return {
        "id": incident_anchor(incident),
        "row": f"row-{incident_anchor(incident)}",
        "title": printable(incident.title),
        "what": PLAIN.get(incident.event_type or "", incident.event_type),
        "place": place_row(incident.place, material.towns),
        "date": [incident.date.earliest, incident.date.latest] if incident.date else None,
        "counts": {"pages": pages, "claims": claims, "voices": voices},
        "grade": account.grade.name.value if account.grade else None,
        "aspects": list(dict.fromkeys(q.aspect for q in account.questions)),
        "verdicts": list(dict.fromkeys(q.verdict.value for q in account.questions)),
        "parties": list(dict.fromkeys(map(printable, parties))),
        "voices": list(dict.fromkeys(printable(v) for q in account.questions for v in q.voices)),
    }


def _when(account: Account, shelf: Shelf) -> Html | None:
    """The days for which the incident is taken, and the first and the last that claims give, each with a claim."""
    home = account.incident.date
    dates = [(c.date, shelf.ref(c)) for c in account.incident.claims if c.date]
    if home is None:
        return None
    same = [ref for date, ref in dates if date == home]
    told = join(f"{day_words(home)} ({DATE_WORDS[home.precision]}) ", *same[:1])
    if not dates:
        return told
    (first, from_ref), (last, to_ref) = min(dates, key=_earliest), max(dates, key=_latest)
    whole = Interval(first.earliest, last.latest)
    if whole == home:
        return told
    others = [ref for ref in dict.fromkeys([from_ref, to_ref]) if ref not in same[:1]]
    return join(told, f"; claims give days within {day_words(whole)} ", *listed(others))


def _earliest(dated: tuple[Interval, Html]) -> str:
    return dated[0].earliest


def _latest(dated: tuple[Interval, Html]) -> str:
    return dated[0].latest


def _after(told: str) -> str | None:
    return f"; {told}" if told else None
