"""Incidents, pages, voices and what they say as FollowTheMoney entities, one a line.

An Event for each incident, an Article for each page, an Address for each place on the map; PublicBody, Organization,
Person or LegalEntity for who speaks, passes on or is blamed; an UnknownLink from a voice to the event for each claim,
and a Mention for the words by which a page names it. Ids are hashes of content: a second export meets the first.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from counterclaim.export.case import Case, address, compact, named, present, sentence
from counterclaim.model import Account, Claim, Document, Party, Place, content_id, one_line

# The schema for each kind of party in the catalogue. International bodies are no state's: Organization.
PUBLIC = frozenset({"state", "ministry", "armed_forces", "court"})
MASKED = "private person "
PREFIX = "cc-"


def ftm_lines(case: Case) -> Iterator[str]:
    """Each entity once, those first to which others point."""
    people = {s.voice for p in case.pages for s in p.statements if s.behind is not None and s.voice is not None}
    done: set[str] = set()
    for entity in _entities(case, people):
        if entity["id"] not in done:
            done.add(entity["id"])
            yield compact(entity) + "\n"


def _entities(case: Case, people: set[str]) -> Iterator[dict[str, Any]]:
    for page in case.pages:
        yield _article(page.document)
    for name in _names(case):
        yield _agent(name, case.lookup(name), people)
    for account in case.accounts:
        yield from _event(account)
    for claim, document in case.claims():
        yield from _said(claim, document, case)


def _names(case: Case) -> Iterator[str]:
    for claim, document in case.claims():
        yield from (n for n in (named(claim.voice), *claim.relays, claim.party, document.outlet) if n)


def _entity(schema: str, key: str, properties: dict[str, Any]) -> dict[str, Any]:
    """An entity as the library's JSON has it: every property is a list of text."""
    values = {n: [one_line(str(v)) for v in (vs if isinstance(vs, list) else [vs])] for n, vs in properties.items()}
    return {"id": key, "schema": schema, "properties": values}


def _key(*parts: object) -> str:
    return PREFIX + content_id("ftm", *parts)


def _agent_key(name: str) -> str:
    return _key("agent", name)


def _article(document: Document) -> dict[str, Any]:
    told = {
        "title": document.title or document.id,
        "publishedAt": document.published,
        "sourceUrl": address(document.url),
        "publisher": document.outlet,
        "recordId": None,
    }
    return _entity("Article", _key("page", document.id), present(told))


def _agent(name: str, party: Party | None, people: set[str]) -> dict[str, Any]:
    if name.startswith(MASKED) or name in people:
        schema = "Person"
    elif party is None:
        schema = "LegalEntity"
    else:
        schema = "PublicBody" if party.kind in PUBLIC else "Organization"
    told = {"name": name, "country": _country(party.country if party else None)}
    if party is not None and schema != "Person":
        told["alias"] = list(party.aliases)  # type: ignore[assignment]  # the only list among texts
    return _entity(schema, _agent_key(name), present(told))


def _country(code: str | None) -> str | None:
    """A country's code as the library knows it: not those that ISO 3166 leaves to its users, but for Kosovo's."""
    code = (code or "").partition(".")[0].upper()
    own = code in ("", "AA", "ZZ") or (code[0] == "X" and code != "XK") or (code[0] == "Q" and code >= "QM")
    return None if own else code.lower()


def _event(account: Account) -> Iterator[dict[str, Any]]:
    incident = account.incident
    place, when = incident.place, incident.date
    where = _where(place)
    if where is not None:
        yield where
    told = {
        "name": incident.title,
        "startDate": when and when.earliest,
        "endDate": when and when.latest,
        "location": place and place.name,
        "country": _country(place.country if place else None),
        "addressEntity": where and where["id"],
        "keywords": incident.event_type,
        "recordId": incident.id,
        "summary": _counts(account),
        "involved": sorted({_agent_key(c.party) for c in incident.claims if c.party}),
        "proof": sorted({_key("page", c.document) for c in incident.claims}),
    }
    yield _entity("Event", _key("incident", incident.id), present(told))


def _where(place: Place | None) -> dict[str, Any] | None:
    if place is None or place.lat is None or place.lon is None:
        return None
    told = {"full": place.name, "latitude": place.lat, "longitude": place.lon}
    return _entity("Address", _key("place", place.name, place.lat, place.lon), told)


def _counts(account: Account) -> list[str]:
    """The bounds of each question in words, the figures with the voice behind each."""
    found = []
    for q in account.questions:
        if q.bounds is not None:
            ends = (("low", q.bounds.low), ("best", q.bounds.best), ("high", q.bounds.high))
            told = ", ".join(f"{name} {e.figure:,} ({e.position.voice or 'the pages'})" for name, e in ends)
            found.append(f"{q.label}: {told}")
    return found


def _said(claim: Claim, document: Document, case: Case) -> Iterator[dict[str, Any]]:
    voice = named(claim.voice) or (document.outlet if claim.voice is None else None)
    incident = case.incident_of.get(claim.id)
    page = _key("page", document.id)
    if voice and incident:
        told = {
            "subject": _agent_key(voice),
            "object": _key("incident", incident),
            "role": sentence(claim),
            "status": f"{claim.polarity}, {claim.certainty}",
            "proof": page,
            "recordId": claim.id,
            "date": document.published and document.published[:10],
            "sourceUrl": address(document.url),
            "publisher": document.outlet,
            "description": claim.span.exact,
        }
        yield _entity("UnknownLink", _key("claim", claim.id), present(told))
    if claim.voice_span is not None and named(claim.voice):
        told = {"document": page, "name": claim.voice_span.exact, "resolved": _agent_key(claim.voice or "")}
        yield _entity("Mention", _key("mention", page, claim.voice_span.start, claim.voice), told)
