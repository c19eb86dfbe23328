from collections.abc import Callable

import pytest

from counterclaim.lexicon import load_lexicon
from counterclaim.setting.recalling import Recalling
from counterclaim.syntax import Parse


@pytest.mark.parametrize(
    ("sentence", "sorts"),
    [
        ("Three of the wounded are in a critical state.", ("victims",)),
        ("A resident of Tarn said that the blast killed his son.", ("deeds",)),
        ("Six wounded men were brought to a hospital in Lowmere.", ("clinics",)),
        ("Six men hid in the village.", ("scenes",)),
        ("The toll rose to nine.", ("revising", "victims")),
        ("Nine people were killed in an ambush near Tarn.", ()),
        ("Wounded men lay on a road.", ()),
        ("A rebel spokesman gave a higher figure.", ("comparing",)),
    ],
)
def test_a_sentence_points_back_by_the_dead_the_blast_a_hospital_or_an_earlier_toll(
    sentence: str, sorts: tuple[str, ...], parse: Callable[[str], Parse]
):
    assert Recalling(parse(sentence), load_lexicon()).of(0) == sorts


def test_a_pair_is_told_by_how_its_second_sentence_points_back(parse: Callable[[str], Parse]):
    parsed = parse("Nine people were killed in Tarn. The blast wounded ten. The blast burned two cars.")
    found = list(Recalling(parsed, load_lexicon()).features(0, 1, "same", "1"))
    assert found == ["recalls:deeds", "recalls:deeds|same", "recalls:deeds|1"]
    assert "recalls:deeds|both" in list(Recalling(parsed, load_lexicon()).features(1, 2, "same", "1"))
    assert list(Recalling(parsed, load_lexicon()).features(1, 0, "same", "1")) == ["recalls:deeds|first"]
