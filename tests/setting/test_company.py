from collections.abc import Callable

import pytest

from counterclaim.lexicon import load_lexicon
from counterclaim.model import Document
from counterclaim.pipeline import heard, read_findings
from counterclaim.resources import Resources
from counterclaim.setting.choosing import Chooser, Choosers
from counterclaim.setting.company import mates, voices
from counterclaim.setting.retelling import Retold, retell
from counterclaim.stages.settings import PageScenes, read_scenes

NOTHING = Chooser({})


@pytest.fixture(scope="module")
def told(resources: Resources) -> Callable[[str], list[Retold]]:
    def read(text: str) -> list[Retold]:
        document, lexicon = Document("d", text, published="2019-04-10"), load_lexicon()
        page = read_findings(document, resources)
        reader = read_scenes(document, heard(page), page.parse, page.mentions, page.times, lexicon)
        scenes = PageScenes(reader, lexicon)
        settings = scenes.ruled_settings(Choosers(NOTHING, NOTHING, NOTHING, NOTHING))
        return [t for t in retell(reader, scenes.occurrences, settings, [{}] * len(settings), lexicon) if not t.blames]

    return read


AGAIN = "Shells killed four people and wounded 16 in Tarnholt. "


def test_a_count_is_in_better_company_where_the_counts_told_with_it_agree(told: Callable[[str], list[Retold]]):
    dead, hurt, dead_again, hurt_again = told(f"{AGAIN}In all, four people were killed and 16 were wounded.")
    assert {"mates:some", "mates:many"} <= set(mates(dead, dead_again, "count-count"))
    assert {"mates:several"} <= set(mates(dead, hurt_again, "count-count"))
    assert "mates:differ" not in set(mates(hurt, hurt_again, "count-count"))


def test_other_counts_of_one_sort_differ(told: Callable[[str], list[Retold]]):
    dead, _, dead_elsewhere, _ = told(f"{AGAIN}Shells killed nine people and wounded 30 in Lowmere.")
    found = set(mates(dead, dead_elsewhere, "count-count"))
    assert "mates:differ" in found
    assert not found & {"mates:some", "mates:few"}


def test_a_finding_knows_on_whose_word_it_stands(told: Callable[[str], list[Retold]]):
    one, two = told(
        "The health ministry said 14 people were killed in Tarnholt. The army said nine people were killed there."
    )
    assert {"voice:other", "voice:other|away", "voice:other|differ"} <= set(voices(one, two, "same", "away"))
    assert "voice:same|agree" in set(voices(one, one, "same", "here"))


def test_the_outlets_own_word_is_no_voice(told: Callable[[str], list[Retold]]):
    one, two = told("Shells killed 14 people in Tarnholt. The army said nine people were killed there.")
    assert "voice:one" in set(voices(one, two, "same", "away"))
