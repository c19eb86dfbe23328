from collections.abc import Callable

import pytest

from counterclaim.blaming.stretches import stretches_before
from counterclaim.syntax import Parse


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Heavy artillery fire hit the town.", ["Heavy artillery fire"]),
        ("Rebel and army fire hit the town.", ["Rebel", "army fire"]),
        ("They said the army fire had stopped.", ["army fire"]),
        ("In the village army fire went on.", ["village army fire"]),
    ],
)
def test_the_words_that_modify_a_noun(parse: Callable[[str], Parse], text: str, wanted: list[str]) -> None:
    parsed = parse(text)
    head = next(t.index for t in parsed.tokens if t.text == "fire")
    found = stretches_before(parsed, head, head, lambda i: parsed.tokens[i].text == "Rebel")
    assert [" ".join(parsed.tokens[i].text for i in stretch) for stretch in found] == wanted


def test_words_in_brackets_are_passed_over_unless_one_alone(parse: Callable[[str], Parse]) -> None:
    parsed = parse("Banner (a new group in the north) mortar fire and (Banner) rocket fire went on.")
    heads = [t.index for t in parsed.tokens if t.text == "fire"]
    (first,) = stretches_before(parsed, heads[0], heads[0], lambda i: parsed.tokens[i].text == "Banner")
    assert [parsed.tokens[i].text for i in first] == ["Banner", "mortar", "fire"]
    last = stretches_before(parsed, heads[1], heads[1], lambda i: parsed.tokens[i].text == "Banner")[-1]
    assert "Banner" in [parsed.tokens[i].text for i in last]
