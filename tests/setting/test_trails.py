"""How the page came to a finding."""

from collections.abc import Callable

import pytest

from counterclaim.lexicon import load_lexicon
from counterclaim.model import Document
from counterclaim.pipeline import heard, read_findings
from counterclaim.resources import Resources
from counterclaim.stages.settings import PageScenes, read_scenes

Signs = Callable[[str, str, str], set[str]]
PAGE = (
    "A drone struck the village of Old Marrow on Monday, killing four people.\n\n"
    "Six people were injured.\n\n"
    "In the village of Lowmere nine people were killed by a mine."
)


@pytest.fixture
def signs(resources: Resources) -> Signs:
    """The signs of a place, by its name, for the finding of those words."""

    def read(text: str, words: str, name: str) -> set[str]:
        document = Document("d", text, published="2019-04-10")
        told = read_findings(document, resources)
        reader = read_scenes(document, heard(told), told.parse, told.mentions, told.times, load_lexicon())
        placer = PageScenes(reader, load_lexicon()).placer
        i = next(i for i, f in enumerate(told.findings) if words in f.span.exact)
        view = placer.view(i, None)
        return next(set(placer.trails.of(view, k)) for k in view.keys if placer.told[k].place.name == name)

    return read


def test_what_was_counted_at_a_place_told_of_before(signs: Signs) -> None:
    found = signs(PAGE, "Six", "Old Marrow")
    assert "back:other-aspect" in found


def test_what_is_counted_at_a_place_told_of_later(signs: Signs) -> None:
    found = signs(PAGE.replace("Six people were injured", "Six people were killed"), "Six", "Lowmere")
    assert "ahead:fewer" in found
    assert "ahead:more" not in found


def test_how_many_places_were_struck(signs: Signs) -> None:
    assert {"inmost", "inmost:2"} <= signs(PAGE, "Six", "Old Marrow")
    alone = PAGE.partition("\n\nIn the village")[0]
    assert {"inmost", "inmost:1", "inmost|top"} <= signs(alone, "Six", "Old Marrow")
