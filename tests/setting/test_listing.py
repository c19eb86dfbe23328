"""Places named in a row: which sentences have such lists, and what is said of their members."""

from collections.abc import Callable

import pytest

from counterclaim.lexicon import load_lexicon
from counterclaim.model import Document
from counterclaim.pipeline import read_findings
from counterclaim.resources import Resources
from counterclaim.stages.settings import PageScenes, read_scenes

Signs = Callable[[str], dict[str, set[str]]]


@pytest.fixture
def signs(resources: Resources) -> Signs:
    """For each place of a page of one finding the signs of lists."""

    def read(text: str) -> dict[str, set[str]]:
        document = Document("d", text, published="2019-04-10")
        told = read_findings(document, resources)
        reader = read_scenes(document, told.findings, told.parse, told.mentions, told.times, load_lexicon())
        placer = PageScenes(reader, load_lexicon()).placer
        view = placer.view(0, None)
        named = {placer.named(view, n).name: f for n, f in enumerate(placer.features(view))}
        return {name: {sign for sign in f if sign.startswith("list:")} for name, f in named.items()}

    return read


def test_members_and_what_encloses_them(signs: Signs) -> None:
    found = signs("Shells fell on the villages of Saraqeb, Binnish and Ariha in Idlib province, killing twelve people.")
    assert "list:3:first" in found["Saraqeb"]
    assert "list:3:inner" in found["Binnish"]
    assert "list:3:last" in found["Ariha"]
    assert "list:3:over|after" in found["Idlib province"]


def test_a_list_may_go_on_without_names(signs: Signs) -> None:
    found = signs("Twelve people were killed by shells that fell on Saraqeb and other villages.")
    assert "list:3:first" in found["Saraqeb"]


def test_a_town_with_its_province_is_no_list(signs: Signs) -> None:
    found = signs("Twelve people were killed by shells that fell on Saraqeb, in Idlib province.")
    assert not any(found.values())
