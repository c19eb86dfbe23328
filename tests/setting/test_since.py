from collections.abc import Callable

import pytest

from counterclaim.lexicon import load_lexicon
from counterclaim.setting.since import sums_up
from counterclaim.syntax import Parse


@pytest.mark.parametrize(
    ("sentence", "word", "sums"),
    [
        ("More than 300 people have died in Tarn since 2011.", "since", True),
        ("More than 300 people have died in Tarn since the siege began.", "since", True),
        ("We have buried 36 people since Friday morning.", "since", False),
        ("Three of the wounded have since died.", "since", False),
        ("Nine have been pulled out since the early hours of Monday.", "since", False),
        ("So far 300 people have died.", "far", True),
        ("Other sources suggest that the losses are far heavier.", "far", False),
        ("The fighting has killed 300 people in total.", "total", True),
    ],
)
def test_since_a_day_is_no_sum_and_far_only_after_so(
    sentence: str, word: str, sums: bool, parse: Callable[[str], Parse]
):
    parsed = parse(sentence)
    token = next(t for t in parsed.tokens if t.lower == word)
    assert sums_up(parsed, token, load_lexicon().words("opening", "lately")) is sums
