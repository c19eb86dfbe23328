"""Which of a page's places is that of a finding, and what the choice is made by."""

from collections.abc import Callable

import pytest

from counterclaim.lexicon import load_lexicon
from counterclaim.model import Document, Place
from counterclaim.pipeline import read_findings
from counterclaim.resources import Resources
from counterclaim.setting.choosing import Chooser
from counterclaim.setting.likeness import Likeness
from counterclaim.setting.placing import Placer
from counterclaim.setting.pointing import Pointing
from counterclaim.setting.steps import GAPS, step
from counterclaim.stages.settings import PageScenes, read_scenes
from counterclaim.syntax import Parse

Scenes = Callable[[str], PageScenes]
PAGE = (
    "Shells killed four people in the village of Old Marrow. "
    "Rescuers searched the ruins all night. Two more people died in hospital. "
    "In the village of Lowmere nine people were killed by a mine."
)

AHEAD = Chooser({"own": 20.0, "ahead:1": 9.0})


@pytest.fixture
def scenes(resources: Resources) -> Scenes:
    def read(text: str) -> PageScenes:
        document = Document("d", text, published="2019-04-10")
        told = read_findings(document, resources)
        reader = read_scenes(document, told.findings, told.parse, told.mentions, told.times, load_lexicon())
        return PageScenes(reader, load_lexicon())

    return read


def place(placer: Placer, i: int, ruled: Place | None, chooser: Chooser) -> Place | None:
    return placer.given(placer.weigh(i, ruled, chooser))


def names(placer: Placer, i: int) -> list[str]:
    view = placer.view(i, None)
    return [placer.named(view, n).name for n in range(len(view.keys))]


def number(page: PageScenes, words: str) -> int:
    return next(i for i, f in enumerate(page.reader.findings) if words in f.span.exact)


def test_every_place_of_the_page_stands_to_choice(scenes: Scenes) -> None:
    page = scenes(PAGE)
    assert set(names(page.placer, number(page, "Two"))) == {"Old Marrow", "Lowmere"}


def test_the_weights_decide(scenes: Scenes) -> None:
    page = scenes(PAGE)
    i = number(page, "Two")
    before, after = (place(page.placer, i, None, Chooser(w)) for w in ({"back:2": 1.0}, {"ahead:1": 1.0}))
    assert before is not None
    assert after is not None
    assert (before.name, after.name) == ("Old Marrow", "Lowmere")


def test_the_rules_answer_is_one_sign(scenes: Scenes) -> None:
    page = scenes(PAGE)
    i = number(page, "nine")
    ruled = page.ruled(*page.placer.homes[i])
    assert ruled is not None
    assert place(page.placer, i, ruled, Chooser({"rule": 1.0})) == ruled


def test_a_page_without_places_keeps_the_rules_answer(scenes: Scenes) -> None:
    page = scenes("Four people were killed on Tuesday, doctors said.")
    assert place(page.placer, 0, None, Chooser({"rule": 1.0})) is None


def test_a_place_of_another_count_does_not_stand_to_choice(scenes: Scenes) -> None:
    page = scenes("Shells killed four in the village of Old Marrow and nine in the village of Lowmere.")
    assert names(page.placer, number(page, "four")) == ["Old Marrow"]


def test_where_another_count_is_the_same_a_link_says_so(scenes: Scenes) -> None:
    page = scenes("Nine people were killed, doctors said. A mine killed nine people in the village of Lowmere.")
    (features,) = page.placer.features(page.placer.view(0, None))
    assert features["link:figure"] == 1.0
    assert features["link:gap:+1"] == 1.0


def test_a_town_that_bears_its_province_s_name_may_be_the_province(scenes: Scenes) -> None:
    page = scenes("Nine people were killed in Kherson on Monday. Shells hit the town of Lowmere.")
    assert page.placer.view(0, None).context == "W"
    page = scenes("Nine people were killed in the city of Kherson on Monday. Shells hit the town of Lowmere.")
    assert page.placer.view(0, None).context == "F"


def test_features_are_the_same_each_time(scenes: Scenes) -> None:
    one, other = (p.placer.features(p.placer.view(0, None)) for p in (scenes(PAGE), scenes(PAGE)))
    assert one == other


def test_likeness_is_of_rare_words(parse: Callable[[str], Parse]) -> None:
    likeness = Likeness(parse("A mine hit the bakery. The bakery was full. Rain fell on the hills."), ())
    assert likeness.of(0, 1) > likeness.of(0, 2) == 0.0
    assert likeness.of(0, 0) == pytest.approx(1.0)


def test_what_points_to_a_place(parse: Callable[[str], Parse]) -> None:
    page = parse("Shells hit a village in the north. The city is besieged. The town of Lowmere is not.")
    pointing = Pointing(page, (), load_lexicon())
    assert pointing.of(0) == (frozenset({"village"}), frozenset())
    assert pointing.of(1) == (frozenset(), frozenset({"city"}))
    assert pointing.of(2) == (frozenset(), frozenset())


def test_steps_end_where_they_say() -> None:
    assert [step(n, GAPS) for n in (1, 3, 4, 10)] == ["1", "3", "4-5", "far"]


def test_a_spot_that_is_another_counts_is_no_candidate(scenes: Scenes, monkeypatch: pytest.MonkeyPatch) -> None:
    page = scenes(PAGE)
    i = number(page, "four")
    ruled = page.placer.homes[i][0].place
    monkeypatch.setattr(page.placer.here, "is_anothers", lambda i, k: True)
    assert page.placer.view(i, ruled).settled is None
    assert place(page.placer, i, ruled, Chooser({})) == ruled


def test_the_shares_of_all_candidates_are_one_in_sum(scenes: Scenes) -> None:
    weighed = scenes(PAGE).weighed(AHEAD)
    assert len(weighed) == 3
    for one in weighed:
        assert set(one.shares) == set(one.view.keys)
        assert sum(one.shares.values()) == pytest.approx(1.0)


def test_a_spot_that_a_sentence_gives_outright_is_certain(scenes: Scenes) -> None:
    settled = [one for one in scenes(PAGE).weighed(AHEAD) if one.view.settled is not None]
    assert settled
    assert all(one.shares[one.view.keys[one.view.settled or 0]] == 1.0 for one in settled)


def test_a_page_without_places_has_no_shares(scenes: Scenes) -> None:
    weighed = scenes("Four people were killed. Two people were hurt.").weighed(AHEAD)
    assert [one.shares for one in weighed] == [{}, {}]
