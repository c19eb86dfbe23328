"""Claims as W3C Web Annotations (JSON-LD): the words of each value, voice and cue, by position and by quotation.

Web Annotation Data Model, W3C Recommendation 23 February 2017. Positions count code points of the page's text as it was
read; where a page has a web address, that is the source, and the quotation with what stands around it finds the words
there. The context is this file's own choice and never a page's.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from counterclaim.export.case import Case, address, compact, listed, present, sentence, urn
from counterclaim.model import Claim, Document, Span

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
AROUND = 32  # characters before and behind the words, as the Recommendation's examples have about


def annotation_chunks(case: Case) -> Iterator[str]:
    """An AnnotationCollection with all annotations in its one AnnotationPage, line by line."""
    total = sum(len(list(_spans(c))) for c, _ in case.claims())
    head = {"@context": CONTEXT, "id": urn("annotations"), "type": "AnnotationCollection", "total": total}
    page = {"id": urn("annotations", 1), "type": "AnnotationPage", "partOf": urn("annotations"), "startIndex": 0}
    yield compact(head)[:-1] + ',"first":' + compact(page)[:-1] + ',"items":[\n'
    yield from listed(a for claim, document in case.claims() for a in annotations_of(claim, document))
    yield "]}}\n"


def annotations_of(claim: Claim, document: Document) -> Iterator[dict[str, Any]]:
    """The annotations of one claim: its value first, then the voice and the cue where the page has words for them."""
    for part, span in _spans(claim):
        yield {
            "id": urn("claim", claim.id) if part == "value" else urn("claim", claim.id, part),
            "type": "Annotation",
            "motivation": "describing" if part == "value" else "identifying",
            "body": _bodies(claim, part),
            "target": _target(document, span),
        }


def _spans(claim: Claim) -> Iterator[tuple[str, Span]]:
    spans = {"value": claim.span, "voice": claim.voice_span, "cue": claim.cue_span}
    yield from ((part, span) for part, span in spans.items() if span is not None)


def _bodies(claim: Claim, part: str) -> list[dict[str, Any]]:
    if part == "value":
        told = {"describing": sentence(claim), "tagging": claim.aspect}
    elif part == "voice":
        told = {"identifying": claim.voice or "the page itself"}
    else:
        told = {"tagging": "cue"}
    of = {} if part == "value" else {"describing": f"{part} of {urn('claim', claim.id)}"}
    return [
        {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}
        for purpose, value in (told | of).items()
    ]


def _target(document: Document, span: Span) -> dict[str, Any]:
    source = present(
        {
            "id": address(document.url) or urn("page", document.id),
            "type": "Text",
            "format": None if address(document.url) else "text/plain",
            "language": document.lang,
        }
    )
    return {
        "type": "SpecificResource",
        "source": source,
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            {
                "type": "TextQuoteSelector",
                "exact": span.exact,
                "prefix": document.text[max(0, span.start - AROUND) : span.start],
                "suffix": document.text[span.end : span.end + AROUND],
            },
        ],
    }
