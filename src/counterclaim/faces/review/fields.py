"""The fields of a claim as a reviewer writes them: which there are, what stands in them, and what may."""

from __future__ import annotations

from counterclaim.faces.review.state import Editing
from counterclaim.faces.wording import printable
from counterclaim.judging.values import CHOICES, FIELDS, NOTHING, OPTIONAL, encode, is_fitting, of, shown
from counterclaim.model import RESPONSIBILITY, Claim

VAGUE = "vague"
FORMS = {
    "figure": "126, >=112, <=30, ~30, 20-30 or vague",
    "place": "a name, or a name @ latitude,longitude",
    "date": "2019-04-09, or 2019-04-09..2019-04-11",
    "voice": "a name; - is the page's own word",
}
ORDER = ("figure", "party", "who", "voice", "certainty", "polarity", "place", "date", "event_type", "aspect")
"""The value first, then as often as they need it."""


def editing(claim: Claim) -> Editing:
    """The fields of a claim, ready to be written; the value that its aspect asks for is the first."""
    blame = claim.aspect == RESPONSIBILITY
    fields = tuple(f for f in ORDER if f in FIELDS and _fits(claim, f) and not (blame and f == "aspect"))
    texts = tuple(text_of(claim, f) for f in fields)
    return Editing(fields, texts, texts, tuple(map(hint, fields)))


def text_of(claim: Claim, field: str) -> str:
    """What a claim has in a field, as it can be written."""
    value = of(claim, field)
    if value is None:
        return NOTHING if field in OPTIONAL else ""
    text = printable(shown(field, encode(field, value)))
    return VAGUE if field == "figure" and not any(c.isdigit() for c in text) else text


def hint(field: str) -> str:
    """What can be written in a field."""
    none = f"; {NOTHING} for none" if field in OPTIONAL else ""
    if field in CHOICES:
        return ", ".join(c for c in CHOICES[field] if c != RESPONSIBILITY) + none
    return FORMS.get(field, f"a name{none}")


def _fits(claim: Claim, field: str) -> bool:
    return field in ("party", "aspect") or is_fitting(claim.aspect, field, of(claim, field))
