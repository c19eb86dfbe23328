"""The order of the stages: the only file that knows it."""

from __future__ import annotations

from counterclaim.model import Document, Page
from counterclaim.resources import Resources
from counterclaim.stages.attribution import find_attributions
from counterclaim.stages.casualties import find_casualties
from counterclaim.stages.claims import assemble_claims
from counterclaim.stages.mentions import find_mentions
from counterclaim.stages.passages import split_passages
from counterclaim.stages.quantities import find_quantities
from counterclaim.stages.quotations import find_quotations
from counterclaim.stages.relays import find_page_relays
from counterclaim.stages.responsibility import find_responsibility
from counterclaim.stages.settings import find_settings
from counterclaim.stages.standing import find_standing
from counterclaim.stages.times import find_times
from counterclaim.stages.voices import resolve_voices


def read_page(document: Document, resources: Resources) -> Page:
    """Read one page: a pure function of the page and the resources, so any engine can map it over any number."""
    lexicon, catalogue = resources.lexicon, resources.catalogue
    passages = split_passages(document, lexicon)
    parse = resources.parser(document.text, passages)
    mentions = find_mentions(parse, catalogue, resources.gazetteer, lexicon)
    page_relays = find_page_relays(document, passages, mentions, catalogue, lexicon)
    quotations = find_quotations(document.text, passages)
    attributions = find_attributions(parse, passages, quotations, mentions, lexicon)
    statements = resolve_voices(document, attributions, page_relays, parse, mentions, catalogue, lexicon)
    casualties = find_casualties(parse, find_quantities(parse, lexicon), lexicon)
    blames = find_responsibility(parse, mentions, statements, catalogue, lexicon)
    findings = (*casualties, *blames)
    standings = find_standing(findings, statements, page_relays, parse, mentions, lexicon)
    times = find_times(parse, document.published_on, lexicon)
    settings = find_settings(document, findings, parse, mentions, times, lexicon)
    return Page(document, passages, statements, assemble_claims(document, findings, standings, settings))
