"""Which of several places of one name a page means."""

from counterclaim.gazetteer import Site, SiteKind
from counterclaim.model import Place
from counterclaim.naming.namesakes import Candidate, choose_sites


def site(
    ref: str, country: str, at: tuple[float, float], people: int = 50_000, kind: SiteKind = "town", exact: bool = True
) -> Site:
    place = Place(ref, None, *at, 1, ref, country)
    return Site(place, kind, people, exact, True, f"{country}.01" if kind != "country" else country)


NORRIN = site("Norrin", "NN", (10, 10), 5_000_000, "country")
VESK = site("Vesk", "VV", (50, 50), 5_000_000, "country")
VELK_IN_NORRIN = site("velk-n", "NN", (10, 10.5))
VELK_IN_VESK = site("velk-v", "VV", (50, 50.5), 400_000)
VELK = Candidate("velk", [VELK_IN_VESK, VELK_IN_NORRIN])


def chosen(*found: Candidate) -> list[str | None]:
    return [s.place.ref if s else None for s in choose_sites(found)]


def test_the_largest_when_nothing_else_is_named() -> None:
    assert chosen(VELK) == ["velk-v"]


def test_the_one_in_the_country_of_which_the_page_writes() -> None:
    assert chosen(Candidate("norrin", [NORRIN], "NN"), VELK) == ["Norrin", "velk-n"]


def test_the_one_in_the_place_named_after_a_comma_and_so_all_over_the_page() -> None:
    vesk = Candidate("vesk", [VESK], "VV")
    within = Candidate("velk", VELK.sites, within=(3,))
    norrin = Candidate("norrin", [NORRIN], "NN")
    assert chosen(vesk, vesk, within, norrin, VELK)[2:] == ["velk-n", "Norrin", "velk-n"]


def test_the_capital_where_it_may_stand_for_its_government() -> None:
    seat = Candidate("velk", VELK.sites, "NN", seat=True)
    assert chosen(seat) == ["velk-n"]


def test_the_kind_that_the_noun_asks_for() -> None:
    province = site("velk-p", "NN", (10, 11), 100_000, "province")
    town = site("velk-t", "NN", (10, 10.5), 100_000)
    both = [province, town]
    assert chosen(Candidate("velk", both)) == ["velk-t"]
    assert chosen(Candidate("velk", both, kinds=frozenset({"province"}))) == ["velk-p"]


def test_small_far_and_misspelled_places_are_not_meant() -> None:
    norrin = Candidate("norrin", [NORRIN], "NN")
    hamlet = Candidate("tarn", [site("tarn", "VV", (50, 50), 900)])
    alike = Candidate("taarn", [site("taarn", "VV", (50, 50), exact=False)])
    square = Candidate("tarn square", [site("tarn", "VV", (50, 50), 900_000)], strict=True)
    for far in (hamlet, alike, square):
        assert chosen(norrin, far) == ["Norrin", None]
    assert chosen(hamlet) == ["tarn"]


def test_places_without_sites_stay_without() -> None:
    assert chosen(Candidate("quorn", [])) == [None]
    assert choose_sites([]) == []


def test_none_where_a_small_one_is_far_from_all_else_unless_the_page_says_where() -> None:
    page = [Candidate(f"tarn {n}", [site(f"tarn-{n}", "NN", (10, 10 + n / 10), 400_000)]) for n in (1, 2)]
    far = Candidate("velk", [site("velk-far", "NN", (30, 30))])
    assert chosen(*page, far)[-1] is None
    assert chosen(*page, Candidate("velk", [site("velk-large", "NN", (30, 30), 400_000)]))[-1] == "velk-large"
    assert chosen(*page[:1], far)[-1] == "velk-far"
    province = site("osk", "NN", (30, 31), 900_000, "province")
    assert chosen(*page, Candidate("velk", far.sites, within=(3,)), Candidate("osk", [province]))[2] == "velk-far"
