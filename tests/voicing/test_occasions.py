"""What somebody speaks in is no part of who speaks."""

import pytest

LONG = (
    " Neighbours had heard several loud noises shortly before dawn and many shops in the centre of the town stayed"
    " closed for the rest of the day because nobody wanted to leave the house."
)
WHERE = [
    "in a statement",
    "in a joint press release on Monday",
    "in a post on X",
    "at a news conference in Holm",
    "by telephone",
    "on its website",
    "in the same interview",
]


@pytest.mark.parametrize("where", WHERE)
@pytest.mark.parametrize("mark", ["", ","])
def test_a_body_speaks_by_its_name_whatever_it_speaks_in(read, where, mark):
    text = f"The Norrin Relief Council{mark} {where}{mark} said nine people were killed in the raid."
    (claim,) = (c for c in read(text + LONG).claims if c.aspect == "killed")
    assert claim.voice == "Norrin Relief Council"


@pytest.mark.parametrize("where", WHERE)
def test_somebody_unnamed_does_so_too(read, where):
    (claim,) = (
        c for c in read(f"A doctor {where} said nine people were killed." + LONG).claims if c.aspect == "killed"
    )
    assert claim.voice == "unnamed: doctor"


def test_a_house_that_bears_such_a_name_stays(read):
    text = "Reporters at the Dori Post said nine people were killed."
    (claim,) = (c for c in read(text).claims if c.aspect == "killed")
    assert "Post" in (claim.voice or "")
