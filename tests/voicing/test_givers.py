"""Numbers that somebody gives by a plain verb."""

import pytest

CLAIMS = {
    "has": ("A year of war in Orla. UNHCR has 58,000 displaced in the valley.", "58,000", "UNHCR"),
    "from where it gives": ("Many fled to Orla. UNHCR in Juba gives 7,300 displaced.", "7,300", "UNHCR"),
    "deplores": ("Men came to Orla by night. The ministry deplores two dead.", "two dead", "ministry"),
    "a list made public": (
        "The Tern Movement made public on Sunday the list of 15 herders killed in Orla on Friday.",
        "15 herders",
        "Tern Movement",
    ),
    "what a state has in it": ("Shells fell on Orla. The state has 900 displaced.", "900", None),
    "what a hospital has in it": ("Shells fell on Orla. The clinic has nine wounded.", "nine wounded", None),
    "who counts as well": ("Shells fell on Orla; the Tern Hospital counted nine dead.", "nine dead", "Tern Hospital"),
}


@pytest.mark.parametrize(("text", "value", "voice"), CLAIMS.values(), ids=CLAIMS)
def test_who_gives_a_number(read, text, value, voice):
    assert {c.voice for c in read(text).claims if value in c.span.exact} == {voice}
