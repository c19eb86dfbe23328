import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.identity import fold, same_house, same_name
from invented_war import CATALOGUE

SAME = {
    "house words": ("Velm Press", "Velm Press News Agency"),
    "article and case": ("The Harl Post", "harl post"),
    "domain": ("velmpress.com", "Velm Press"),
    "initials": ("Odra National Agency", "ONA"),
    "brackets": ("Odra National Agency (ONA)", "ona"),
}


@pytest.mark.parametrize(("one", "other"), SAME.values(), ids=SAME)
def test_forms_of_one_name(one: str, other: str) -> None:
    assert same_name(one, other)


@pytest.mark.parametrize("other", ["Harl Post", "", None, "News", "the"])
def test_names_that_are_not_one(other: str | None) -> None:
    assert not same_name("Velm Press", other)


def test_an_account_stands_for_its_party() -> None:
    assert same_house("Tarn Watch", "tarnwatchofficial", CATALOGUE)
    assert not same_house("Tarn Watch", "Velm Press", CATALOGUE)


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_names_are_borne(one: str, other: str) -> None:
    assert same_name(one, other) == same_name(other, one)
    assert fold(fold(one)) == fold(one)
