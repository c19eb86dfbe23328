from counterclaim.model import Interval, Place
from counterclaim.setting.parting import part
from counterclaim.setting.scenes import Occurrence, Scene

ENCLAVE = Place("Ostra enclave", precision=4, ref="ostra")
ARVEN, TARN = Place("Arven", precision=1, ref="arven"), Place("Tarn", precision=1, ref="tarn")


def within(a: Place, b: Place) -> bool:
    return b is ENCLAVE and a is not ENCLAVE


def scene(sentence: int, place: Place | None, *figures: tuple[str, int]) -> Scene:
    return Scene(sentence, [sentence], place, figures=frozenset(figures))


def cells(occurrence: Occurrence) -> list[list[int]]:
    return [[s.sentence for s in o.scenes] for o in part([occurrence], within)]


def test_a_total_and_what_it_sums_up_are_told_apart():
    whole = Occurrence(
        [scene(0, ENCLAVE, ("killed", 22)), scene(1, ARVEN, ("killed", 16)), scene(2, TARN, ("killed", 4))]
    )
    assert cells(whole) == [[0], [1], [2]]


def test_what_is_told_without_a_place_stays_with_what_was_told_before():
    whole = Occurrence([scene(0, ARVEN, ("killed", 16)), scene(1, None), scene(2, TARN, ("killed", 4)), scene(3, None)])
    assert cells(whole) == [[0, 1], [2, 3]]


def test_one_place_in_an_enclave_is_where_its_total_was_made():
    assert cells(Occurrence([scene(0, ENCLAVE, ("killed", 22)), scene(1, ARVEN, ("killed", 16))])) == [[0, 1]]


def test_one_count_told_of_two_places_is_one_occurrence():
    assert cells(Occurrence([scene(0, ARVEN, ("killed", 16)), scene(1, TARN, ("killed", 16))])) == [[0, 1]]


def test_parts_keep_the_date_of_the_whole():
    whole = Occurrence([scene(0, ARVEN, ("killed", 16)), scene(1, TARN, ("killed", 4))])
    whole.scenes[0].when = Interval("2019-04-09", "2019-04-09")
    assert [o.date() for o in part([whole], within)] == [Interval("2019-04-09", "2019-04-09")] * 2
