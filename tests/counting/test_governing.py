import math
from collections.abc import Callable

import pytest

from counterclaim.counting.candidates import candidates
from counterclaim.counting.evidence import for_none, for_trigger
from counterclaim.counting.governing import Governing
from counterclaim.counting.layout import Scene
from counterclaim.lexicon import Lexicon
from counterclaim.resources import load_governing
from counterclaim.stages.casualties import read_scenes
from counterclaim.stages.quantities import find_quantities
from counterclaim.syntax import Parse

Scenes = Callable[[str], list[Scene]]


@pytest.fixture
def scenes(parse: Callable[[str], Parse], lexicon: Lexicon) -> Scenes:
    def run(text: str) -> list[Scene]:
        page = parse(text)
        return list(read_scenes(page, find_quantities(page, lexicon), lexicon))

    return run


def test_the_weights_that_come_with_the_package_are_numbers() -> None:
    governing = load_governing()
    assert math.isfinite(governing.score(["none", "L:past", "R:passive"]))
    assert governing.score(["no such feature"]) == 0


def test_a_count_takes_the_word_with_the_best_score(scenes: Scenes) -> None:
    (scene,) = scenes("The raid killed five and wounded ten.")
    killed, wounded = scene.triggers
    likes = {"L:past:far": 1.0, "L:past:next": 2.0}
    assert Governing(likes).best(scene, 1) == wounded
    assert Governing({**likes, "L:past:far": 3.0}).best(scene, 1) == killed
    assert Governing({**likes, "none": 3.0}).best(scene, 1) is None


def test_a_sentence_with_no_word_of_harm_is_no_scene(scenes: Scenes) -> None:
    assert scenes("Twelve people met.") == []


def test_counts_joined_by_and_stand_in_one_list(scenes: Scenes) -> None:
    (scene,) = scenes("Two women, a child and five men were killed.")
    assert scene.lists == ((0, 2), (0, 2), (0, 2))
    (scene,) = scenes("The blast killed four and 13 injured fled.")
    assert scene.lists == ((0, 0), (1, 1))


def test_features_say_where_the_word_stands(scenes: Scenes) -> None:
    (scene,) = scenes("Five people were killed.")
    ((trigger, place),) = candidates(scene, 0)
    features = for_trigger(scene, 0, trigger, place)
    assert (place.side, place.role, place.gap) == ("R", "passive", "light")
    assert {"R:passive", "R:passive:light", "tree:passive:nsubjpass"} <= set(features)
    assert "none:noun" in for_none(scene, 0)


@pytest.mark.parametrize(
    "text",
    [
        "Five gunmen killed the mayor.",
        "He was killed by five gunmen.",
        "Five gunmen have killed the mayor.",
        "No casualties were reported.",
    ],
)
def test_the_doer_is_no_candidate(scenes: Scenes, text: str) -> None:
    (scene,) = scenes(text)
    assert list(candidates(scene, 0)) == []
