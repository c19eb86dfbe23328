"""Places that a page points back to by their order, and the finer of two places in one sentence."""

from collections.abc import Callable

import pytest

from counterclaim.lexicon import load_lexicon
from counterclaim.model import Document
from counterclaim.pipeline import read_findings
from counterclaim.resources import Resources
from counterclaim.stages.settings import read_scenes

Told = Callable[[str], dict[str, str | None]]


@pytest.fixture
def told(resources: Resources) -> Told:
    """The place that its own sentence gives each count of a text."""

    def read(text: str) -> dict[str, str | None]:
        document = Document("d", text, published="2019-04-10")
        page = read_findings(document, resources)
        reader = read_scenes(document, page.findings, page.parse, page.mentions, page.times, load_lexicon())
        return {
            page.findings[i].span.exact: s.place.name if s.place else None for s in reader.scenes() for i in s.findings
        }

    return read


def test_the_latter_is_the_last_place_of_its_sentence(told: Told) -> None:
    """A count after "in the latter" is not that of the place named first."""
    assert told("Police entered Tal Marad and Brovka; in the latter three men were killed.")["three men"] == "Brovka"


def test_former_and_latter_part_the_counts(told: Told) -> None:
    """Each count has the pointer beside it."""
    found = told("Shells hit Tal Marad and Brovka. Nine people were killed in the former and seven in the latter.")
    assert (found["Nine people"], found["seven"]) == ("Tal Marad", "Brovka")


def test_the_first_and_the_second_reach_back_a_sentence(told: Told) -> None:
    """Ordinals count the places of the sentence before where their own names none."""
    found = told(
        "Cars blew up on Sunday in Raqqa and on Monday in Homs. Three people died in the first and two in the second."
    )
    assert (found["Three people"], found["two"]) == ("Raqqa", "Homs")


def test_the_last_week_points_to_no_place(told: Told) -> None:
    """A span of time is no place."""
    assert told("Raids on Douma and Harasta killed nine people in the last week.")["nine people"] == "Douma"


def test_a_town_hit_in_a_district_is_the_place(told: Told) -> None:
    """A district that opens a sentence gives way to the town that was hit."""
    found = told("In the Tyre district, a raid on the town of Marvanka killed five people.")
    assert found["five people"] == "Marvanka"


def test_a_quarter_is_a_part_of_a_town(told: Told) -> None:
    """What parsers take for a part of a year is a place where a town follows."""
    assert told("Gunmen shot a teacher in the Serai quarter of Kunduz on Sunday.")["a teacher"] == "Serai quarter"


@pytest.mark.parametrize(
    ("text", "count", "place"),
    [
        (
            "The convoy came through Arvenholt and drove on to Brovka where five people were hurt.",
            "five people",
            "Brovka",
        ),
        (
            "The heaviest toll was recorded in Brovka camp, where 17 people died on Saturday.",
            "17 people",
            "Brovka camp",
        ),
        (
            "A truck blew up at a post in Tarn al-Ward in the Ostra hills, killing nine guards.",
            "nine guards",
            "Tarn al-Ward",
        ),
        ("Nine people were killed in Homs province, four of them in Tal Marad.", "Nine people", "Homs province"),
    ],
)
def test_a_count_has_the_place_that_its_clause_is_said_of(told: Told, text: str, count: str, place: str) -> None:
    """ "Where" hangs on a place; a part's place is not the whole's; what was recorded somewhere happened there."""
    assert told(text)[count] == place


def test_a_label_is_none_of_those_pointed_to(told: Told) -> None:
    """The former of two towns that were hit is not the province at the line's head."""
    found = told("Homs: raids on Tal Marad and Brovka; 21 people were injured in the former.")
    assert found["21 people"] == "Tal Marad"


def test_a_part_of_a_count_is_where_that_is(told: Told) -> None:
    found = told("Bombs fell on Tal Marad and Brovka; in the latter three people including a woman were killed.")
    assert found["a woman"] == "Brovka"


@pytest.mark.parametrize(
    "text",
    [
        "Shells killed three people in Brovka and two in Marvanka.",
        "Shelling left three dead in Brovka and two, both of one family, in nearby Marvanka.",
    ],
)
def test_each_of_two_counts_has_the_place_after_it(told: Told, text: str) -> None:
    assert told(text)["two"] == "Marvanka"
