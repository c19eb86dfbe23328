"""What a page's claims give as their evidence, in a form that tests can read at a glance."""

from counterclaim.model import Claim, Page


def claim_at(page: Page, words: str, aspect: str | None = None) -> Claim:
    """The first claim whose value stands in these words, of one aspect where it is given."""
    found = (c for c in page.claims if words in c.span.exact and aspect in (None, c.aspect))
    return next(found)


def words_of(claim: Claim, field: str) -> list[str | None]:
    """The words behind one field, None where there are none."""
    return [e.span and e.span.exact for e in claim.evidence if e.field == field]


def reason_of(claim: Claim, field: str) -> str:
    """The reason that goes with a field's first words, or with there being none."""
    return next(e.reason for e in claim.evidence if e.field == field)
