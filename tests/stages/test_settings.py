from collections.abc import Callable

import pytest

from counterclaim.model import Claim, Page

Read = Callable[..., Page]
DAY = "2019-04-10"  # a Wednesday


def claims(read: Read, text: str, published: str | None = DAY) -> list[Claim]:
    page = read(text, published=published) if published else read(text)
    return [c for c in page.claims if c.aspect != "responsibility"]


def told(c: Claim) -> tuple[str | None, str | None]:
    when = None if c.date is None else "/".join(sorted({c.date.earliest, c.date.latest}))
    return c.place.name if c.place else None, when


def test_a_sentence_sets_its_own_count(read):
    text = "Shells struck the village of Old Marrow in Arven province on Tuesday, killing four people."
    (claim,) = claims(read, text)
    assert told(claim) == ("Old Marrow", "2019-04-09")
    assert claim.event_type == "Shelling/artillery/missile attack"


def test_the_day_of_a_statement_is_not_that_of_the_deaths(read):
    (claim,) = claims(read, "Police said on Monday that four people were killed in the village of Old Marrow.")
    assert told(claim) == ("Old Marrow", None)


def test_the_day_of_publication_is_no_substitute(read):
    (claim,) = claims(read, "4 April 2019\n\nFour people were killed in the village of Old Marrow by shells.")
    assert told(claim)[1] is None


def test_without_a_day_of_publication_weekdays_stay_unknown(read):
    (claim,) = claims(read, "Shells killed four people in the village of Old Marrow on Tuesday.", None)
    assert told(claim) == ("Old Marrow", None)


def test_place_date_and_type_carry_over_to_what_goes_on(read):
    text = "Air strikes hit the village of Old Marrow on Tuesday. At least 12 people were killed, officials said."
    (claim,) = claims(read, text)
    assert told(claim) == ("Old Marrow", "2019-04-09")
    assert claim.event_type == "Air/drone strike"


def test_counts_told_place_by_place(read):
    text = "Shells killed four in the village of Old Marrow, nine in the town of Lowmere and two in the city of Tarn."
    found = claims(read, text)
    assert [c.place.name for c in found if c.place] == ["Old Marrow", "Lowmere", "Tarn"]
    assert len({c.occurrence for c in found}) == 3


def test_an_older_event_stays_apart(read):
    text = (
        "Shells killed four people in the village of Old Marrow on Tuesday. "
        "In March 2011 a car bomb killed 30 people in the town of Lowmere."
    )
    new, old = claims(read, text)
    assert told(new) == ("Old Marrow", "2019-04-09")
    assert told(old) == ("Lowmere", "2011-03-01/2011-03-31")
    assert old.event_type == "Remote explosive/landmine/IED"
    assert new.occurrence != old.occurrence


def test_a_running_toll_stays_apart_and_keeps_its_span(read):
    text = (
        "Shells killed four people in the village of Old Marrow on Tuesday. "
        "More than 90,000 people have been killed since the war began in March 2011."
    )
    new, toll = claims(read, text)
    assert told(toll)[1] == f"2011-03-01/{DAY}"
    assert new.occurrence != toll.occurrence


@pytest.mark.parametrize(
    "text",
    [
        "A doctor in the town of Lowmere said shells killed four people in the village of Old Marrow.",
        "Fighters based in the town of Lowmere killed four people with shells in the village of Old Marrow.",
        "LOWMERE (TG) - Shells killed four people in the village of Old Marrow.",
    ],
)
def test_where_a_source_or_a_fighter_stands_is_not_where_it_happened(read, text):
    (claim,) = claims(read, text)
    assert told(claim)[0] == "Old Marrow"


def test_blame_in_the_sentence_or_the_occurrence_gives_the_party(read):
    text = "Russian air strikes killed four people in the village of Old Marrow. Nine more people were wounded."
    assert [c.party for c in claims(read, text)] == ["Russia", "Russia"]


def test_nobody_is_responsible_for_those_killed_in_clashes(read):
    (claim,) = claims(read, "Four fighters were killed in clashes in the village of Old Marrow on Tuesday.")
    assert claim.party is None
    assert claim.event_type == "Armed clash"


def test_the_moved_are_evacuated_or_displaced_whatever_befell_them(read):
    text = "Shells hit the village of Old Marrow. About 300 people were evacuated and 2,000 people were displaced."
    assert [c.event_type for c in claims(read, text)] == ["Evacuation", "Displacement"]


@pytest.mark.parametrize(
    "text", ["", "4 killed", "killed " * 60, "Four killed in , and in ( in in in", "۴ killed in 🜁 on Friday"]
)
def test_odd_pages_never_raise(read, text):
    for claim in claims(read, text):
        assert claim.occurrence >= 0


def test_the_village_of_the_sentence_is_where_a_province_told_of_was_struck(read):
    text = (
        "Shells killed seven people in Arven province on Tuesday.\n\n"
        "The shells struck the village of Old Marrow in Arven province, killing seven people."
    )
    assert [c.place.name for c in claims(read, text) if c.place] == ["Old Marrow", "Old Marrow"]


def test_an_unknown_quarter_with_an_article_is_a_place(read):
    (claim,) = claims(read, "Four civilians were killed by rocket shells that hit al-Tolmeh neighborhood on Tuesday.")
    assert told(claim)[0] == "al-Tolmeh neighborhood"


def test_since_a_day_when_something_happened_runs_on_only_for_what_is_told_before_it(read):
    text = "At least 900 people have been killed in Arven since 2 April, when gunmen killed 30 villagers in Tarn."
    toll, first = claims(read, text)
    assert (told(toll)[1], told(first)[1]) == ("2019-04-02/2019-04-10", "2019-04-02")


def test_a_toll_runs_up_to_the_day_on_which_it_was_told(read):
    (claim,) = claims(read, "The hospital said on Monday that 30 people had been killed in Arven since 2 April.")
    assert told(claim)[1] == "2019-04-02/2019-04-08"


def test_what_is_said_to_have_happened_on_a_day_is_dated_by_it(read):
    (claim,) = claims(read, "The hospital said that on Monday 30 people were killed by shells in Arven.")
    assert told(claim)[1] == "2019-04-08"


def test_a_day_at_the_head_dates_the_deed_and_not_those_who_tell_it_at_the_end(read):
    (claim,) = claims(read, "On Monday an assault killed 80 people in Arven, rights groups said.")
    assert told(claim)[1] == "2019-04-08"


def test_a_planted_bomb_is_no_air_strike_and_a_gas_field_no_weapon(read):
    (bomb,) = claims(read, "A bomb in a bus station killed nine people in Arven on Tuesday.")
    (field,) = claims(read, "Militants killed nine guards when they overran a gas field near Arven on Tuesday.")
    assert bomb.event_type == "Remote explosive/landmine/IED"
    assert field.event_type == "Armed clash"


def test_a_bomb_that_a_plane_dropped_is_an_air_strike(read):
    (claim,) = claims(read, "A warplane dropped a bomb on a market in Arven on Tuesday, killing nine people.")
    assert claim.event_type == "Air/drone strike"


def test_those_at_whose_hands_people_died_are_no_place(read):
    (claim,) = claims(read, "Nine people were killed on Tuesday at the hands of Turkey.")
    assert claim.place is None


def test_an_unlisted_village_after_at_is_a_place(read):
    (claim,) = claims(read, "Gunmen shot nine people dead at Lowmarsh on Tuesday.")
    assert told(claim)[0] == "Lowmarsh"


def test_whose_death_is_told_and_a_numbered_room_are_no_places(read):
    text = "A man was charged with the killing of Ana Holm.\n\nOne woman was shot dead in Room 140 on Tuesday."
    assert {claim.place and claim.place.name for claim in claims(read, text)} == {None}


def test_others_who_were_hurt_were_hurt_there_too(read):
    text = "Shells killed nine people in the village of Old Marrow on Tuesday.\n\nAnother 30 people were wounded."
    first, second = claims(read, text)
    assert first.occurrence == second.occurrence and told(second) == told(first)
