from collections.abc import Callable

import pytest

from counterclaim.lexicon import Lexicon
from counterclaim.model import Finding
from counterclaim.resources import load_governing
from counterclaim.stages.casualties import find_casualties
from counterclaim.stages.quantities import find_quantities
from counterclaim.syntax import Parse

Read = Callable[[str], list[tuple[str, int | None, int | None]]]


@pytest.fixture
def told(parse: Callable[[str], Parse], lexicon: Lexicon) -> Read:
    def run(text: str) -> list[tuple[str, int | None, int | None]]:
        page = parse(text)
        found: tuple[Finding, ...] = find_casualties(page, find_quantities(page, lexicon), lexicon, load_governing())
        return [(f.aspect, f.low, f.part_of) for f in found]

    return run


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Six of the 20 soldiers were killed.", [("killed", 6, None)]),
        ("Six of the 20 passengers died in the attack.", [("killed", 6, None)]),
        ("The blast killed 12 of the 45 passengers.", [("killed", 12, None)]),
        ("Raiders shot dead four of their 11 prisoners.", [("killed", 4, None)]),
        ("Six of the 20 hostages were killed.", [("killed", 6, None), ("detained", 20, None)]),
        ("The raid wounded two of the five journalists.", [("injured", 2, None)]),
    ],
)
def test_those_who_were_not_harmed_are_not_counted(
    told: Read, text: str, expected: list[tuple[str, int, int | None]]
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Five of the 12 people killed were children.", [("killed", 5, 1), ("killed", 12, None)]),
        ("Five of the 12 dead were children.", [("killed", 5, 1), ("killed", 12, None)]),
        ("Three of the 20 wounded are in critical condition.", [("injured", 3, 1), ("injured", 20, None)]),
        ("Three of the 20 people wounded later died in Tarnholt.", [("killed", 3, None), ("injured", 20, None)]),
        ("Two of the 14 missing were found dead.", [("killed", 2, None), ("missing", 14, None)]),
        ("Ten of the 30 people detained were released.", [("detained", 30, None)]),
        ("Raiders killed 12 people. Five of the 12 victims were children.", [("killed", 12, None), ("killed", 5, 0)]),
    ],
)
def test_some_of_those_harmed_are_part_of_them(
    told: Read, text: str, expected: list[tuple[str, int, int | None]]
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police deployed 500 officers to Harl after 12 people were killed.", [("killed", 12, None)]),
        ("The army sent 500 troops to Harl, where 12 villagers were killed.", [("killed", 12, None)]),
        ("The bus with 45 passengers was attacked and 12 were killed.", [("killed", 12, None)]),
        ("A boat carrying 45 migrants capsized and 12 people drowned.", [("killed", 12, None)]),
        ("A boat with 45 people sank, leaving 12 dead and 20 missing.", [("killed", 12, None), ("missing", 20, None)]),
        ("Of the 45 passengers, 12 were killed.", [("killed", 12, None)]),
        ("The attack wounded 30 people and 12 died.", [("injured", 30, None), ("killed", 12, None)]),
        ("A woman whose son was killed blamed the army.", []),
    ],
)
def test_people_of_another_clause_are_not_harmed(
    told: Read, text: str, expected: list[tuple[str, int, int | None]]
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The mission verified 113 casualties: 34 killed, including seven children, and 79 injured.",
            [("killed", 34, None), ("killed", 7, 0), ("injured", 79, None)],
        ),
        ("Child casualties rose to 67 (12 deaths and 55 injured).", [("killed", 12, None), ("injured", 55, None)]),
        (
            "Three civilians were killed and nine wounded in the region: two in Harl and one in Orm.",
            [("killed", 3, None), ("injured", 9, None), ("killed", 2, 0), ("killed", 1, 0)],
        ),
    ],
)
def test_figures_of_many_are_shared_out(told: Read, text: str, expected: list[tuple[str, int, int | None]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Raiders kidnapped 30 students in Harl. The victims include 12 girls.",
            [("detained", 30, None), ("detained", 12, 0)],
        ),
        (
            "Raiders wounded 30 people in Harl. The victims included 12 women and five men.",
            [("injured", 30, None), ("injured", 12, 0), ("injured", 5, 0)],
        ),
        ("The initial toll was 12 dead. It has since risen to 15.", [("killed", 12, None), ("killed", 15, None)]),
    ],
)
def test_a_sentence_goes_on_with_those_told_of(
    told: Read, text: str, expected: list[tuple[str, int, int | None]]
) -> None:
    assert told(text) == expected


@pytest.mark.parametrize("who", ["A man accused of killing 12 people", "A man who killed 12 people"])
def test_who_killed_is_arrested_and_whom_he_killed_is_dead(told: Read, who: str) -> None:
    assert told(f"{who} was arrested.") == [("detained", 1, None), ("killed", 12, None)]


def test_the_taken_who_are_found_dead_are_dead(told: Read) -> None:
    assert told("Twelve abducted villagers were found dead.") == [("killed", 12, None)]
