import pytest

from counterclaim.lexicon import load_lexicon
from counterclaim.model import Document
from counterclaim.pipeline import heard, read_findings
from counterclaim.resources import Resources
from counterclaim.setting.choosing import Chooser, Choosers
from counterclaim.setting.retelling import retell
from counterclaim.setting.sameness import PRINTED, Sameness, is_printed
from counterclaim.stages.settings import PageScenes, read_scenes

FLAT = "Two people were killed in Tarn on Monday and six were wounded said the mayor " * 5


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (FLAT, False),
        (FLAT.rstrip() + "\n", False),
        (FLAT + "\n" + FLAT, True),
        (FLAT.replace(" said", ", said"), True),
        ("Two people were killed in Tarn on Monday", True),
        ("", True),
    ],
)
def test_a_page_came_as_it_was_printed_with_its_lines_or_its_commas(text, printed):
    assert is_printed(text) is printed


def features(text: str, resources: Resources, likely: tuple[dict, dict] = ({}, {})) -> list[str]:
    nothing = Chooser({})
    lexicon = load_lexicon()
    document = Document("page", text, published="2019-04-10")
    page = read_findings(document, resources)
    reader = read_scenes(document, heard(page), page.parse, page.mentions, page.times, lexicon)
    scenes = PageScenes(reader, lexicon)
    ruled = scenes.ruled_settings(Choosers(nothing, nothing, nothing, nothing))
    told = retell(reader, scenes.occurrences, ruled, [*likely, *[{}] * len(ruled)], lexicon)
    return Sameness(reader, lexicon).features(told[0], told[1])


def test_a_printed_page_has_every_feature_twice(resources: Resources):
    text = "Two people were killed in Tarn on Monday.\nTwo people were killed in the attack on Tarn, the mayor said."
    found = features(text, resources)
    shared = [name for name in found if not name.endswith(PRINTED)]
    assert len(shared) > 10
    assert sorted(found) == sorted([*shared, *(name + PRINTED for name in shared)])


def test_a_flat_page_has_only_what_all_pages_share(resources: Resources):
    text = "Two people were killed in Tarn on Monday. Six were wounded in the attack the mayor said. " * 4
    found = features(text.strip(), resources)
    assert len(found) > 10
    assert not [name for name in found if name.endswith(PRINTED)]


def test_counts_to_which_one_sentence_gives_different_days_are_apart(resources: Resources):
    assert features(
        "Two people were killed in Tarn on Monday, and three people were killed there on Friday.", resources
    ) == [
        "listed",
        "listed" + PRINTED,
    ]


def test_how_likely_two_have_one_place_is_the_chance_that_both_choose_the_same(resources: Resources):
    text = "Two people were killed in the strike. Six were wounded in the raid, the mayor said."
    tarn, marrow = ("tarn", 1), ("marrow", 1)
    one, two = {tarn: 0.6, marrow: 0.4}, {tarn: 0.5, marrow: 0.5}
    assert "likely:0.5" in features(text, resources, (one, two))
    assert "likely:0.98" in features(text, resources, ({tarn: 0.99, marrow: 0.01}, {tarn: 0.98, marrow: 0.02}))
    assert "likely:0.02" in features(text, resources, ({tarn: 1.0}, {marrow: 1.0}))
    assert "likely:unknown" in features(text, resources, ({}, two))
