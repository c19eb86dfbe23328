"""The order of the stages: the only file that knows it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from counterclaim.explaining.notes import Notes
from counterclaim.linking.copies import by_first_page
from counterclaim.linking.evidence import Link, holding
from counterclaim.linking.incidents import link_incidents
from counterclaim.linking.obeying import obey_copies
from counterclaim.linking.occurrences import group_occurrences
from counterclaim.linking.positions import weigh_positions, witnesses_of
from counterclaim.linking.relations import find_relations
from counterclaim.linking.revisions import Marks
from counterclaim.linking.rivals import find_rivals
from counterclaim.linking.speakers import page_speakers
from counterclaim.linking.witnesses import Witnesses
from counterclaim.model import (
    NO_GUIDANCE,
    Account,
    Document,
    Finding,
    Guidance,
    Incident,
    Mention,
    Occurrence,
    Page,
    Passage,
    Quantity,
    Relation,
    Reuse,
    Rivalry,
    Role,
    Standing,
    Statement,
    TimeMention,
)
from counterclaim.redacting.deciding import Wishes
from counterclaim.redacting.masking import Redaction
from counterclaim.redacting.persons import Named, find_persons
from counterclaim.resources import Resources, load_linking
from counterclaim.reuse.pages import find_reuse
from counterclaim.stages.anchoring import anchor_places
from counterclaim.stages.assertions import find_assertions
from counterclaim.stages.attribution import find_attributions
from counterclaim.stages.bearers import drop_bearers, find_bearers
from counterclaim.stages.casualties import find_casualties
from counterclaim.stages.claims import assemble_claims
from counterclaim.stages.evidence import find_evidence
from counterclaim.stages.mentions import find_mentions
from counterclaim.stages.passages import split_passages
from counterclaim.stages.quantities import find_quantities
from counterclaim.stages.quotations import find_quotations
from counterclaim.stages.relays import find_page_relays
from counterclaim.stages.responsibility import find_responsibility
from counterclaim.stages.settings import find_settings
from counterclaim.stages.standing import find_standing
from counterclaim.stages.subsets import link_subsets
from counterclaim.stages.tellers import drop_speakers
from counterclaim.stages.times import find_times
from counterclaim.stages.voices import resolve_voices
from counterclaim.syntax import Parse


@dataclass(frozen=True)
class Told:
    """What a page tells, before it is settled where, when and by whom: `standings` stand as the findings do."""

    passages: tuple[Passage, ...]
    parse: Parse
    mentions: tuple[Mention, ...]
    relays: tuple[str, ...]
    statements: tuple[Statement, ...]
    quantities: tuple[Quantity, ...]
    findings: tuple[Finding, ...]
    standings: tuple[tuple[Standing, ...], ...]
    times: tuple[TimeMention, ...]


def read_page(document: Document, resources: Resources, *, explain: bool = False) -> Page:
    """Read one page: a pure function of the page and the resources, so any engine can map it over any number.

    With `explain` its claims bear their evidence: which words gave which field.
    """
    t, lexicon = read_findings(document, resources), resources.lexicon
    settings = find_settings(document, heard(t), t.parse, t.mentions, t.times, lexicon, resources.choosers)
    settings = anchor_places(t.findings, settings, t.mentions, t.parse, lexicon)
    settings = find_bearers(t.findings, t.standings, settings, t.parse, resources.catalogue, resources.choosers.bearers)
    settings = drop_bearers(t.findings, settings, t.parse, lexicon)
    notes = Notes(
        document, t.passages, t.parse, t.mentions, t.quantities, t.times, t.statements, t.relays, t.findings, settings,
        lexicon,
    )  # fmt: skip
    evidence = find_evidence(notes, t.standings) if explain else ()
    claims = assemble_claims(document, t.findings, t.standings, settings, evidence)
    assertions = find_assertions(t.parse, t.statements, t.mentions, t.times, resources.catalogue, lexicon)
    return Page(document, t.passages, t.statements, claims, t.relays, assertions)


def read_findings(document: Document, resources: Resources) -> Told:
    """The stages up to the findings and on whose word they stand; what places and dates them is learnt from these."""
    lexicon, catalogue = resources.lexicon, resources.catalogue
    passages = split_passages(document, lexicon)
    parse = resources.parser(document.text, passages)
    mentions = find_mentions(parse, catalogue, resources.gazetteer, lexicon)
    page_relays = find_page_relays(document, passages, mentions, catalogue, lexicon)
    quotations = find_quotations(document.text, passages)
    attributions = find_attributions(parse, passages, quotations, mentions, lexicon, resources.attribution)
    statements = resolve_voices(document, attributions, page_relays, parse, mentions, catalogue, lexicon)
    quantities = find_quantities(parse, lexicon)
    casualties = find_casualties(parse, quantities, lexicon, resources.governing)
    casualties = drop_speakers(casualties, statements, parse)
    casualties = link_subsets(casualties, parse, lexicon)
    blames = find_responsibility(parse, mentions, statements, catalogue, lexicon, document.outlet)
    findings = (*casualties, *blames)
    standings = find_standing(findings, statements, page_relays, parse, mentions, lexicon)
    times = find_times(parse, document.published_on, lexicon)
    return Told(passages, parse, mentions, page_relays, statements, quantities, findings, standings, times)


def heard(told: Told) -> tuple[Finding, ...]:
    """The findings, each with the first voice on whose word it stands: what is asked is where and when it was."""
    return tuple(
        replace(f, voice=next((s.voice for s in standings if s.voice), None))
        for f, standings in zip(told.findings, told.standings, strict=True)
    )


def find_names(document: Document, resources: Resources) -> tuple[Named, ...]:
    """The persons that a page names, its furniture included, and the other names there that are known."""
    lexicon = resources.lexicon
    passages = [replace(p, role=Role.BODY) for p in split_passages(document, lexicon)]  # only article is parsed
    parse = resources.parser(document.text, passages)
    mentions = find_mentions(parse, resources.catalogue, resources.gazetteer, lexicon)
    return find_persons(parse, mentions, resources.catalogue, resources.gazetteer, lexicon)


def redact(pages: Iterable[Page], resources: Resources, wishes: Wishes | None = None) -> Redaction:
    """Decide over all pages whose names are masked; what comes back masks whatever was made of these pages."""
    named = [(p.document, find_names(p.document, resources)) for p in pages]
    return Redaction(named, resources.lexicon, wishes=wishes, known=resources.catalogue.lookup)


def link_pages(pages: Iterable[Page], guidance: Guidance = NO_GUIDANCE) -> tuple[Incident, ...]:
    """Link the claims of all pages into incidents, those on most pages first.

    Here and below `guidance` is what people have judged, and comes with the pages as judged (`judging.view`).
    """
    return link_incidents([o for page in pages for o in group_occurrences(page)], load_linking(), guidance)


def explain_incidents(incidents: Sequence[Incident], pages: Iterable[Page]) -> Mapping[str, tuple[Link, ...]]:
    """By incident id the links that hold it together, the strongest first, each with its comparisons.

    `pages` are those on which their claims stand; others do no harm.
    """
    incident_of = {c.id: i.id for i in incidents for c in i.claims}
    told: dict[str, list[Occurrence]] = {i.id: [] for i in incidents}
    for occurrence in (o for page in pages for o in group_occurrences(page)):
        for id_ in {incident_of[c.id] for c in occurrence.claims if c.id in incident_of}:
            told[id_].append(occurrence)
    return dict(zip(told, holding(list(told.values()), load_linking()), strict=True))


def find_copies(pages: Iterable[Page], resources: Resources, guidance: Guidance = NO_GUIDANCE) -> tuple[Reuse, ...]:
    """What every two of the pages have in common word for word; and which are judged to be copies, or none."""
    pages = list(pages)
    found = find_reuse(pages, resources.catalogue, resources.lexicon)
    return obey_copies(found, guidance.copies, [p.document.id for p in pages]) if guidance.copies else found


def compare_pages(pages: Iterable[Page], resources: Resources, guidance: Guidance = NO_GUIDANCE) -> tuple[Account, ...]:
    """Weigh the claims of all pages into positions: one account an incident."""
    pages = list(pages)
    witnesses = call_witnesses(pages, resources, guidance)
    reuse = by_first_page(find_copies(pages, resources, guidance))
    return tuple(weigh_positions(incident, witnesses, reuse) for incident in link_pages(pages, guidance))


def weigh_incident(incident: Incident, witnesses: Witnesses, reuse: Iterable[Reuse]) -> Account:
    """Weigh one incident that is known already; `reuse` is what the pages share on which its claims stand."""
    return weigh_positions(incident, witnesses, by_first_page(reuse))


def call_witnesses(
    pages: Sequence[Page],
    resources: Resources,
    guidance: Guidance = NO_GUIDANCE,
    speakers: Mapping[str, str] | None = None,
) -> Witnesses:
    """What is known of the voices and pages besides the claims.

    `speakers` are the pages that speak for themselves (`find_speakers`), where `pages` are only some of them all.
    """
    return Witnesses(
        resources.catalogue.lookup,
        find_speakers(pages, resources) if speakers is None else speakers,
        {p.document.id: p.document for p in pages},
        Marks.of(resources.lexicon),
        unrelated=guidance.unrelated,
        reliability={name: (letter, by) for name, letter, by in guidance.reliability},
    )


def find_speakers(pages: Iterable[Page], resources: Resources) -> Mapping[str, str]:
    """By page id the voice that the page's own word is, for pages published by a voice; it takes all pages to tell."""
    return page_speakers(pages, resources.catalogue)


def oppose_statements(
    pages: Iterable[Page], incidents: Iterable[Incident], resources: Resources
) -> tuple[Rivalry, ...]:
    """The statements that contradict each other on matters other than counts; `incidents` are those of the pages."""
    pages = list(pages)
    return find_rivals(pages, incidents, call_witnesses(pages, resources), resources.lexicon)


def relate_positions(account: Account, witnesses: Witnesses) -> tuple[Relation, ...]:
    """How the positions of an account stand to each other, two by two."""
    return tuple(find_relations(account, witnesses_of(account.incident, witnesses, account.copies)))
