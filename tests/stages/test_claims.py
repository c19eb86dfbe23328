"""Claims put together from what the stages before found."""

from counterclaim.model import Document, Finding, Setting, Span, Standing
from counterclaim.stages.claims import assemble_claims

TEXT = "Twelve people, four of them children, died, the council and the hospital said."
DOCUMENT = Document("a", TEXT)
TOTAL = Finding("killed", Span.of(TEXT, 0, 13), 0, 0, 12, 12, "exactly", "people")
PART = Finding("killed", Span.of(TEXT, 15, 19), 0, 0, 4, 4, "exactly", "children", part_of=0)
BOTH = (Standing("council"), Standing("hospital"))
SETTINGS = (Setting(), Setting())


def test_a_part_stands_in_the_total_of_its_own_voice() -> None:
    claims = {(c.voice, c.low): c for c in assemble_claims(DOCUMENT, (TOTAL, PART), (BOTH, BOTH), SETTINGS)}
    assert len(claims) == 4
    for voice in ("council", "hospital"):
        assert claims[voice, 4].part_of == claims[voice, 12].id
        assert claims[voice, 12].part_of is None


def test_a_part_told_by_another_voice_stands_in_the_first_total() -> None:
    claims = assemble_claims(DOCUMENT, (TOTAL, PART), (BOTH, (Standing("clerk"),)), SETTINGS)
    part = next(c for c in claims if c.voice == "clerk")
    assert part.part_of == next(c for c in claims if c.voice == "council").id


def test_doubt_and_denial_are_taken_from_finding_and_standing_alike() -> None:
    heard = ((Standing("council", polarity="denies", certainty="unverified"),),)
    (claim,) = assemble_claims(DOCUMENT, (TOTAL,), heard, SETTINGS[:1])
    assert (claim.polarity, claim.certainty) == ("denies", "unverified")
