"""Who rests on whom: from each voice through its relays to the outlets, as stated or inferred from copied words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Literal

from counterclaim.faces.wording import printable, voice_name
from counterclaim.linking.copies import trace_copies
from counterclaim.linking.witnesses import UNNAMED
from counterclaim.model import Account, Claim, Reuse
from counterclaim.report.markup import EMPTY, Html, bdi, el, join
from counterclaim.report.shelf import Shelf, incident_anchor, listed

Known = Literal["stated", "inferred"]
REFS = 40  # links given for one arrow of the drawing


@dataclass(frozen=True, order=True)
class Chain:
    """One way by which claims came: the voice (None: the page's own word), relays in order, the outlet."""

    voice: str | None
    relays: tuple[str, ...]
    outlet: str
    known: Known = "stated"


@dataclass
class _Drawing:
    """Nodes and arrows of the graph, each once."""

    shelf: Shelf
    nodes: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)
    edges: dict[tuple[str, str, str], list[Claim]] = field(default_factory=lambda: defaultdict(list))

    def node(self, kind: str, label: str) -> str:
        """The id of a node."""
        made = {"id": f"n{len(self.nodes)}", "kind": kind, "label": printable(label), "own": 0}
        return str(self.nodes.setdefault((kind, label), made)["id"])

    def add(self, chain: Chain, claims: Sequence[Claim]) -> None:
        """A chain's nodes and the arrows between them."""
        outlet = self.node("outlet", chain.outlet)
        if chain.voice is None and not chain.relays:
            self.nodes["outlet", chain.outlet]["own"] += len(claims)
            return
        kind = "unnamed" if (chain.voice or "").startswith(UNNAMED) else "voice"
        first = [self.node(kind, chain.voice)] if chain.voice else []
        path = [*first, *(self.node("relay", r) for r in chain.relays), outlet]
        for a, b in pairwise(path):
            self.edges[a, b, chain.known] += claims

    def rows(self) -> dict[str, Any]:
        """The graph for scripts."""
        edges = [
            {
                "from": a,
                "to": b,
                "known": known,
                "claims": len(claims),
                "refs": [self.shelf.ref_row(c) for c in claims[:REFS]],
            }
            for (a, b, known), claims in self.edges.items()
        ]
        return {"nodes": list(self.nodes.values()), "edges": edges}


def chains_of(account: Account, shelf: Shelf) -> Mapping[Chain, Sequence[Claim]]:
    """The chains of an incident, those with most pages first, each with its claims."""
    inferred = trace_copies(account.incident.claims, account.copies).inferred
    found: dict[Chain, list[Claim]] = defaultdict(list)
    for claim in account.incident.claims:
        origin = inferred.get(claim.id)
        known: Known = "inferred" if origin and origin not in claim.relays and origin != claim.voice else "stated"
        relays = (*claim.relays, *([origin] if origin and known == "inferred" else []))
        found[Chain(claim.voice, relays, shelf.outlet(claim.document), known)].append(claim)
    order = sorted(found, key=lambda c: (c.voice is None, -_weight(found, c), c.voice or "", c.relays, c.outlet))
    return {chain: found[chain] for chain in order}


def graph_rows(account: Account, chains: Mapping[Chain, Sequence[Claim]], shelf: Shelf) -> dict[str, Any]:
    """Nodes and arrows: voice to relay to outlet, and from outlet to outlet where words were copied."""
    drawing = _Drawing(shelf)
    for chain, claims in chains.items():
        drawing.add(chain, claims)
    rows = drawing.rows()
    rows["edges"] += _copied(account.copies, drawing, shelf)
    return rows


def chains_section(account: Account, chains: Mapping[Chain, Sequence[Claim]], shelf: Shelf) -> Html:
    """The chains as a list."""
    if not chains:
        return EMPTY
    items = [el("li", *_chain(chain, claims, shelf), cls=f"chain {chain.known}") for chain, claims in chains.items()]
    figure = el("figure", cls="drawing", data_draw="graph", data_incident=incident_anchor(account.incident))
    return el("section", el("h3", "Who rests on whom"), figure, el("ul", *items, cls="plain"), cls="chains")


def _chain(chain: Chain, claims: Sequence[Claim], shelf: Shelf) -> list[Html | str]:
    links = [voice_name(chain.voice)] if chain.voice or not chain.relays else []
    steps: list[Html | str] = []
    for name in [*links, *chain.relays]:
        steps += [bdi(printable(name)), " → "]
    told = " (inferred from copied words)" if chain.known == "inferred" else ""
    return [join(*steps, bdi(chain.outlet), told), " ", *listed([shelf.ref(c) for c in claims])]


def _weight(found: Mapping[Chain, Sequence[Claim]], chain: Chain) -> int:
    """On how many pages its voice is heard."""
    return len({c.document for other, claims in found.items() if other.voice == chain.voice for c in claims})


def _copied(copies: Sequence[Reuse], drawing: _Drawing, shelf: Shelf) -> list[dict[str, Any]]:
    """An arrow for each page that has its words from an earlier one, where the dates tell which that is."""
    found = []
    for pair in copies:
        if pair.earlier is None:
            continue
        later = pair.b if pair.earlier == pair.a else pair.a
        ends = [drawing.nodes.get(("outlet", shelf.outlet(page))) for page in (pair.earlier, later)]
        if ends[0] and ends[1] and ends[0] is not ends[1]:
            place = {"href": shelf.anchors[later], "page": shelf.anchors[later], "label": shelf.names[later]}
            row = {"from": ends[0]["id"], "to": ends[1]["id"], "known": "inferred", "copied": True}
            found.append(row | {"claims": 0, "refs": [place]})
    return found
