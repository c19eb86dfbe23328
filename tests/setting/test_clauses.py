from collections.abc import Callable
from datetime import date

import pytest

from counterclaim.lexicon import load_lexicon
from counterclaim.model import Document
from counterclaim.pipeline import read_findings
from counterclaim.resources import Resources
from counterclaim.stages.settings import read_scenes

MONDAY, SATURDAY = "2019-04-08", "2019-04-06"


@pytest.fixture
def dated(resources: Resources) -> Callable[[str], list[tuple[str, str | None]]]:
    """The counts of a page of Wednesday, 10 April 2019, each with the first day that its own sentence gives it."""

    def read(text: str) -> list[tuple[str, str | None]]:
        document = Document("d", text, published=date(2019, 4, 10).isoformat())
        told = read_findings(document, resources)
        reader = read_scenes(document, told.findings, told.parse, told.mentions, told.times, load_lexicon())
        days = {i: s.when.earliest if s.when else None for s in reader.scenes() for i in s.findings}
        return [(f.span.exact, days[i]) for i, f in enumerate(told.findings) if f.aspect != "responsibility"]

    return read


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Two planners of the 2015 attack were killed in a raid in Arven.", [None]),
        ("Soldiers killed nine people in Arven in retaliation for Saturday's attack.", [None]),
        ("Villagers who had fled on Monday said that 12 people were killed in Arven.", [None]),
        ("A shell that hit the market of Arven on Monday killed 12 people.", [MONDAY]),
        ("The number of people killed by bombs on Saturday rose to 16 on Monday.", [SATURDAY]),
        ("On Monday the death toll from the raid rose to 16.", [None]),
        ("The governor had put the toll at 12 on Monday.", [None]),
        ("The mayor had counted 80 bodies by Monday.", [None]),
        ("Shells killed 12 people in Arven on Monday, two days after nine died in Tarn.", [MONDAY, SATURDAY]),
        (
            "Shells wounded a girl in Arven on Monday, the day after bombs killed two men in Tarn.",
            [MONDAY, "2019-04-07"],
        ),
        ("As of 9 a.m. on Monday, 16 people are dead in Arven.", [None]),
        ("The baker died of her wounds on Monday, bringing the number of victims to six.", [None]),
        ("In Arven 21 people were hurt at the market, which had been bombed in March.", [None]),
        ("Medics in Arven counted ten people dead on Monday, up from seven on Saturday.", [MONDAY, SATURDAY]),
        ("The toll has since climbed to 16.", [None]),
        ("Talks were held on Monday, days after a blast killed nine people in Arven.", [None]),
    ],
)
def test_what_dates_a_count(
    dated: Callable[[str], list[tuple[str, str | None]]], text: str, days: list[str | None]
) -> None:
    assert [day for _, day in dated(text)] == days


def test_a_later_clause_with_its_own_subject_dates_only_itself(
    dated: Callable[[str], list[tuple[str, str | None]]],
) -> None:
    text = "Two people were killed in Arven in the early hours of Monday, and three died there on Saturday."
    assert [day for _, day in dated(text)] == [MONDAY, SATURDAY]
