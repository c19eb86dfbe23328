from collections.abc import Callable

import pytest

from counterclaim.lexicon import Lexicon
from counterclaim.stages.quantities import find_quantities
from counterclaim.syntax import Parse


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There were 34 637 dead.", [("34 637", 34637)]),
        ("There were 34\u202f637 dead.", [("34\u202f637", 34637)]),
        ("Killed: 12\n300 people were hurt.", [("12", 12), ("300", 300)]),
        ("On May 12 300 people died.", [("300", 300)]),
        ("Four (4) guards died.", [("Four (4)", 4)]),
        ("It led to the killing of (11) people.", [("(11)", 11)]),
        ("Two guards (of 19 people) died.", [("Two", 2), ("19", 19)]),
    ],
)
def test_signs_belong_to_the_figure(
    parse: Callable[[str], Parse], lexicon: Lexicon, text: str, expected: list[tuple[str, int]]
) -> None:
    assert [(q.span.exact, q.low) for q in find_quantities(parse(text), lexicon)] == expected
