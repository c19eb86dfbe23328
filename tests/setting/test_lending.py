import pytest

from counterclaim.model import Interval, Place
from counterclaim.setting.lending import REACH, Lender
from counterclaim.setting.scenes import Occurrence, Scene

TUESDAY, WAR = Interval("2019-04-09", "2019-04-09"), Interval("2014-01-01", "2019-04-10")
ARVEN = Place("Arven", 1, 10.0, 20.0, 1, "arven")
TARN = Place("Tarn", 2, 14.0, 24.0, 1, "tarn")


def nowhere(a: Place, b: Place) -> bool:
    return False


def dated(sentence: int = 0, place: Place | None = ARVEN, kind: str = "Armed clash") -> Occurrence:
    return Occurrence([Scene(sentence, [0], place, TUESDAY, "tuesday", kind)])


def lent(taker: Scene, *others: Occurrence, said: dict[int, Interval | None] | None = None) -> Interval | None:
    return Lender([*others, Occurrence([taker])], said or {}, nowhere).date(len(others), taker)


def test_what_is_told_next_without_a_place_is_of_the_same_day():
    assert lent(Scene(1, [1]), dated()) == TUESDAY


def test_a_date_does_not_hold_on_for_ever():
    assert lent(Scene(REACH + 1, [1]), dated()) is None


@pytest.mark.parametrize(
    "taker",
    [
        Scene(1, [1], TARN, kind="Air/drone strike"),  # another place and another deed
        Scene(1, [1], ARVEN, earlier=True),
        Scene(1, [1], ARVEN, pace=-1.5),
        Scene(1, [1], ARVEN, dated="in recent weeks"),
    ],
)
def test_what_is_something_else_takes_no_day(taker):
    assert lent(taker, dated()) is None


def test_what_is_said_on_a_day_of_its_own_takes_no_other():
    assert lent(Scene(1, [1], ARVEN), dated(), said={1: None}) is None


def test_a_toll_of_the_war_runs_as_long_as_the_page_says_the_war_has():
    toll = Occurrence([Scene(0, [0], None, WAR, "since 2014", running=True)])
    assert lent(Scene(5, [1], running=True), toll) == WAR
    assert lent(Scene(5, [1], running=True), dated()) is None
