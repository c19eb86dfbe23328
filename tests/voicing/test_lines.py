"""Lines of bulletins and headlines that say by their marks whose number they give."""

import pytest

LINES = {
    "a group before a colon": (
        "SDF: 15 gunmen killed in Orla\n\nThe battle went on.",
        "15 gunmen",
        "Syrian Democratic Forces",
    ),
    "a source placed": (
        "Rockets hit Orla.\n\nMedical source in Raqqa Hospital: Six civilians died there for want of medicine.",
        "Six civilians",
        "unnamed: medical source",
    ),
    "a clock and brackets": (
        "LIVE\n\n16:20 Russian defence ministry (the general's man): a hospital was shelled, two nurses killed.",
        "two nurses",
        "Russian Defence Ministry",
    ),
    "behind a headline": (
        "Mali: 22 dead in attack on Orla, residents say\n\nMen came.",
        "22 dead",
        "unnamed: residents",
    ),
    "a place": ("Raqqa: 15 people killed in raids on the market.\n\nThe raids went on.", "15 people", None),
}


@pytest.mark.parametrize(("text", "value", "voice"), LINES.values(), ids=LINES)
def test_the_voice_of_a_line(read, text, value, voice):
    assert {c.voice for c in read(text).claims if value in c.span.exact} == {voice}
