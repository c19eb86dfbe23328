"""How likely each place of a finding is, by its score."""

from collections.abc import Callable

import pytest

from counterclaim.lexicon import load_lexicon
from counterclaim.model import Document
from counterclaim.pipeline import read_findings
from counterclaim.resources import Resources
from counterclaim.setting.choosing import Chooser
from counterclaim.stages.settings import PageScenes, read_scenes

PAGE = (
    "Shells killed four people in the village of Old Marrow. "
    "Rescuers searched the ruins all night. Two more people died in hospital. "
    "In the village of Lowmere nine people were killed by a mine."
)
AHEAD = Chooser({"own": 20.0, "ahead:1": 9.0})


@pytest.fixture
def scenes(resources: Resources) -> Callable[[str], PageScenes]:
    def read(text: str) -> PageScenes:
        document = Document("d", text, published="2019-04-10")
        told = read_findings(document, resources)
        reader = read_scenes(document, told.findings, told.parse, told.mentions, told.times, load_lexicon())
        return PageScenes(reader, load_lexicon())

    return read


def test_the_shares_of_all_candidates_are_one_in_sum(scenes: Callable[[str], PageScenes]) -> None:
    weighed = scenes(PAGE).weighed(AHEAD)
    assert len(weighed) == 3
    for one in weighed:
        assert set(one.shares) == set(one.view.keys)
        assert sum(one.shares.values()) == pytest.approx(1.0)


def test_a_spot_that_a_sentence_gives_outright_is_certain(scenes: Callable[[str], PageScenes]) -> None:
    settled = [one for one in scenes(PAGE).weighed(AHEAD) if one.view.settled is not None]
    assert settled
    assert all(one.shares[one.view.keys[one.view.settled or 0]] == 1.0 for one in settled)


def test_a_page_without_places_has_no_shares(scenes: Callable[[str], PageScenes]) -> None:
    weighed = scenes("Four people were killed. Two people were hurt.").weighed(AHEAD)
    assert [one.shares for one in weighed] == [{}, {}]
