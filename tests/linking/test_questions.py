"""Which question a claim answers: subsets never stand against totals, nor fighters against civilians."""

import pytest

from builders import claim
from counterclaim.linking.questions import Questions
from counterclaim.model import Claim, Document


def labels(*claims: Claim, pages: dict[str, Document] | None = None) -> list[str]:
    asked = Questions(claims, pages or {})
    return [asked.label(c) for c in claims]


def test_a_part_of_the_same_kind_is_some_of_these() -> None:
    total = claim("a", low=21, high=21, who="civilians")
    north = claim("a", 40, "15 civilians", low=15, high=15, who="civilians", part_of=total.id)
    boys = claim("a", 80, "four children", low=4, high=4, who="children", part_of=total.id)
    assert labels(total, north, boys) == ["killed", "killed · of these", "killed · children"]


@pytest.mark.parametrize(("after", "label"), [(" of the wounded were", "of these"), (" offices were", None)])
def test_words_after_the_number_make_it_a_part(after: str, label: str | None) -> None:
    page = Document("a", f"Tarn said that 15{after} badly hit.")
    found = labels(claim("a", 15, "15", low=15, high=15), pages={"a": page})
    assert found == [f"killed · {label}" if label else "killed"]


def test_one_person_and_three_more_are_parts_where_the_page_tells_of_a_larger_number() -> None:
    one = claim("a", 40, "a man", low=1, high=1, who="men")
    more = claim("a", 60, "three more bodies", low=3, high=3)
    bound = claim("a", 90, "more than 10", low=10, high=None, bound="at least")
    assert labels(claim("a"), one, more, bound) == ["killed", "killed · men", "killed · of these", "killed"]
    assert labels(one) == ["killed"]
    assert labels(more) == ["killed"]


def test_fighters_are_counted_apart_only_beside_others() -> None:
    rebels = claim("a", who="fighters")
    assert labels(rebels, claim("b")) == ["killed", "killed"]
    assert labels(rebels, claim("b", who="civilians")) == ["killed · fighters", "killed"]
    assert labels(rebels, claim("b", who="soldiers")) == ["killed · fighters", "killed · soldiers"]
