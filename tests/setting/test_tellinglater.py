"""What a lead leaves undated and the next sentences date."""

from collections.abc import Callable

import pytest

from counterclaim.model import Document, Page
from counterclaim.pipeline import read_findings
from counterclaim.resources import Resources
from counterclaim.setting.tellinglater import Later
from counterclaim.stages.settings import read_scenes

DAY = "2019-04-10"  # a Wednesday
LEAD = "Gunmen killed nine villagers in the village of Old Marrow, officials said Wednesday."


def first_date(read: Callable[..., Page], text: str) -> str | None:
    claim = next(c for c in read(text, published=DAY).claims if c.aspect == "killed")
    return None if claim.date is None else "/".join(sorted({claim.date.earliest, claim.date.latest}))


@pytest.mark.parametrize(
    "next_words",
    [
        "The raid, on Monday evening, caught families who were leaving.",
        "The attack came at around 7:40 p.m. on Monday in heavy rain.",
        "A trader told the paper that the attack, which started at about 5pm on Monday, lasted for two hours.",
        "The assailants descended on the village at dawn on Monday.",
    ],
)
def test_a_definite_attack_dates_what_the_lead_told(read, next_words):
    assert first_date(read, f"{LEAD}\n\n{next_words}") == "2019-04-08"


@pytest.mark.parametrize(
    "next_words",
    [
        "Troops reached the place on Monday.",
        "Elsewhere, the attack on the town of Lowmere on Monday wounded two soldiers.",
    ],
)
def test_nothing_else_does(resources: Resources, next_words: str) -> None:
    document = Document("page", f"{LEAD}\n\n{next_words}", published=DAY)
    told, lexicon = read_findings(document, resources), resources.lexicon
    reader = read_scenes(document, told.findings, told.parse, told.mentions, told.times, lexicon)
    scenes = reader.scenes()
    assert Later(reader, scenes, lexicon).date(scenes[0]) is None
