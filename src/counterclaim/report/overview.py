"""The incidents of a report in one table, with what each is, how many tell of it, and how its voices stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from counterclaim.faces.wording import printable
from counterclaim.linking.titles import PLAIN, day_words
from counterclaim.model import Account
from counterclaim.report.incidents import counts_of
from counterclaim.report.markup import Html, bdi, el
from counterclaim.report.shelf import incident_anchor
from counterclaim.report.words import counted, verdict

HEAD = ("when", "what", "where", "pages", "claims", "named voices", "verdicts", "suggested grade")


def overview_section(accounts: Sequence[Account]) -> Html:
    """The table, and places for the map and the timeline of all incidents."""
    head = el("thead", el("tr", *(el("th", word, scope="col") for word in HEAD)))
    body = el("tbody", *(_row(account) for account in accounts))
    told = f"{counted(len(accounts), 'incident')}, those on most pages first"
    table = el("table", el("caption", told), head, body, id="incidents")
    return el(
        "section",
        el("h2", "Incidents"),
        el("figure", cls="drawing", data_draw="index-map"),
        el("figure", cls="drawing", data_draw="index-timeline"),
        el("div", table, cls="scroll", role="region", tabindex="0", aria_label="Incidents"),
        id="overview",
    )


def _row(account: Account) -> Html:
    incident, anchor = account.incident, incident_anchor(account.incident)
    pages, claims, voices = counts_of(account)
    kind = PLAIN.get(incident.event_type or "", incident.event_type or "Incident")
    cells: Iterable[Html] = (
        el("td", day_words(incident.date) or "not told", cls="when"),
        el("th", el("a", kind, href=f"#{anchor}"), scope="row", cls="what"),
        el("td", bdi(printable(incident.place.name)) if incident.place else "not told", cls="where"),
        *(el("td", f"{n:,}", cls="count") for n in (pages, claims, voices)),
        el("td", *_verdicts(account), cls="verdicts"),
        el("td", account.grade.name.value if account.grade else "", cls="grade"),
    )
    return el("tr", *cells, id=f"row-{anchor}", data_incident=anchor)


def _verdicts(account: Account) -> list[Html]:
    return [verdict(found) for found in dict.fromkeys(q.verdict for q in account.questions)]
