"""Occurrences of many pages to incidents, and pages added to what is linked already."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from counterclaim.linking.clusters import Known, clusters, group_of
from counterclaim.linking.obeying import obey
from counterclaim.linking.records import is_cumulative, records_of
from counterclaim.linking.scoring import Row, row_of, score
from counterclaim.linking.titles import name_incident
from counterclaim.linking.tolls import by_beginning, tolls_among
from counterclaim.linking.weights import LinkModel
from counterclaim.model import NO_GUIDANCE, Guidance, Incident, Occurrence


class Linkage:
    """Occurrences, what their pairs weigh, and the incidents that they are.

    `add` compares what is new with what it may be one with, and clusters anew only the groups that it links to. In
    whatever order and portions pages are added, the outcome is the same.
    """

    def __init__(self, model: LinkModel) -> None:
        self._model = model
        self._occurrences: dict[Known, Occurrence] = {}
        self._rows: dict[Known, Row] = {}
        self._tolls: dict[str, list[Occurrence]] = defaultdict(list)
        self._at: dict[int, list[Known]] = defaultdict(list)
        self._near: dict[Known, dict[Known, float]] = defaultdict(dict)
        self._incidents: dict[Known, list[Incident]] = {}

    @property
    def incidents(self) -> tuple[Incident, ...]:
        """Those on most pages first. Every occurrence is in exactly one."""
        return _in_order(i for incidents in self._incidents.values() for i in incidents)

    def judged(self, guidance: Guidance) -> tuple[Incident, ...]:
        """The same as people judge them; what is added later is not yet among them."""
        if not (guidance.one or guidance.two):
            return self.incidents
        groups = [sorted({(c.document, c.occurrence) for c in i.claims}) for i in self.incidents]
        found = obey(groups, self._near, self._model, guidance)
        return _in_order(name_incident([self._occurrences[known] for known in group]) for group in found)

    def add(self, occurrences: Sequence[Occurrence]) -> None:
        """Link further occurrences, all of a page at once; raises ValueError where a page was added before.

        Of two pages with one id in the same portion one counts.
        """
        fresh = {(o.document, o.number): o for o in occurrences}
        if {page for page, _ in fresh} & {page for page, _ in self._occurrences}:
            raise ValueError("a page was added twice")
        self._occurrences |= fresh
        made = records_of(list(fresh.values()), self._model.rarity, self._model.targets)
        records = {k: r for k, r in zip(fresh, made, strict=True) if not is_cumulative(fresh[k])}
        self._weigh({known: row_of(record) for known, record in records.items()})
        self._cluster(records)
        self._gather(fresh.values())

    def _cluster(self, touched: Collection[Known]) -> None:
        """Cluster the groups of these anew."""
        done: set[Known] = set()
        for known in sorted(touched):
            if known in done:
                continue
            group = group_of(known, self._near)
            done.update(group)
            for member in group:
                self._incidents.pop(member, None)
            found = clusters(group, self._near, self._model)
            self._incidents[group[0]] = [name_incident([self._occurrences[k] for k in c]) for c in found]

    def _gather(self, fresh: Iterable[Occurrence]) -> None:
        """Put running tolls to those of their countries."""
        touched = set()
        for country, toll in tolls_among(fresh):
            self._tolls[country].append(toll)
            touched.add(country)
        for country in sorted(touched):
            found = by_beginning(self._tolls[country])
            self._incidents[f"tolls of {country}", -1] = [name_incident(group) for group in found]

    def _weigh(self, fresh: dict[Known, Row]) -> None:
        """Compare the new occurrences with each other and with those that share a key with one of them."""
        among = {int(key) for row in fresh.values() for key in row["keys"]}
        beside = {known for key in among & self._at.keys() for known in self._at[key]}
        self._rows |= fresh
        compared = sorted(fresh.keys() | beside)
        rows = [self._rows[k] if k in fresh else _only(self._rows[k], among) for k in compared]
        for pair in score(rows, self._model):
            a, b = compared[pair.a], compared[pair.b]
            if a in fresh or b in fresh:
                self._near[a][b] = self._near[b][a] = pair.weight
        for known, row in fresh.items():
            for key in row["keys"]:
                self._at[int(key)].append(known)


def _only(row: Row, among: Collection[int]) -> Row:
    """A row with those of its keys that what is new has too."""
    return {**row, "keys": [key for key in row["keys"] if int(key) in among]}


def link_incidents(
    occurrences: Sequence[Occurrence], model: LinkModel, guidance: Guidance = NO_GUIDANCE
) -> tuple[Incident, ...]:
    """Cluster occurrences into incidents, largest first. Every occurrence is in exactly one.

    `guidance` is what people say of incidents being one or two.
    """
    linkage = Linkage(model)
    linkage.add(occurrences)
    return linkage.judged(guidance)


def _in_order(incidents: Iterable[Incident]) -> tuple[Incident, ...]:
    return tuple(sorted(incidents, key=lambda i: (-_pages(i), -len(i.claims), i.title, i.id)))


def _pages(incident: Incident) -> int:
    return len({c.document for c in incident.claims})
