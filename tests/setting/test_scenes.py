from counterclaim.model import Interval, Place
from counterclaim.setting.scenes import Scene, group

TARN = Place("Tarn", lat=10.0, lon=10.0, precision=1, ref="a:1", country="AA")
LOWMERE = Place("Lowmere", lat=12.0, lon=10.0, precision=1, ref="a:2", country="AA")
ARVEN = Place("Arven province", lat=10.3, lon=10.0, precision=4, ref="a:3", country="AA")
MONDAY = Interval("2019-04-08", "2019-04-08")
MARCH = Interval("2011-03-01", "2011-03-31")


def nobody(a: Place, b: Place) -> bool:
    return False


def numbers(*scenes: Scene) -> list[int]:
    occurrences = group(scenes, nobody)
    return [next(n for n, o in enumerate(occurrences) if any(x is s for x in o.scenes)) for s in scenes]


def test_what_goes_on_in_the_next_sentence_is_one_occurrence():
    assert numbers(Scene(0, [0], TARN, MONDAY, "monday"), Scene(1, [1])) == [0, 0]


def test_other_places_and_other_days_are_other_occurrences():
    assert numbers(Scene(0, [0], TARN), Scene(1, [1], LOWMERE)) == [0, 1]
    assert numbers(Scene(0, [0], TARN, MONDAY, "monday"), Scene(1, [1], TARN, MARCH, "in march 2011")) == [0, 1]
    assert numbers(Scene(0, [0], TARN, None, "monday"), Scene(1, [1], TARN, None, "tuesday")) == [0, 1]


def test_a_toll_that_runs_on_stays_apart():
    toll = Scene(1, [1], TARN, Interval("2011-01-01", "2019-04-10"), "since 2011", running=True)
    assert numbers(Scene(0, [0], TARN), toll, Scene(2, [2], TARN)) == [0, 1, 0]


def test_the_same_figure_leads_back_to_what_was_told_before():
    deaths = frozenset({("killed", 17)})
    found = numbers(Scene(0, [0], TARN, figures=deaths), Scene(1, [1], LOWMERE), Scene(5, [2], figures=deaths))
    assert found == [0, 1, 0]


def test_an_occurrence_supplies_the_smaller_place_for_the_same_people_only():
    deaths = frozenset({("killed", 17)})
    whole = Scene(0, [0], ARVEN, figures=deaths)
    occurrence = group([whole, Scene(1, [1], TARN, figures=deaths)], nobody)[0]
    assert occurrence.finest(whole, nobody) == TARN
    sum_of_parts = Scene(0, [0], ARVEN, figures=frozenset({("killed", 40)}))
    occurrence = group([sum_of_parts, Scene(1, [1], TARN, figures=deaths)], nobody)[0]
    assert occurrence.finest(sum_of_parts, nobody) == ARVEN


def test_a_scene_without_a_place_takes_the_one_told_before_it():
    bare = Scene(1, [1])
    occurrence = group([Scene(0, [0], TARN), bare], nobody)[0]
    assert occurrence.place(bare, nobody) == TARN


def test_the_date_is_the_most_precise_and_never_a_loose_one():
    week = Interval("2019-04-08", "2019-04-10")
    occurrence = group([Scene(0, [0], TARN, week, "this week"), Scene(1, [1], TARN, MONDAY, "this week")], nobody)[0]
    assert occurrence.date() == MONDAY
    assert group([Scene(0, [0], TARN, MARCH, "in march 2011")], nobody)[0].date() is None


def test_long_pages_take_no_longer_than_their_length():
    scenes = [Scene(i, [i], Place(f"Place {i}", lat=float(i % 80), lon=1.0, precision=1)) for i in range(4000)]
    assert len(group(scenes, nobody)) > 100
