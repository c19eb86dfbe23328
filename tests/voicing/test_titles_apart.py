"""Two who bear one title bear it of different bodies."""

import pytest


@pytest.mark.parametrize("title", ["chief", "director", "commander", "spokesman"])
@pytest.mark.parametrize(("one", "other"), [("police", "army"), ("hospital", "police"), ("security", "hospital")])
def test_the_police_chief_is_not_the_army_chief(read, title, one, other):
    text = f"The {one} {title} said four people were killed. The {other} {title} said nine people were wounded."
    first, second = (c for c in read(text).claims if c.aspect in ("killed", "injured"))
    assert first.voice != second.voice


def test_the_chief_alone_is_the_one_heard_before(read):
    text = "The police chief of Holm said four people were killed. The chief said nine people were wounded."
    first, second = (c for c in read(text).claims if c.aspect in ("killed", "injured"))
    assert first.voice == second.voice
