"""Places that open a sentence, and what it tells of inside them."""

from collections.abc import Callable

import pytest

from counterclaim.lexicon import load_lexicon
from counterclaim.model import Document
from counterclaim.pipeline import read_findings
from counterclaim.resources import Resources
from counterclaim.setting.views import View
from counterclaim.stages.settings import PageScenes, read_scenes

Views = Callable[[str], list[tuple[View, dict[str, set[str]]]]]


@pytest.fixture
def views(resources: Resources) -> Views:
    """The situation of each finding of a text, with the signs of frames that each candidate bears."""

    def read(text: str) -> list[tuple[View, dict[str, set[str]]]]:
        document = Document("d", text, published="2019-04-10")
        told = read_findings(document, resources)
        reader = read_scenes(document, told.findings, told.parse, told.mentions, told.times, load_lexicon())
        placer = PageScenes(reader, load_lexicon()).placer
        found = []
        for i in range(len(told.findings)):
            view = placer.view(i, None)
            signs = [{n for n in features if n.startswith("frame:")} for features in placer.features(view)]
            names = [placer.named(view, n).name for n in range(len(view.keys))]
            found.append((view, dict(zip(names, signs, strict=True))))
        return found

    return read


@pytest.mark.parametrize(
    ("text", "frame", "inner"),
    [
        ("In Baghdad, a car bomb near a shop in Marvanka wounded nine people on Tuesday.", "Baghdad", "Marvanka"),
        ("Shelling went on: in Baghdad three children were killed in Marvanka on Friday.", "Baghdad", "Marvanka"),
        ("In Baghdad on Monday, two men died when a mine went off at Marvanka.", "Baghdad", "Marvanka"),
    ],
)
def test_what_opens_a_sentence_holds_what_follows(views: Views, text: str, frame: str, inner: str) -> None:
    """It is not settled that something was at the first place where the sentence goes on with another."""
    view, signs = views(text)[0]
    assert view.settled is None or view.keys[view.settled] != view.own
    assert any(name.startswith("frame:over:") for name in signs[frame])
    assert "frame:first:1" in signs[inner]


@pytest.mark.parametrize(
    "text",
    [
        "In Baghdad six soldiers were killed, and in Marvanka five more died.",
        "At Baghdad, fighters who had stopped a bus in Marvanka killed eleven men.",
        "In Baghdad two engineers of the water station of Marvanka were killed.",
    ],
)
def test_another_counts_place_lies_in_no_frame(views: Views, text: str) -> None:
    """A place that has a count of its own, or tells only who somebody was, leaves the first as it was."""
    _, signs = views(text)[0]
    assert not any(signs.values())


@pytest.mark.parametrize(
    "text",
    [
        "Five people were killed in Hama when warplanes bombed Mhardeh.",
        "Five people were killed in Raqqa in an air strike on Tabqa.",
        "In Hama, five people were killed in an air strike on Mhardeh.",
    ],
)
def test_a_name_that_is_a_provinces_too_is_the_frame_however_that_is_spelled(read, text):
    assert {c.place.name for c in read(text).claims if c.aspect == "killed"} < {"Mhardeh", "Tabqa"}
