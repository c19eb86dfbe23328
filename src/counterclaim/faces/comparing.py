"""What `compare` does besides reading: pages known by a day, accounts with their relations, and both as records."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from pathlib import Path

from counterclaim.export.compared import incident_row, position_rows, relation_row, rivalry_row
from counterclaim.export.jsonl import line
from counterclaim.faces.workflow import Gathered
from counterclaim.linking.asof import AsOf, pages_by
from counterclaim.linking.evidence import Link
from counterclaim.model import NO_GUIDANCE, NOTHING_JUDGED, Account, Guidance, Judged, Page, Relation, Rivalry, Skipped
from counterclaim.pipeline import call_witnesses, compare_pages, explain_incidents, oppose_statements, relate_positions
from counterclaim.resources import load_resources

UNDATED = "its day of publication is unknown, so nobody can say whether it was out by then"
UNDATED_HINT = "give it with the page, as `published`"


class Compared(StrEnum):
    """Which records `compare --format` writes."""

    POSITIONS = "positions"
    RELATIONS = "relations"
    INCIDENTS = "incidents"
    RIVALS = "rivals"


@dataclass(frozen=True, slots=True)
class Comparison:
    """The accounts of some pages; relations by incident where they were asked for; a note on what was left out.

    `rivals` are statements that contradict each other.
    """

    accounts: tuple[Account, ...]
    relations: Mapping[str, Sequence[Relation]] = field(default_factory=dict)
    note: str = ""
    rivals: tuple[Rivalry, ...] = ()
    judged: Judged = NOTHING_JUDGED


def known_by(day: date | None, found: Gathered) -> tuple[Gathered, str]:
    """The pages published by a day, a note that says how many were not, and among the skipped those without a date."""
    if day is None:
        return found, ""
    parted = pages_by(day, found.pages)
    return replace(found, pages=parted.pages, skipped=(*found.skipped, *undated(parted))), as_of_note(parted)


def undated(parted: AsOf) -> Iterator[Skipped]:
    """Each page that was left out because nobody knows when it was published."""
    yield from (Skipped(p.document.source or p.document.id, UNDATED, UNDATED_HINT) for p in parted.undated)


def compare_found(judged: Judged, parties: Path | None, *, relate: bool, note: str = "") -> Comparison:
    """Weigh the pages' claims; with `relate` also every two positions against each other."""
    pages, guidance = judged.pages, judged.guidance
    accounts = compare_pages(pages, load_resources(parties), guidance)
    relations = relations_of(accounts, pages, parties, guidance) if relate else ()
    by_incident: dict[str, list[Relation]] = defaultdict(list)
    for relation in relations:
        by_incident[relation.a.incident].append(relation)
    return Comparison(accounts, by_incident, note, rivals_of(accounts, pages, parties), judged)


def narrowed(comparison: Comparison, account: Account) -> Comparison:
    """What concerns one account alone."""
    told = {c.document for c in account.incident.claims}
    rivals = tuple(r for r in comparison.rivals if r.a.document in told and r.b.document in told)
    return replace(comparison, accounts=(account,), rivals=rivals)


def links_of(accounts: Iterable[Account], pages: Sequence[Page]) -> dict[str, tuple[Link, ...]]:
    """By incident, the links that hold it together."""
    return dict(explain_incidents([a.incident for a in accounts], pages))


def relations_of(
    accounts: Iterable[Account], pages: Sequence[Page], parties: Path | None, guidance: Guidance = NO_GUIDANCE
) -> tuple[Relation, ...]:
    """The relations between positions of accounts that were made of these pages."""
    witnesses = call_witnesses(pages, load_resources(parties), guidance)
    return tuple(r for account in accounts for r in relate_positions(account, witnesses))


def rivals_of(accounts: Iterable[Account], pages: Sequence[Page], parties: Path | None) -> tuple[Rivalry, ...]:
    """The statements on these pages that contradict each other."""
    return oppose_statements(pages, [a.incident for a in accounts], load_resources(parties))


def record_lines(comparison: Comparison, records: Compared) -> Iterator[str]:
    """The records as JSON lines, incident by incident."""
    if records is Compared.RIVALS:
        yield from (line(rivalry_row(r)) for r in comparison.rivals)
        return
    for account in comparison.accounts:
        if records is Compared.INCIDENTS:
            yield line(incident_row(account))
        elif records is Compared.POSITIONS:
            yield from map(line, position_rows(account, comparison.judged))
        else:
            yield from (line(relation_row(r)) for r in comparison.relations.get(account.incident.id, ()))


def as_of_note(parted: AsOf) -> str:
    """How many pages were out by that day, came later, or have no date."""
    day = f"{parted.day.day} {parted.day:%b %Y}"
    n = len(parted.pages)
    parts = [f"{n} page{' was' if n == 1 else 's were'} out"]
    if parted.later:
        parts.append(f"{len(parted.later)} came later")
    if parted.undated:
        parts.append(f"{len(parted.undated)} without a date left out")
    return f"As of {day}: {', '.join(parts)}."
