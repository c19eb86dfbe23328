"""Figures that stand on somebody's word by the shape of the sentence."""

import time

import pytest

CLAIMS = {
    "put it": (
        "Five miners were killed by a drone in Orla. Local residents put it at seven.",
        "seven",
        "unnamed: local residents",
    ),
    "put the injured": ("A bomb hit Orla. Police put the injured at eight.", "eight", "unnamed: police"),
    "another in the same breath": (
        "A bomb hit Orla. Police put the injured at eight, the hospital at eleven.",
        "eleven",
        "unnamed: hospital",
    ),
    "given by": (
        "Shells hit Orla. Provisional toll given by the chief of the sector: 29 killed.",
        "29",
        "unnamed: chief of the sector",
    ),
    "counts at the end": (
        "In the week 22 civilians were killed in Orla, the police count.",
        "22 civilians",
        "unnamed: police",
    ),
    "on its list": (
        "Amnesty International has 1,339 deaths on its list since May.",
        "1,339 deaths",
        "Amnesty International",
    ),
    "having": (
        "Amnesty International, for its part, affirms having lost two workers.",
        "two workers",
        "Amnesty International",
    ),
    "losses, and more of them": (
        "A convoy was hit near Orla. Amnesty International puts the army's losses at 17 killed, three wounded.",
        "three",
        "Amnesty International",
    ),
    "by a count": (
        "In June 90 persons have been assassinated and 800 displaced, by the UNHCR's count.",
        "800",
        "UNHCR",
    ),
    "a people's tallies": ("Fighters raided Orla, killing 200 people, by Israeli tallies.", "200 people", "Israel"),
    "a puts what is no toll": ("The army put its men at Orla. Nine people died there.", "Nine people", None),
}


@pytest.mark.parametrize(("text", "value", "voice"), CLAIMS.values(), ids=CLAIMS)
def test_whose_figure_it_is(read, text, value, voice):
    assert {c.voice for c in read(text).claims if value in c.span.exact} == {voice}


def test_thousands_of_empty_lines_take_no_longer_than_a_page(read):
    text = "Nine people died in Orla" + "\n" * 20_000 + "Police put the toll at nine."
    started = time.perf_counter()
    assert read(text).claims[-1].voice == "unnamed: police"
    assert time.perf_counter() - started < 5
