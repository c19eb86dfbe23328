from collections.abc import Callable
from datetime import date

import pytest

from counterclaim.lexicon import load_lexicon
from counterclaim.model import Document, Interval
from counterclaim.pipeline import read_findings
from counterclaim.resources import Resources
from counterclaim.setting.choosing import Chooser
from counterclaim.setting.dating import Dates
from counterclaim.setting.dayviews import Told
from counterclaim.setting.dayviews import tense as tense_of
from counterclaim.stages.settings import PageScenes, read_scenes
from counterclaim.syntax import Parse

MONDAY, TUESDAY = Interval("2019-04-08", "2019-04-08"), Interval("2019-04-09", "2019-04-09")
NONE, RULED = Chooser({"none": 1.0}), Chooser({"rule:own": 1.0, "rule:lent": 1.0})
PAGE = """Shells hit the village of Arven on Tuesday, killing four people. Two more people were killed in Tarn.

On Monday three people were wounded in Arven.
"""


@pytest.fixture
def dates(resources: Resources) -> Callable[..., Dates]:
    """The dates of a page of Wednesday, 10 April 2019."""

    def read(text: str, published: str | None = "2019-04-10") -> Dates:
        document = Document("d", text, published=published)
        told = read_findings(document, resources)
        reader = read_scenes(document, told.findings, told.parse, told.mentions, told.times, load_lexicon())
        return PageScenes(reader, load_lexicon()).dates

    return read


def test_the_page_s_dates_stand_to_choice_and_none_does(dates: Callable[..., Dates]) -> None:
    page = dates(PAGE)
    view = page.view(1)
    assert set(view.keys) == {MONDAY, TUESDAY}
    assert len(page.features(view)) == 3
    assert page.choose(1, NONE) is None
    assert page.choose(1, RULED) == page.ruled[id(view.scene)]


def test_a_date_in_the_finding_s_own_clause_stands(dates: Callable[..., Dates]) -> None:
    assert dates(PAGE).choose(0, NONE) == TUESDAY


def test_what_goes_on_or_was_before_has_not_the_day_of_what_is_told_beside_it(dates: Callable[..., Dates]) -> None:
    page = dates(
        PAGE + "\nSince the siege began, 300 people have been killed. A previous attack left 12 people dead.\n"
    )
    scenes = [page.view(i).scene for i in range(len(page.reader.findings))]
    (running,), (earlier,) = [s for s in scenes if s.running], [s for s in scenes if s.earlier]
    for scene in (running, earlier):
        assert {MONDAY, TUESDAY}.isdisjoint(page.view(scene.findings[0]).keys)


def test_the_day_of_publication_is_no_candidate(dates: Callable[..., Dates]) -> None:
    page = dates("Shells killed four people in Arven. Two died in Tarn.\n")
    assert page.view(0).keys == ()
    assert page.choose(0, Chooser({})) is None


def test_a_date_long_past_may_begin_what_runs_to_the_page_s_day(dates: Callable[..., Dates]) -> None:
    page = dates("The war broke out in March 2011. It has killed thousands of people in Arven.\n")
    assert Interval("2011-03-01", "2019-04-10") in page.candidates


def test_without_a_day_nothing_is_reckoned(dates: Callable[..., Dates]) -> None:
    assert dates(PAGE, None).view(0).keys == ()


def test_a_date_is_known_by_where_it_stands(dates: Callable[..., Dates]) -> None:
    page = dates(PAGE)
    view = page.view(0)
    clues = dict(zip(view.keys, page.features(view)[1:], strict=True))
    assert {"here:best", "rule:own", "frame:first:2", "back:1"} & clues[TUESDAY].keys() == {
        "here:best",
        "rule:own",
        "frame:first:2",
    }
    assert "here:not" in clues[MONDAY]
    assert "rule:own:other" in clues[MONDAY]


def test_no_word_of_the_page_is_a_feature(dates: Callable[..., Dates]) -> None:
    page = dates(PAGE)
    names = {name for i in page.homes for found in page.features(page.view(i)) for name in found}
    assert not any(word in name for name in names for word in ("arven", "tarn", "shells", "tuesday", "2019"))


def test_a_long_list_of_days_leaves_few_candidates(dates: Callable[..., Dates]) -> None:
    text = "".join(
        f"On {day} April {year} two people were killed in Arven.\n" for year in (2016, 2017) for day in range(1, 29)
    )
    page = dates(text)
    assert len(page.candidates) == 57  # the page's own day among them
    assert max(len(page.view(i).keys) for i in page.homes) < 45


def test_dates_before_and_after_a_sentence() -> None:
    told = Told([(0, MONDAY), (4, TUESDAY), (4, MONDAY)])
    assert (told.before(3), told.after(3)) == ((0, MONDAY), (4, TUESDAY))
    assert told.before(4) == (4, MONDAY)
    assert told.after(4) is None
    assert Told([]).before(0) is None
    assert told.many == 2


@pytest.mark.parametrize(
    ("words", "tense"),
    [
        ("Shells killed two people.", "past"),
        ("Shells have killed two people.", "perfect"),
        ("Shells had killed two people.", "pluperfect"),
        ("Shells will kill two people.", "future"),
        ("Two people were killed by shells.", "past"),
    ],
)
def test_the_tense_of_what_is_told(words: str, tense: str, parse: Callable[[str], Parse]) -> None:
    read = parse(words)
    event = next(t.index for t in read.tokens if t.lemma == "kill")
    assert tense_of(read, event) == tense


def test_the_shipped_weights_date_what_the_page_dates(resources: Resources, dates: Callable[..., Dates]) -> None:
    page = dates(PAGE)
    days = [page.choose(i, resources.choosers.dates) for i in sorted(page.homes)]
    assert days[0] == TUESDAY
    assert days[-1] == MONDAY
    assert date.fromisoformat(TUESDAY.earliest).weekday() == 1
