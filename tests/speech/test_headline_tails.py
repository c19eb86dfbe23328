"""Titles and lines that end, or begin, with who says what they count."""

import pytest


@pytest.mark.parametrize(
    "title",
    [
        "Shells kill four, injure 61 in Orlu: rescue service",
        "Landmine kills three in Orlu: mayor",
        "Raid in Orlu kills 10: hospital officials",
        "13 killed in Orlu attack — Resident",
        "Six children among 14 killed in Orlu raid - elders",
        "Residents: 22 killed in Orlu attack",
    ],
)
def test_a_title_names_at_its_edge_who_counts(read, title):
    claims = [c for c in read(f"{title}\n\nThe raid came at dawn.").claims if c.aspect in ("killed", "injured")]
    assert claims
    assert all(c.voice is not None and c.voice.startswith("unnamed: ") for c in claims)


def test_a_label_of_the_dead_is_no_speaker(read):
    claims = read("-Regime forces: 12 fatalities:\n\nSix were killed by shelling in Orlu.").claims
    assert [c.voice for c in claims if c.aspect == "killed"] == [None, None]


def test_a_title_says_all_up_to_its_source(read):
    page = "Enemy strike on Orlu kills 12, medics say\n\nShells kill four in Tarn: rescue service\n\nMore to come."
    assert {c.span.exact: c.voice for c in read(page).claims if c.aspect == "killed"} == {
        "12": "unnamed: medics",
        "four": "unnamed: rescue service",
    }
