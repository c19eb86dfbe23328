"""Every format on the demo pages and on a hostile page: the standard's own rules, and the same bytes again."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

import pyarrow.parquet as pq
import pytest
from prov.model import ProvDocument
from pyld import jsonld
from rdflib import Graph, Namespace
from rdflib.namespace import RDF

from builders import claim, page
from counterclaim.export.case import Case, address, sentence
from counterclaim.export.formats import ExportFormat, Manner, chunks, page_chunks
from counterclaim.export.jsonl import claim_row
from counterclaim.export.parquet import schema
from counterclaim.export.table import columns

Demo = Callable[[ExportFormat], Case]
PROV = Namespace("http://www.w3.org/ns/prov#")
CC = Namespace("urn:counterclaim:")
OA = "http://www.w3.org/ns/oa#"


def written(format_: ExportFormat, case: Case, **manner: bool) -> bytes:
    return b"".join(chunks(format_, case, Manner(**manner)))


@pytest.mark.parametrize("format_", ExportFormat)
def test_the_same_case_gives_the_same_bytes(demo: Demo, format_: ExportFormat) -> None:
    assert written(format_, demo(format_)) == written(format_, demo(format_))


@pytest.mark.parametrize("format_", ExportFormat)
def test_nothing_to_write_is_written_too(format_: ExportFormat) -> None:
    out = written(format_, Case(()))
    if format_ is ExportFormat.PARQUET:
        assert pq.read_table(io.BytesIO(out)).num_rows == 0
    elif format_ not in (ExportFormat.CSV, ExportFormat.JSONL, ExportFormat.FTM):
        json.loads(out)


# JSONL


def test_jsonl_is_the_contract(demo: Demo) -> None:
    case = demo(ExportFormat.JSONL)
    rows = [json.loads(line) for line in written(ExportFormat.JSONL, case).splitlines()]
    assert rows == [claim_row(c, d, case.incident_of.get(c.id)) for c, d in case.claims()]
    assert all(r["incident"] for r in rows)


def test_half_a_surrogate_pair_becomes_an_escape_in_jsonl(hostile: Case) -> None:
    (row,) = map(json.loads, written(ExportFormat.JSONL, hostile).splitlines())
    assert row["voice"] == hostile.pages[0].claims[0].voice


# CSV

# The core hashtags of the Humanitarian Exchange Language 1.1 that are used here, those whose values its own
# schema wants to be numbers or days (libhxl, hxl-default-schema.json), and the pattern of a tag.
HXL_CORE = {
    "#affected", "#cause", "#date", "#description", "#event", "#geo", "#group", "#impact", "#indicator", "#loc",
    "#meta", "#org", "#status",
}  # fmt: skip
HXL_NUMBERS, HXL_DAYS = "#affected", "#date"
HXL_TAG = re.compile(r"#[a-z][a-z0-9_]*(?: \+[a-z][a-z0-9_]*)*")


def rows_of(out: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(out.decode("utf-8-sig"), newline="")))


def test_csv_has_one_row_a_claim_with_its_values(demo: Demo) -> None:
    case = demo(ExportFormat.CSV)
    head, *rows = rows_of(written(ExportFormat.CSV, case))
    assert head == [c.name for c in columns()]
    claims = [c for c, _ in case.claims()]
    assert [r[0] for r in rows] == [c.id for c in claims]
    assert [r[head.index("low")] for r in rows] == ["" if c.low is None else str(c.low) for c in claims]
    assert {len(r) for r in rows} == {len(head)}


def test_hxl_tags_are_of_the_standard_and_each_there_once(demo: Demo) -> None:
    head, tags, *rows = rows_of(written(ExportFormat.CSV, demo(ExportFormat.CSV), hxl=True))
    assert len(set(tags)) == len(tags) == len(head)
    for tag in tags:
        assert HXL_TAG.fullmatch(tag)
        assert tag.split()[0] in HXL_CORE
    assert rows


def test_hxl_columns_of_numbers_and_days_hold_nothing_else(demo: Demo) -> None:
    _, tags, *rows = rows_of(written(ExportFormat.CSV, demo(ExportFormat.CSV), hxl=True))
    for n, tag in enumerate(tags):
        values = [row[n] for row in rows if row[n]]
        if tag.split()[0] == HXL_NUMBERS:
            assert values
            assert all(v.isdecimal() for v in values)
        elif tag.split()[0] == HXL_DAYS:
            assert values
            assert all(datetime.fromisoformat(v) for v in values)


def test_excel_gets_its_mark_and_line_ends(demo: Demo) -> None:
    out = written(ExportFormat.CSV, demo(ExportFormat.CSV), excel=True)
    assert out.startswith(b"\xef\xbb\xbfid,")
    assert out.count(b"\n") == out.count(b"\r\n")


@pytest.mark.parametrize("excel", [False, True])
def test_no_cell_is_a_formula_or_holds_control_characters(hostile: Case, excel: bool) -> None:
    head, row = rows_of(written(ExportFormat.CSV, hostile, excel=excel))
    assert not [cell for cell in row if cell[:1] in "=+-@\t\r＝＋－＠" and cell]
    assert not [cell for cell in row if re.search(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff]", cell)]
    assert row[head.index("voice")].startswith("'=cmd")


def test_a_negative_number_is_no_formula(demo: Demo) -> None:
    head, *rows = rows_of(written(ExportFormat.CSV, demo(ExportFormat.CSV), excel=True))
    assert [r for r in rows if r[head.index("lon")].startswith("-")]


def test_a_cell_is_no_longer_than_excel_takes() -> None:
    long = Case((page_of_long(),))
    _, row = rows_of(written(ExportFormat.CSV, long, excel=True))
    assert max(map(len, row)) == 32_767


def page_of_long() -> Any:
    return page("d", claim("d", voice="x" * 40_000))


# Parquet


def test_parquet_has_the_types_and_the_rows(demo: Demo) -> None:
    case = demo(ExportFormat.PARQUET)
    table = pq.read_table(io.BytesIO(written(ExportFormat.PARQUET, case)))
    assert table.schema.equals(schema())
    rows, claims = table.to_pylist(), [c for c, _ in case.claims()]
    for row, one in zip(rows, claims, strict=True):
        assert row["span"] == {"start": one.span.start, "end": one.span.end, "exact": one.span.exact}
        assert (row["earliest"] and row["earliest"].isoformat()) == (one.date and one.date.earliest)
        assert tuple(row["relays"]) == one.relays


def test_parquet_takes_what_no_string_may_hold(hostile: Case) -> None:
    (row,) = pq.read_table(io.BytesIO(written(ExportFormat.PARQUET, hostile))).to_pylist()
    assert "\ud800" not in row["voice"]
    assert "\ufffd" in row["voice"]


def test_parquet_takes_a_number_larger_than_a_column() -> None:
    case = Case((page("d", claim("d", low=10**30, high=10**30)),))
    (row,) = pq.read_table(io.BytesIO(written(ExportFormat.PARQUET, case))).to_pylist()
    assert row["low"] == 2**63 - 1


# Web Annotation

# The part of the Web Annotation context (W3C, 2017) that is used, from the Recommendation's vocabulary.
ANNO: Mapping[str, Any] = {
    "@context": {
        "oa": OA, "as": "https://www.w3.org/ns/activitystreams#", "rdf": str(RDF),
        "dc": "http://purl.org/dc/elements/1.1/",
        "dcterms": "http://purl.org/dc/terms/", "xsd": "http://www.w3.org/2001/XMLSchema#",
        "dctypes": "http://purl.org/dc/dcmitype/",
        "id": "@id", "type": "@type", "Annotation": "oa:Annotation", "TextualBody": "oa:TextualBody",
        "Text": "dctypes:Text",
        "SpecificResource": "oa:SpecificResource", "TextQuoteSelector": "oa:TextQuoteSelector",
        "TextPositionSelector": "oa:TextPositionSelector", "AnnotationCollection": "as:OrderedCollection",
        "AnnotationPage": "as:OrderedCollectionPage", "motivation": {"@id": "oa:motivatedBy", "@type": "@vocab"},
        "purpose": {"@id": "oa:hasPurpose", "@type": "@vocab"}, "describing": "oa:describing", "tagging": "oa:tagging",
        "identifying": "oa:identifying", "body": {"@id": "oa:hasBody"}, "target": {"@id": "oa:hasTarget"},
        "source": {"@id": "oa:hasSource"}, "selector": {"@id": "oa:hasSelector"}, "exact": "oa:exact",
        "prefix": "oa:prefix",
        "suffix": "oa:suffix", "start": {"@id": "oa:start", "@type": "xsd:nonNegativeInteger"},
        "end": {"@id": "oa:end", "@type": "xsd:nonNegativeInteger"}, "value": "rdf:value", "format": "dc:format",
        "language": "dc:language", "items": {"@id": "as:items", "@container": "@list"}, "first": {"@id": "as:first"},
        "partOf": {"@id": "as:partOf", "@type": "@id"},
        "startIndex": {"@id": "as:startIndex", "@type": "xsd:nonNegativeInteger"},
        "total": {"@id": "as:totalItems", "@type": "xsd:nonNegativeInteger"},
    }
}  # fmt: skip


def kept_contexts(url: str, _options: object) -> dict[str, Any]:
    """The contexts from this file: nothing is fetched."""
    known = {"http://www.w3.org/ns/anno.jsonld": ANNO, "https://schema.org": {"@context": {"@vocab": SCHEMA}}}
    return {"contextUrl": None, "documentUrl": url, "document": known[url], "contentType": "application/ld+json"}


def expanded(out: bytes) -> Any:
    return jsonld.expand(json.loads(out), {"documentLoader": kept_contexts})


def test_annotations_expand_and_have_both_selectors(demo: Demo) -> None:
    case = demo(ExportFormat.WEBANNOTATION)
    (collection,) = expanded(written(ExportFormat.WEBANNOTATION, case))
    (page,) = collection["https://www.w3.org/ns/activitystreams#first"]
    items = page["https://www.w3.org/ns/activitystreams#items"][0]["@list"]
    assert collection["https://www.w3.org/ns/activitystreams#totalItems"][0]["@value"] == len(items)
    for item in items:
        assert item["@type"] == [OA + "Annotation"]
        (target,) = item[OA + "hasTarget"]
        kinds = [s["@type"][0] for s in target[OA + "hasSelector"]]
        assert kinds == [OA + "TextPositionSelector", OA + "TextQuoteSelector"]
        assert item[OA + "hasBody"]
        assert target[OA + "hasSource"][0]["@id"]


def test_selectors_find_the_words(demo: Demo) -> None:
    case = demo(ExportFormat.WEBANNOTATION)
    items = json.loads(written(ExportFormat.WEBANNOTATION, case))["first"]["items"]
    texts = {d.id: d.text for d in case.documents.values()}
    at = {f"urn:counterclaim:claim:{c.id}": texts[c.document] for c, _ in case.claims()}
    for item in items:
        text = at[":".join(item["id"].split(":")[:4])]
        position, quote = item["target"]["selector"]
        assert text[position["start"] : position["end"]] == quote["exact"]
        assert quote["prefix"] + quote["exact"] + quote["suffix"] in text
    assert len({i["id"] for i in items}) == len(items)


def test_no_term_of_the_annotations_is_lost(demo: Demo) -> None:
    """Every key that is written has a meaning in the context: none is dropped when it is expanded."""
    keys: set[str] = set()

    def walk(value: Any) -> None:
        if isinstance(value, dict):
            keys.update(value)
            for v in value.values():
                walk(v)
        elif isinstance(value, list):
            for v in value:
                walk(v)

    walk(json.loads(written(ExportFormat.WEBANNOTATION, demo(ExportFormat.WEBANNOTATION))))
    assert keys - {"@context"} <= ANNO["@context"].keys()


@pytest.mark.parametrize("format_", [ExportFormat.WEBANNOTATION, ExportFormat.CLAIMREVIEW])
def test_a_pages_own_context_is_never_honoured(hostile: Case, format_: ExportFormat) -> None:
    out = written(format_, hostile)
    assert expanded(out)  # the loader knows our contexts only
    assert b"javascript:" not in out
    assert b"\x00" not in out


# PROV


def test_prov_reads_with_the_library(demo: Demo) -> None:
    case = demo(ExportFormat.PROV)
    document = ProvDocument.deserialize(content=written(ExportFormat.PROV, case).decode(), format="json")
    claims = [c for c, _ in case.claims()]
    assert len([r for r in document.records if str(r.identifier).startswith("cc:claim-")]) == len(claims)
    again = ProvDocument.deserialize(content=document.serialize(format="json"), format="json")
    assert again == document


def test_prov_in_turtle_says_the_same(demo: Demo) -> None:
    case = demo(ExportFormat.PROV)
    graph = Graph().parse(data=written(ExportFormat.PROV, case, turtle=True).decode(), format="turtle")
    document = json.loads(written(ExportFormat.PROV, case))
    assert len(set(graph.subjects(RDF.type, PROV.Entity))) == len(document["entity"])
    assert len(set(graph.subjects(RDF.type, PROV.Agent))) == len(document["agent"])
    derived = {(r["prov:generatedEntity"], r["prov:usedEntity"]) for r in document["wasDerivedFrom"].values()}
    found = [*graph.subject_objects(PROV.wasDerivedFrom), *graph.subject_objects(PROV.wasQuotedFrom)]
    assert {(str(a).replace(str(CC), "cc:"), str(b).replace(str(CC), "cc:")) for a, b in found} == derived


def test_a_chain_goes_from_the_page_over_the_relays_to_the_voice(demo: Demo) -> None:
    case = demo(ExportFormat.PROV)
    graph = Graph().parse(data=written(ExportFormat.PROV, case, turtle=True).decode(), format="turtle")
    label = "http://www.w3.org/2000/01/rdf-schema#label"
    names = {str(s): str(o) for s, p, o in graph if str(p) == label}
    relayed = [c for c, _ in case.claims() if c.relays and c.voice]
    assert relayed
    for one in relayed:
        at, chain = CC[f"claim-{one.id}"], []
        while (said := next(graph.objects(at, PROV.wasDerivedFrom), None)) is not None:
            chain.append(names[str(next(graph.objects(said, PROV.wasAttributedTo)))])
            at = said
        assert chain == [*reversed(one.relays), one.voice]


def test_what_is_stated_and_what_is_inferred_are_told_apart(demo: Demo) -> None:
    case = demo(ExportFormat.PROV)
    document = json.loads(written(ExportFormat.PROV, case))
    basis = {(r["prov:generatedEntity"].split("-")[0], r["cc:basis"]) for r in document["wasDerivedFrom"].values()}
    assert ("cc:claim", "stated") in basis
    assert ("cc:page", "inferred") in basis
    assert ("cc:claim", "inferred") not in basis


def test_nothing_of_a_hostile_page_breaks_out_of_turtle(hostile: Case) -> None:
    graph = Graph().parse(data=written(ExportFormat.PROV, hostile, turtle=True).decode(), format="turtle")
    assert {str(p).split("#")[0] for p in graph.predicates()} <= {
        "http://www.w3.org/ns/prov", "http://www.w3.org/2000/01/rdf-schema", "http://www.w3.org/1999/02/22-rdf-syntax-ns",
        "urn:counterclaim:start", "urn:counterclaim:end", "urn:counterclaim:basis", "urn:counterclaim:page",
    }  # fmt: skip
    ProvDocument.deserialize(content=written(ExportFormat.PROV, hostile).decode(), format="json")


# claims in schema.org

SCHEMA = "https://schema.org/"
# Properties of schema.org 29 that are used, by type (those inherited from CreativeWork and Thing among them).
CREATIVE = {
    "@id", "@type", "text", "author", "about", "spatialCoverage", "temporalCoverage", "datePublished", "inLanguage",
    "publisher", "url", "headline", "abstract", "name",
}  # fmt: skip
SCHEMA_ORG = {
    "Claim": CREATIVE | {"appearance", "firstAppearance", "claimInterpreter"},
    "ClaimReview": CREATIVE | {"claimReviewed", "itemReviewed", "reviewBody", "reviewRating"},
    "NewsArticle": CREATIVE,
    "Organization": {"@type", "name"},
    "GovernmentOrganization": {"@type", "name"},
    "Person": {"@type", "name"},
    "Place": {"@type", "name"},
    "Rating": {"@type", "alternateName"},
}


def check_types(value: Any) -> None:
    if isinstance(value, dict):
        if "@type" in value:
            assert value.keys() <= SCHEMA_ORG[value["@type"]]
        for v in value.values():
            check_types(v)
    elif isinstance(value, list):
        for v in value:
            check_types(v)


def test_every_claim_is_a_claim_and_none_is_reviewed_by_the_program(demo: Demo) -> None:
    case = demo(ExportFormat.CLAIMREVIEW)
    out = written(ExportFormat.CLAIMREVIEW, case)
    graph = json.loads(out)["@graph"]
    assert [n["@type"] for n in graph] == ["Claim"] * len(list(case.claims()))
    check_types(graph)
    assert expanded(out)


# addresses and sentences


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("https://x.example/a?b=c", "https://x.example/a?b=c"),
        ("HTTP://x.example/ä b", "http://x.example/%C3%A4%20b"),
        ("https://x.example/%20<script>", "https://x.example/%20%3Cscript%3E"),
        ("javascript:alert(1)", None),
        ("data:text/html,x", None),
        ("file:///etc/passwd", None),
        ("https://", None),
        ("", None),
        (None, None),
    ],
)
def test_only_web_addresses_are_addresses(given: str | None, shown: str | None) -> None:
    assert address(given) == shown


def test_a_claim_in_a_sentence() -> None:
    said = claim("d", voice="Tarn Watch", relays=("Velm Press",), bound="at least", high=None, certainty="hedged")
    assert sentence(said) == "killed: at least 12 people, says Tarn Watch (via Velm Press), hedged"
    denied = claim("d", aspect="responsibility", party="Ruria", polarity="denies", low=None, high=None)
    assert sentence(denied) == "responsible: not Ruria, says the page itself"


def test_pages_are_written_with_their_reading(demo: Demo) -> None:
    rows = [json.loads(line) for line in b"".join(page_chunks(demo(ExportFormat.JSONL))).splitlines()]
    assert rows
    assert all(r["text"] and r["reading"]["reader"] for r in rows)
