"""Where a finding happened, by what the other counts of its occurrence were given."""

from collections.abc import Callable

import pytest

from counterclaim.lexicon import load_lexicon
from counterclaim.model import Document
from counterclaim.pipeline import read_findings
from counterclaim.resources import Resources
from counterclaim.setting.agreeing import Agreement, agreed, shares
from counterclaim.setting.choosing import Chooser
from counterclaim.stages.settings import PageScenes, read_scenes

Scenes = Callable[[str], PageScenes]
PAGE = (
    "Shells killed four people in the village of Old Marrow. "
    "Rescuers searched the ruins all night. Two more people died in hospital. "
    "In the village of Lowmere nine people were killed by a mine."
)
AHEAD = Chooser({"own": 20.0, "ahead:1": 9.0})  # a first choice: its own place, else the one told next


@pytest.fixture
def scenes(resources: Resources) -> Scenes:
    def read(text: str) -> PageScenes:
        document = Document("d", text, published="2019-04-10")
        told = read_findings(document, resources)
        reader = read_scenes(document, told.findings, told.parse, told.mentions, told.times, load_lexicon())
        return PageScenes(reader, load_lexicon())

    return read


def number(page: PageScenes, words: str) -> int:
    return next(i for i, f in enumerate(page.reader.findings) if words in f.span.exact)


def places(page: PageScenes, numbers: list[int], weights: dict[str, float]) -> list[str | None]:
    found = agreed(page.placer, page.weighed(AHEAD), numbers, Chooser(weights))
    return [p.name if p else None for p in found]


def grouped(page: PageScenes, *together: str) -> list[int]:
    one = {number(page, words) for words in together}
    return [0 if i in one else i + 1 for i in range(len(page.reader.findings))]


def test_what_the_others_were_given_can_overrule_the_first_choice(scenes: Scenes) -> None:
    page = scenes(PAGE)
    two, numbers = number(page, "Two"), grouped(page, "four", "Two")
    assert places(page, numbers, {"first": 1.0})[two] == "Lowmere"
    assert places(page, numbers, {"first": 0.01, "back:same": 5.0})[two] == "Old Marrow"


def test_only_counts_of_the_same_occurrence_are_heard(scenes: Scenes) -> None:
    page = scenes(PAGE)
    apart = grouped(page, "four")
    assert places(page, apart, {"first": 0.01, "back:same": 5.0})[number(page, "Two")] == "Lowmere"
    assert Agreement(page.placer.told, page.weighed(AHEAD), apart).features(number(page, "Two")) == []


def test_a_sentence_that_gives_a_spot_is_not_overruled(scenes: Scenes) -> None:
    page = scenes(PAGE)
    numbers = grouped(page, "four", "nine")
    assert places(page, numbers, {"back:same": 50.0, "ahead:same": 50.0})[number(page, "nine")] == "Lowmere"


def test_the_others_speak_for_a_place_around_theirs(scenes: Scenes) -> None:
    page = scenes(
        "Nine people were killed on Monday. Shells killed four people in the village of Old Marrow, near Aleppo."
    )
    told = Agreement(page.placer.told, page.weighed(AHEAD), [0] * len(page.reader.findings))
    signs = {name for features in told.features(number(page, "Nine")) for name in features}
    assert "ahead:same" in signs
    assert not any(name.startswith("back") for name in signs)


def test_the_shares_of_all_candidates_are_one_in_sum(scenes: Scenes) -> None:
    for weighed in scenes(PAGE).weighed(AHEAD):
        assert sum(shares(weighed).values()) == pytest.approx(1.0)


def test_a_page_without_places_gives_none(scenes: Scenes) -> None:
    page = scenes("Four were killed. Two were hurt.")
    assert places(page, [0] * len(page.reader.findings), {"first": 1.0}) == [None, None]
