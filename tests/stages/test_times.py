from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import plain
from counterclaim.lexicon import load_lexicon
from counterclaim.model import Interval
from counterclaim.stages.times import find_times
from counterclaim.syntax import Parse, Sentence

LEXICON = load_lexicon()
DAY = date(2019, 4, 10)  # a Wednesday


def days(text: str, published: date | None = DAY) -> list[tuple[str, str | None]]:
    found = find_times(plain(text), published, LEXICON)
    return [
        (m.span.exact, None if m.interval is None else "/".join(sorted({m.interval.earliest, m.interval.latest})))
        for m in found
    ]


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("The 15 April 2017 raid", "2017-04-15"),
        ("killed on 2017-04-15 there", "2017-04-15"),
        ("hit on April 4 by shells", "2019-04-04"),
        ("hit on April 4 last year by shells", "2018-04-04"),
        ("hit on 2 February of this year by shells", "2019-02-02"),
        ("hit in March last year by shells", "2018-03-01/2018-03-31"),
        ("hit in the 2014 war by shells", "2014-01-01/2014-12-31"),
        ("hit in the 2008-09 winter offensive by shells", "2008-01-01/2009-12-31"),
        ("hit on the 3rd, by shells", "2019-04-03"),
        ("hit on the 23rd, by shells", "2019-03-23"),
        ("between July and September 1,174 died", "2018-07-01/2018-09-30"),
        ("in October 1,020 died", "2018-10-01/2018-10-31"),
        ("between January and March 1,020 fled", "2019-01-01/2019-03-31"),
        ("between November and March 1,020 fled", "2018-11-01/2019-03-31"),
        ("between March and May 2030 some may return", "2030-03-01/2030-05-31"),
        ("in its report for December the group says", "2018-12-01/2018-12-31"),
        ("the deadly February raid on the camp", "2019-02-01/2019-02-28"),
        ("in February 136 were killed", "2019-02-01/2019-02-28"),
        ("in the course of 2018 they died", "2018-01-01/2018-12-31"),
        ("in the course of 2019 they died", "2019-01-01/2019-04-10"),
        ("dead in the first quarter, it said", "2019-01-01/2019-03-31"),
        ("dead in the third quarter, it said", "2018-07-01/2018-09-30"),
        ("families spent the night in the school", "2019-04-09/2019-04-10"),
        ("in two days of strikes they died", "2019-04-08/2019-04-10"),
        ("between January and June of 2018 they died", "2018-01-01/2018-06-30"),
        ("from 28 December to 3 January 2019 they died", "2018-12-28/2019-01-03"),
        ("dead since mid-February there", "2019-02-15/2019-04-10"),
        ("dead since the end of February there", "2019-02-28/2019-04-10"),
        ("six years ago today shells hit", "2013-04-10"),
        ("dead in the first six months of 2018 there", "2018-01-01/2018-06-30"),
        ("dead in the last three months of last year there", "2018-10-01/2018-12-31"),
        ("dead in the first half of this year there", "2019-01-01/2019-04-10"),
        ("dead in the third quarter of 2018 there", "2018-07-01/2018-09-30"),
        ("dead in the first week of March there", "2019-03-01/2019-03-07"),
        ("dead in the last week of March 2018 there", "2018-03-25/2018-03-31"),
        ("dead in the second half of March there", "2019-03-16/2019-03-31"),
        ("hit the week before last by shells", "2019-03-25/2019-03-31"),
        ("hit the weekend before last by shells", "2019-03-30/2019-03-31"),
        ("hit on December 30 by shells", "2018-12-30"),
        ("hit on the 4th of April by shells", "2019-04-04"),
        ("hit on Sunday, April 7, by shells", "2019-04-07"),
        ("hit on Tuesday by shells", "2019-04-09"),
        ("hit on Wednesday by shells", "2019-04-10"),
        ("hit last Wednesday by shells", "2019-04-03"),
        ("after Mondays raid", "2019-04-08"),
        ("hit yesterday", "2019-04-09"),
        ("hit earlier today", "2019-04-10"),
        ("hit overnight by shells", "2019-04-09/2019-04-10"),
        ("hit two days ago by shells", "2019-04-08"),
        ("hit earlier this week", "2019-04-08/2019-04-10"),
        ("hit last week by shells", "2019-04-01/2019-04-07"),
        ("hit earlier this month", "2019-04-01/2019-04-10"),
        ("hit last month by shells", "2019-03-01/2019-03-31"),
        ("hit last year by shells", "2018-01-01/2018-12-31"),
        ("hit at the weekend by shells", "2019-04-06/2019-04-07"),
        ("hit in August by shells", "2018-08-01/2018-08-31"),
        ("hit in August 2013 by shells", "2013-08-01/2013-08-31"),
        ("hit in late August 2013 by shells", "2013-08-21/2013-08-31"),
        ("hit in 2013 by shells", "2013-01-01/2013-12-31"),
        ("dead since 2011 there", "2011-01-01/2019-04-10"),
        ("hit in the worst raid since March 2011, when shells", "2011-03-01/2011-03-31"),
        ("dead since the revolt began in March 2011 there", "2011-03-01/2019-04-10"),
        ("hit in September and October by shells", "2018-09-01/2018-10-31"),
        ("hit between 9 and 10 July 2018 there", "2018-07-09/2018-07-10"),
        ("hit on July 9-10 by shells", "2018-07-09/2018-07-10"),
        ("Updated at Oct 082017 by", "2017-10-08"),
        ("hit July 9 – 11, 2018 by shells", "2018-07-09/2018-07-11"),
        ("hit on Friday and Saturday by shells", "2019-04-05/2019-04-06"),
        ("hit between Saturday and Tuesday there", "2019-04-06/2019-04-09"),
        ("hit from March 3 2018 to April 1 2018 there", "2018-03-03/2018-04-01"),
        ("dead over the past 24 hours there", "2019-04-09/2019-04-10"),
        ("dead in 48 hours there", "2019-04-08/2019-04-10"),
        ("dead in the last two weeks there", "2019-03-27/2019-04-10"),
        ("dead over the past three years there", "2016-04-10/2019-04-10"),
        ("dead in the enclave since February 18 there", "2019-02-18/2019-04-10"),
        ("dead in the week that ended on Friday there", "2019-03-30/2019-04-05"),
        ("dead since the seventh of October there", "2018-10-07/2019-04-10"),
        ("hit on the twenty-first of March there", "2019-03-21"),
        ("hit on the third of the month there", "2019-04-03"),
        ("dead in the first two weeks of February there", "2019-02-01/2019-02-14"),
        ("dead in the last ten days of March there", "2019-03-22/2019-03-31"),
        ("dead in the first four days of the month there", "2019-04-01/2019-04-04"),
        ("dead since the beginning of the month there", "2019-04-01/2019-04-10"),
        ("dead since the start of this year there", "2019-01-01/2019-04-10"),
        ("dead in the month of May there", "2018-05-01/2018-05-31"),
        ("hit on Thursday of last week there", "2019-04-04"),
        ("hit on Sunday last week by shells", "2019-04-07"),
        ("hit on Monday night and Tuesday there", "2019-04-08/2019-04-09"),
        ("killed today, Tuesday, by shells", "2019-04-09"),
        ("killed yesterday 9/4/2019 by shells", "2019-04-09"),
        ("killed yesterday and the day before by shells", "2019-04-08/2019-04-09"),
        ("last September 75 pupils were taken", "2018-09-01/2018-09-30"),
        ("dead in the past two days there", "2019-04-08/2019-04-10"),
        ("dead in the last ten days there", "2019-03-31/2019-04-10"),
        ("dead in the week to 7 April there", "2019-04-01/2019-04-07"),
        ("dead in the two weeks ending on 7 April there", "2019-03-25/2019-04-07"),
        ("dead in the 24 hours to Tuesday there", "2019-04-08/2019-04-09"),
        ("dead in the 48 hours to 8 am on Tuesday there", "2019-04-07/2019-04-09"),
        ("dead in the three months to 7 April there", "2019-01-07/2019-04-07"),
        ("hit overnight into Tuesday there", "2019-04-08/2019-04-09"),
        ("hit in the night to Tuesday there", "2019-04-08/2019-04-09"),
        ("hit on Monday night into Tuesday there", "2019-04-08/2019-04-09"),
        ("dead since dawn there", "2019-04-10"),
        ("dead since the start of the week there", "2019-04-08/2019-04-10"),
        ("dead since the weekend there", "2019-04-06/2019-04-10"),
        ("dead since last week there", "2019-04-01/2019-04-10"),
        ("hit on 09.04.19 by shells", "2019-04-09"),
        ("dated 23.02.2015 there", "2015-02-23"),
        ("dated 23/02/2015 there", "2015-02-23"),
        ("hit overnight on Monday by shells", "2019-04-08"),
        ("hit overnight from Monday to Tuesday by shells", "2019-04-08/2019-04-09"),
        ("hit two weeks back by shells", "2019-03-27"),
        ("hit in the night from Saturday 6 to Sunday 7 April there", "2019-04-06/2019-04-07"),
        ("hit throughout March by shells", "2019-03-01/2019-03-31"),
        ("dead in January-March 2019 there", "2019-01-01/2019-03-31"),
        ("dead in the first three months of the current year there", "2019-01-01/2019-03-31"),
        ("dead in the May 3 violence there", "2018-05-03"),
        ("dead in the 20 April prison riots there", "2018-04-20"),
        ("dead in the April 9 attack there", "2019-04-09"),
        ("dead in the May 3, 2017 violence there", "2017-05-03"),
        ("hit on Easter Sunday last year", "2018-04-01"),
        ("hit on Good Friday 2017 by shells", "2017-04-14"),
    ],
)
def test_dates(words, when):
    assert [d for _, d in days("x " * 200 + words)] == [when]


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("since Hamas's October 7 attack on southern Israel", "2023-10-07/2024-11-21"),
        ("in the 7 October attack that Hamas led", "2023-10-07"),
        ("in the October 7 attack on Tarn", "2024-10-07"),
    ],
)
def test_a_day_that_gave_its_name_to_an_attack_is_that_one(words, when):
    assert days(f"Some were taken {words}.", date(2024, 11, 21))[-1][1] == when


def test_a_day_earlier_is_counted_from_the_day_last_named_wherever_it_stands():
    text = "He wrote on Tuesday that the cars were hit a day earlier on the road to Lowmere."
    assert days(text)[-1] == ("a day earlier", "2019-04-08")


@pytest.mark.parametrize(
    "words",
    [
        "on Tuesday",
        "yesterday",
        "April 4",
        "in August",
        "last month",
        "over the past 24 hours",
        "since 2011",
        "since midnight",
        "since the weekend",
        "in the past two days",
        "two days ago",
    ],
)
def test_without_a_known_day_relative_words_stay_unknown(words):
    assert [d for _, d in days(f"hit {words} by shells", None)] == [None]


@pytest.mark.parametrize(
    "words",
    [
        "They may march on",
        "He sat in the sun",
        "In 2013 people were held",
        "in May 10 people",
        "every Friday",
        "4/5/2013",
        "since 2000 fighters left",
        "version 3.04.12 of it",
        "the score was 12.04.15",
    ],
)
def test_words_that_date_nothing(words):
    assert [w for w, _ in days(words)] in ([], ["May"])


def test_a_length_of_time_after_which_something_came_is_counted_from_the_day_named_last():
    assert days("hit on Tuesday, two days after ten died")[1:] == [("two days after", "2019-04-07")]
    assert days("ten died. It came two days after ten died") == [("two days after", "2019-04-08")]
    assert days("hit on Sunday morning, the day after shells fell")[1:] == [("the day after", "2019-04-06")]
    assert days("hit on Monday. The day after came rain")[1:] == [("The day after", "2019-04-09")]


def test_a_day_later_opens_a_sentence_and_needs_no_comma():
    assert days("Two died on Monday. A day later three died")[1:] == [("A day later", "2019-04-09")]
    assert days("Two died on Friday. Two days earlier a shell fell")[1:] == [("Two days earlier", "2019-04-03")]


def test_what_says_which_day_yesterday_was_does_not_date_the_page():
    text = "Ten died yesterday 7/4/2019 in Tarn. " + "x " * 200 + "Two died today."
    assert days(text, date(2019, 4, 8))[-1] == ("today", "2019-04-08")


@pytest.mark.parametrize(
    "words", ["the 2015 agreement", "the 18th floor of it", "the fifth week of March", "the third half of 2018"]
)
def test_numbers_that_are_no_dates(words):
    assert [d for _, d in days(f"as in {words} there") if d and "/" not in d] == []


@pytest.mark.parametrize(
    "words",
    ["the \u017feventh of October", "ye\u017fterday", "in the la\u017ft \u017feven days of May", "two day\u017f ago"],
)
def test_an_old_long_s_raises_nothing(words):
    assert isinstance(days(f"Two died {words} in Tarn."), list)


@pytest.mark.parametrize("words", ["the last 0 days of May 2019", "the first 99 weeks of May 2019"])
def test_a_part_that_no_month_has_is_no_interval(words):
    assert all(when is None or "2019-05-01/2019-05-31" in when or when == "2019-05" for _, when in days(f"in {words}"))


def test_vague_words_are_found_without_an_interval():
    assert days("hit in recent weeks and several days ago") == [("in recent weeks", None), ("several days ago", None)]


@pytest.mark.parametrize(
    "head",
    [
        "Date of publication 5 July 2016 The",
        "Tue Jul 5 2016 The",
        "5 July 2016\n\nThe",
        "ARVEN monitor TG Tuesday 5 Jul 2016 The",
        "05-07-2016 The",
    ],
)
def test_a_day_written_on_the_page_beats_the_one_given_with_it(head):
    assert days(f"{head} square was hit on Monday by shells.")[-1] == ("Monday", "2016-07-04")


def test_a_day_that_is_told_of_is_not_the_pages_own():
    assert days("The square was hit on 5 July 2016 and again on Monday by shells.")[-1] == ("Monday", "2019-04-08")


def test_a_day_named_in_full_gives_its_year_to_the_same_day_without():
    found = days("ARVEN, June 20 (TG) The square was hit. It was seen on June 20, 2014 there.", None)
    assert [d for _, d in found] == ["2014-06-20", "2014-06-20"]


def test_days_counted_from_the_day_last_named():
    text = "It was hit on 5 July 2016 by shells. A raid followed two days later. The next day it burned."
    assert [d for _, d in days(text)] == ["2016-07-05", "2016-07-07", "2016-07-08"]


def test_since_then_runs_from_what_was_last_named():
    assert days("The war broke out in 2011 there. Since then many have died.")[-1][1] == "2011-01-01/2019-04-10"


@given(st.text(max_size=120), st.sampled_from([None, DAY, date.min, date.max]))
def test_no_text_raises_and_spans_lie_in_it(text, published):
    words = f"{text} since the last 9999999 years, 31 February 2011, ten decades ago, Friday to 99 May {text}"
    for m in find_times(plain(words), published, LEXICON):
        assert words[m.span.start : m.span.end] == m.span.exact
        assert m.first < m.stop


@pytest.mark.parametrize(
    "line",
    [
        "TARN, April 9 (Marrow Wire) - Three people were killed in a raid on Lowmere on Monday.",
        "TARN. April 9 (Marrow-Velia) – Three people were killed in a raid on Lowmere on Monday.",
        "Tarn, Velia – 9 April – Three people were killed in a raid on Lowmere on Monday.",
        "TARN (Marrow Wire), April 9 /MW/ -- Three people were killed in a raid on Lowmere on Monday.",
    ],
)
def test_days_are_counted_from_a_dateline(line):
    assert days(line)[-1] == ("Monday", "2019-04-08")


def test_a_date_told_at_the_head_of_a_sentence_is_no_dateline():
    assert days("On April 2, Tarn was bombed - and on Monday Lowmere.")[-1] == ("Monday", "2019-04-08")


@pytest.mark.parametrize(
    "line", ["Mon, 08/04/2019 - 14:20", "[8/April/2019]", "2019/04/08 10:33", "posted by Tarn Times | 8 April 2019"]
)
def test_posting_lines_give_the_pages_day(line):
    text = f"Mine kills two\n{line}\nA mine killed two people near Tarn on Sunday."
    assert days(text, None)[-1] == ("Sunday", "2019-04-07")


def test_a_posting_line_that_was_not_parsed_gives_the_pages_day():
    head, body = "posted by Tarn Times | 8 April 2019\n", "A mine killed two people near Tarn on Sunday."
    parse = plain(head + body)
    first = parse.sentences[1].first
    moved = [replace(t, index=t.index - first, head=t.head - first, sentence=0) for t in parse.tokens[first:]]
    body_only = Parse(parse.text, tuple(moved), (Sentence(0, 0, len(moved), 1),))
    (found,) = find_times(body_only, None, LEXICON)
    assert found.interval == Interval("2019-04-07", "2019-04-07")


def test_a_page_without_a_day_takes_the_latest_date_told_at_its_beginning():
    text = "A mine killed two people on Tuesday, 9 April 2019.\nOn Sunday two were wounded in Tarn."
    assert days(text, None)[-1] == ("Sunday", "2019-04-07")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On New Year's Eve three died.", ("New Year's Eve", "2018-12-31")),
        ("The war of the 1990s cost 300 lives.", ("the 1990s", "1990-01-01/1999-12-31")),
        ("It was in the late 1980s.", ("the late 1980s", "1987-01-01/1989-12-31")),
        ("Since the beginning of the month ten died.", ("Since the beginning of the month", "2019-04-01/2019-04-10")),
        ("At the end of last month ten died.", ("the end of last month", "2019-03-21/2019-03-31")),
        ("On Monday Tarn was cut off. Some 90 people have since been moved.", ("since", "2019-04-08/2019-04-10")),
        ("July's bombing killed ten.", ("July's", "2018-07-01/2018-07-31")),
        ("From Friday evening to Sunday ten died.", ("Friday evening to Sunday", "2019-04-05/2019-04-07")),
        ("On Sunday nine died. It came barely 48 hours after four died.", ("48 hours after", "2019-04-05")),
        ("On Sunday nine died. It came days after four died.", ("days after", None)),
        (
            "It began on April 1. The mayor said on Monday that 40 died since then.",
            ("since then", "2019-04-01/2019-04-10"),
        ),
        ("Local | 08 - 04 - 2019", ("08 - 04 - 2019", "2019-04-08")),
    ],
)
def test_times_told_by_something_else(text, found):
    assert days(text)[-1] == found


def test_what_has_since_gone_on_began_when_nobody_says():
    assert days("On Monday a shell fell. The war began with marches and has since killed 900.")[1:] == []


def test_who_bears_the_name_of_a_day_is_no_date():
    assert days("The March 23 Movement shelled Tarn, the 4 April Brigade Lowmere.") == []


def test_a_page_without_a_day_takes_a_night_told_at_its_beginning():
    text = "It was launched in the night of 8 and 9 April 2019.\nSo 61 have been killed so far this year."
    assert days(text, None)[-1] == ("this year", "2019-01-01/2019-04-09")


def test_a_birth_dates_nothing_that_is_told():
    assert days("A woman born in 1951 was wounded.") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Overnight (Tuesday) troops raided Tarn.", ("Overnight (Tuesday)", "2019-04-09")),
        ("It was hit on Monday (8 April) by shells.", ("Monday (8 April)", "2019-04-08")),
        ("It was hit on 8 April (Monday) by shells.", ("8 April (Monday)", "2019-04-08")),
    ],
)
def test_a_day_named_again_in_brackets_is_one(text, found):
    assert days(text) == [found]


@pytest.mark.parametrize(
    "stamp", ["edited Apr 8, 2019 at 09:14", "12.3K views Apr 8, 2019, 05:20", "Updated 8 April 2019"]
)
def test_a_stamp_at_the_foot_gives_the_pages_day(stamp):
    assert days(f"Two people were killed in Tarn on Sunday.\n{stamp}\n", None)[0] == ("Sunday", "2019-04-07")


def test_a_date_told_at_the_foot_is_no_stamp():
    text = (
        "Two people were killed in Tarn on Sunday."
        + " Nobody knows more." * 60
        + "\nThe market of the town was hit before by shells, the mayor said, on 8 April 2016."
    )
    assert days(text, None)[0] == ("Sunday", None)


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("14 soldiers died in three days of fighting", "2019-04-07/2019-04-10"),
        ("6,000 people fled in ten days", "2019-03-31/2019-04-10"),
        ("fell after a two-week siege in which ten died", "2019-03-27/2019-04-10"),
        ("it was the third attack in two days", None),
        ("ten died on the last day of the month", "2019-03-31"),
        ("the tribe lost ten men in the summer", "2018-06-01/2018-08-31"),
        ("ten died in the battle for Homs in the fall of 2017", "2017-09-01/2017-11-30"),
        ("ten men have died since the fall of the regime", None),
        ("shells fell during the night: six dead", "2019-04-09/2019-04-10"),
        ("lived in fear during the night of fire", None),
        ("ten dead since January 16 people fled", "2019-01-01/2019-04-10"),
        ("40,000 martyrs since the fifteenth of April", "2018-04-15/2019-04-10"),
        ("Sunday 7 April will remain a black day", "2019-04-07"),
        ("on the 4th a man was killed", "2019-04-04"),
        ("11 killed the day before", "2019-04-09"),
    ],
)
def test_stretches_told_by_their_length_and_days_by_their_place(words, when):
    assert [d for _, d in days(words)] == ([when] if when else [])


def test_a_length_tells_no_days_where_its_sentence_names_others():
    assert days("On Monday and Tuesday ten died in two days") == [("Monday and Tuesday", "2019-04-08/2019-04-09")]


def test_what_followed_a_day_is_counted_from_it():
    assert days("Ten died on 1 April. Six died in the two days that followed")[1:] == [
        ("in the two days that followed", "2019-04-02/2019-04-03")
    ]


def test_days_of_words_are_passed_over_save_in_their_sentence():
    assert days("Two died on Sunday, they said on Tuesday. Looting the day before killed four")[2][1] == "2019-04-06"
    assert days("They said on Tuesday that the day before ten died")[1][1] == "2019-04-08"


def test_days_at_the_head_of_a_list_s_lines():
    assert days("List\n8/04: Tarn. Two killed.\n9/04: Arven. One hurt.") == [
        ("8/04", "2019-04-08"),
        ("9/04", "2019-04-09"),
    ]
