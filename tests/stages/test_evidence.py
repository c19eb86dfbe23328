"""The evidence for claims: whatever the page, its words are the page's, and no claim is changed by being explained."""

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counterclaim.model import Page

FIELDS = ("value", "aspect", "who", "part_of", "voice", "cue", "relays", "polarity", "certainty")
SETTING = ("party", "place", "date", "event_type")
PARTS = (
    "At least 12 people, including three children, were killed in Aleppo on Friday, the Tarn Watch group told Reuters.",
    "Five of the dead were officers.",
    "Russian or Syrian jets reportedly bombed a clinic.",
    "“No civilians were hurt”, the ministry said, and denied that its jets had struck the mill.",
    "He added that some 40 were wounded, though this could not be verified.",
    "More than 230,000 people have died since 2011.",
    "\n\n",
    "Source: AFP",
    "12 dead",
    "\u202e\x1b[2J",
    "\U0001f4a5",
)

pages = st.lists(st.one_of(st.sampled_from(PARTS), st.text(max_size=20)), max_size=7).map(" ".join)
slow = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@slow
@given(text=pages)
def test_spans_lie_in_the_text_and_claims_stay_as_they_are(
    explain: Callable[..., Page], read: Callable[..., Page], text: str
) -> None:
    page = explain(text, published="2019-05-06")
    assert page == read(text, published="2019-05-06")
    for claim in page.claims:
        told = [e.field for e in claim.evidence]
        assert set(told) <= {*FIELDS, *SETTING}
        assert {"aspect", "voice", "certainty", "polarity", *SETTING} <= set(told)
        for e in claim.evidence:
            assert e.span or e.reason
            assert e.span is None or text[e.span.start : e.span.end] == e.span.exact


def test_every_field_of_a_count_is_told_in_the_order_of_the_claim(explain: Callable[..., Page]) -> None:
    claim = explain(PARTS[0], published="2019-05-06").claims[0]
    assert tuple(dict.fromkeys(e.field for e in claim.evidence)) == (*FIELDS, *SETTING)


def test_nothing_is_looked_up_unless_it_is_asked_for(read: Callable[..., Page]) -> None:
    assert all(not c.evidence for c in read(PARTS[0]).claims)
