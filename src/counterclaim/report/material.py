"""What a report is made of: pages, accounts and all that is known of how they hang together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from counterclaim.linking.evidence import Link
from counterclaim.model import NOTHING_JUDGED, Account, Judged, Page, Relation, Reuse, Rivalry, Skipped
from counterclaim.report.towns import Towns


@dataclass(frozen=True, slots=True)
class ModelFile:
    """A file of weights or data by its hash (SHA-256, hex), and the first words of its card."""

    name: str
    sha256: str
    told: str = ""


@dataclass(frozen=True)
class Making:
    """What the report was made with: names and versions, and the files of weights and data."""

    program: str
    versions: Sequence[tuple[str, str]] = ()
    files: Sequence[ModelFile] = ()


@dataclass(frozen=True)
class Material:
    """All that a report shows.

    `relations` and `links` are by incident, `reuse` is what the pages have in common word for word. `notes` are
    sentences that say what was left out or changed before the pages came here (a day, redaction, judgements). `hashes`
    are those of the texts as published (SHA-256, hex) by page id.
    """

    pages: Sequence[Page]
    accounts: Sequence[Account]
    making: Making
    relations: Mapping[str, Sequence[Relation]] = field(default_factory=dict)
    links: Mapping[str, Sequence[Link]] = field(default_factory=dict)
    rivals: Sequence[Rivalry] = ()
    reuse: Sequence[Reuse] = ()
    skipped: Sequence[Skipped] = ()
    notes: Sequence[str] = ()
    hashes: Mapping[str, str] = field(default_factory=dict)
    judged: Judged = NOTHING_JUDGED
    towns: Towns | None = None
