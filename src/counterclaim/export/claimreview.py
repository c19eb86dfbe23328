"""Claims as schema.org Claim; ClaimReview only where a person has rated a claim, with that person as its author.

The program judges nothing true or false, so nothing it made itself becomes a review or a rating (schema.org 29).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from counterclaim.export.case import Case, address, compact, listed, named, present, sentence, urn
from counterclaim.model import Answer, Claim, Document, Judgement, Party

CONTEXT = "https://schema.org"
RATED = "rating"
PERSONAL = "private person "


def claimreview_chunks(case: Case) -> Iterator[str]:
    """One graph: every claim with where it appears, then the reviews."""
    yield f'{{"@context":{compact(CONTEXT)},"@graph":[\n'
    yield from listed(_graph(case))
    yield "]}\n"


def _graph(case: Case) -> Iterator[dict[str, Any]]:
    for claim, document in case.claims():
        yield claim_node(claim, document, case)
    known = {c.id: d for c, d in case.claims()}
    for answer in case.answers:
        if answer.field == RATED and answer.claims and answer.claims[0] in known:
            yield from _reviews(answer, known[answer.claims[0]])


def claim_node(claim: Claim, document: Document, case: Case) -> dict[str, Any]:
    """A claim: what is said, by whom, and on which page."""
    voice = named(claim.voice)
    return present(
        {
            "@type": "Claim",
            "@id": urn("claim", claim.id),
            "text": sentence(claim),
            "claimInterpreter": None,
            "author": {"@type": _type(case.lookup(voice), voice), "name": voice} if voice else None,
            "about": case.incident_of.get(claim.id) and {"@id": urn("incident", case.incident_of[claim.id])},
            "spatialCoverage": claim.place and {"@type": "Place", "name": claim.place.name},
            "temporalCoverage": claim.date and f"{claim.date.earliest}/{claim.date.latest}",
            "appearance": present(
                {
                    "@type": "NewsArticle",
                    "@id": urn("page", document.id),
                    "headline": document.title,
                    "url": address(document.url),
                    "datePublished": document.published,
                    "inLanguage": document.lang,
                    "publisher": document.outlet and {"@type": "Organization", "name": document.outlet},
                    "abstract": claim.span.exact,
                }
            ),
        }
    )


def _type(party: Party | None, name: str) -> str:
    """What a voice is: only a masked one is known to be a person, and what the catalogue knows to be none."""
    if name.startswith(PERSONAL):
        return "Person"
    return "GovernmentOrganization" if party and party.kind in ("state", "ministry") else "Organization"


def _reviews(answer: Answer, document: Document) -> Iterator[dict[str, Any]]:
    """One review for each person who has rated the claim: contrary ones stand side by side."""
    for value, judgement in answer.said:
        yield present(
            {
                "@type": "ClaimReview",
                "@id": urn("review", judgement.hash),
                "author": {"@type": "Person", "name": judgement.person},
                "datePublished": judgement.at,
                "claimReviewed": None,
                "itemReviewed": {"@id": urn("claim", answer.claims[0])},
                "reviewBody": judgement.note,
                "reviewRating": {"@type": "Rating", "alternateName": _words(value, judgement)},
            }
        )


def _words(value: str, judgement: Judgement) -> str:
    """The person's own words for the rating, which are kept as JSON."""
    read = json.loads(value)
    return read if isinstance(read, str) else str(read or judgement.note)
