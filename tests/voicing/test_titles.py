"""A person's title on the page goes before what a list has of the person."""

import pytest


@pytest.mark.parametrize(
    ("source", "voice"),
    [
        ("British Foreign Secretary David Cameron", "British Foreign Ministry"),
        ("White House spokesman John Kirby", "White House"),
        ("Russian Defence Ministry spokesman Igor Konashenkov", "Russian Defence Ministry"),
        ("The commissioner of police", "unnamed: commissioner of police"),
        ("A human rights group, TARNEX,", "TARNEX"),
        ("Mira Sole of the Orlu Rescue Service", "Orlu Rescue Service"),
    ],
)
def test_a_title_says_for_whom_somebody_speaks(read, source, voice):
    page = read(f"Shells hit Kharkiv in Ukraine. {source} said nine people had died.")
    assert page.statements[-1].party == voice


def test_the_monitor_is_the_register_that_spoke(read):
    page = read("The Tarn Harm Register said nine people had died. The Orlu-based monitor said six were women.")
    assert page.statements[-1].voice == "Tarn Harm Register"
