"""Who rests on whom as W3C PROV (PROV-JSON, or PROV-O in Turtle): voice, relay, outlet; and pages copied from pages.

A claim quotes its page; the page's word for it was derived from what each relay passed on, and that from the voice's
own word. Each derivation says its basis: "stated" where the pages say so themselves, "inferred" where it follows from
words that pages share.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from counterclaim.export.case import Case, address, cleaned, present, sentence, urn
from counterclaim.model import Claim, Document, Reuse, content_id

PREFIXES = {"cc": "urn:counterclaim:", "prov": "http://www.w3.org/ns/prov#", "xsd": "http://www.w3.org/2001/XMLSchema#"}
LABEL = "<http://www.w3.org/2000/01/rdf-schema#label>"
PREDICATES = {"prov:label": LABEL, "prov:type": "a", "prov:location": "prov:atLocation"}
PROGRAM, READING = "cc:program", "cc:reading"
STATED, INFERRED = "stated", "inferred"
ENDS = {
    "wasAttributedTo": ("prov:entity", "prov:agent"),
    "wasDerivedFrom": ("prov:generatedEntity", "prov:usedEntity"),
    "wasGeneratedBy": ("prov:entity", "prov:activity"),
    "wasAssociatedWith": ("prov:activity", "prov:agent"),
    "alternateOf": ("prov:alternate1", "prov:alternate2"),
}
"""The relations that are used, each with what PROV-JSON calls its two ends."""


@dataclass
class Graph:
    """Things by name with their attributes, and relations between two of them with theirs."""

    things: dict[str, dict[str, dict[str, Any]]] = field(
        default_factory=lambda: {"entity": {}, "activity": {}, "agent": {}}
    )
    relations: dict[tuple[str, str, str, str], dict[str, Any]] = field(default_factory=dict)

    def thing(self, kind: str, name: str, **attributes: Any) -> str:
        """Take up a thing, once; returns its name."""
        self.things[kind].setdefault(name, present({k.replace("_", ":", 1): v for k, v in attributes.items()}))
        return name

    def relate(self, kind: str, a: str, b: str, *, basis: str | None = None, quoted: bool = False) -> None:
        """Say that `a` stands so to `b`; `quoted` makes of a derivation a quotation."""
        quotation = {"$": "prov:Quotation", "type": "prov:QUALIFIED_NAME"} if quoted else None
        told = {"cc:basis": basis, "prov:type": quotation}
        self.relations.setdefault((kind, a, b, basis or ""), present(told))


def prov_graph(case: Case) -> Graph:
    """The graph of a case."""
    graph = Graph()
    kind = {"$": "prov:SoftwareAgent", "type": "prov:QUALIFIED_NAME"}
    graph.thing("agent", PROGRAM, prov_type=kind, prov_label="counterclaim", cc_version=case.reader)
    graph.thing("activity", READING, prov_label="reading of the pages")
    graph.relate("wasAssociatedWith", READING, PROGRAM)
    for page in case.pages:
        _page(graph, page.document)
        for claim in page.claims:
            _claim(graph, claim, page.document)
    for reuse in case.reuse:
        _copied(graph, reuse, case)
    return graph


def _name(*parts: object) -> str:
    """A name with the prefix: hashes only, so that no page can put anything into it."""
    return f"cc:{parts[0]}-{content_id(*parts[1:])}"


def _agent(graph: Graph, name: str) -> str:
    return graph.thing("agent", _name("agent", name), prov_label=name)


def _page_name(id_: str) -> str:
    return _name("page", id_)


def _page(graph: Graph, document: Document) -> None:
    page = graph.thing(
        "entity",
        _page_name(document.id),
        prov_label=document.title or document.id,
        cc_page=urn("page", document.id),
        cc_published=document.published,
        prov_location=address(document.url),
    )
    if document.outlet:
        graph.relate("wasAttributedTo", page, _agent(graph, document.outlet))


def _claim(graph: Graph, claim: Claim, document: Document) -> None:
    """The chain: what the page says, what each relay passed on, what the voice said."""
    words = graph.thing(
        "entity",
        f"cc:claim-{claim.id}",
        prov_label=sentence(claim),
        prov_value=claim.span.exact,
        cc_start=claim.span.start,
        cc_end=claim.span.end,
    )
    graph.relate("wasDerivedFrom", words, _page_name(document.id), basis=STATED, quoted=True)
    graph.relate("wasGeneratedBy", words, READING)
    last = words
    for party in [*reversed(claim.relays), *([claim.voice] if claim.voice else [])]:
        said = graph.thing("entity", _name("word", party, claim.id), prov_label=f"what {party} said of it")
        graph.relate("wasDerivedFrom", last, said, basis=STATED)
        graph.relate("wasAttributedTo", said, _agent(graph, party))
        last = said


def _copied(graph: Graph, reuse: Reuse, case: Case) -> None:
    """Two pages with words in common: the later from the earlier, both from the origin where one is named."""
    if reuse.a not in case.documents or reuse.b not in case.documents:
        return
    if reuse.origin is not None:
        name = _name("origin", reuse.origin, *sorted((reuse.a, reuse.b)))
        origin = graph.thing("entity", name, prov_label=reuse.origin)
        graph.relate("wasAttributedTo", origin, _agent(graph, reuse.origin))
        for page in (reuse.a, reuse.b):
            graph.relate(
                "wasDerivedFrom", _page_name(page), origin, basis=STATED if page in reuse.stated_by else INFERRED
            )
    if reuse.earlier is not None:
        later = reuse.b if reuse.earlier == reuse.a else reuse.a
        graph.relate("wasDerivedFrom", _page_name(later), _page_name(reuse.earlier), basis=INFERRED)
    else:
        graph.relate("alternateOf", *sorted((_page_name(reuse.a), _page_name(reuse.b))))


def prov_json(case: Case) -> Iterator[str]:
    """PROV-JSON (W3C Member Submission 24 April 2013), line by line."""
    graph = prov_graph(case)
    sections: dict[str, dict[str, Any]] = {kind: dict(things) for kind, things in graph.things.items() if things}
    for n, ((kind, a, b, _), attributes) in enumerate(graph.relations.items(), 1):
        first, second = ENDS[kind]
        sections.setdefault(kind, {})[f"_:r{n}"] = {first: a, second: b, **attributes}
    yield f'{{"prefix":{json.dumps(PREFIXES)}'
    for kind, records in sections.items():
        yield f',\n"{kind}":{{'
        for n, (name, attributes) in enumerate(records.items()):
            told = json.dumps(cleaned(attributes), ensure_ascii=False)
            yield f"{',' if n else ''}\n{json.dumps(name)}:{told}"
        yield "}"
    yield "}\n"


def prov_turtle(case: Case) -> Iterator[str]:
    """The same as PROV-O in Turtle: derivations with their basis are qualified."""
    graph = prov_graph(case)
    yield "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    classes = {"entity": "prov:Entity", "activity": "prov:Activity", "agent": "prov:Agent"}
    for kind, things in graph.things.items():
        for name, attributes in things.items():
            told = "".join(f" ;\n  {_predicate(k)} {_object(v)}" for k, v in attributes.items())
            yield f"{name} a {classes[kind]}{told} .\n"
    for n, ((kind, a, b, _), attributes) in enumerate(graph.relations.items(), 1):
        yield f"{a} {_property(kind, attributes)} {b} .\n"
        if "cc:basis" in attributes:
            basis = _object(attributes["cc:basis"])
            yield f"{a} prov:qualifiedDerivation _:d{n} .\n"
            yield f"_:d{n} a prov:Derivation ; prov:entity {b} ; cc:basis {basis} .\n"


def _predicate(name: str) -> str:
    """PROV-O's name for an attribute of PROV-JSON."""
    return PREDICATES.get(name, name)


def _property(kind: str, attributes: dict[str, Any]) -> str:
    return "prov:wasQuotedFrom" if "prov:type" in attributes else f"prov:{kind}"


def _object(value: Any) -> str:
    if isinstance(value, dict):
        return str(value["$"])
    if isinstance(value, int):
        return str(value)
    return json.dumps(cleaned(value), ensure_ascii=False)  # Turtle has the escapes of JSON
