from pathlib import Path

import pytest

from benches import load_bench
from counterclaim.model import Span, TimeExpression

times = load_bench("times")
ARTICLE = """<?xml version="1.0" ?>
<TimeML><DOCID>one</DOCID>
<DCT><TIMEX3 tid="t0" type="TIME" value="2019-04-10T08:00:00">04/10/2019</TIMEX3></DCT>
<TEXT>It <EVENT eid="e1">rained <TIMEX3 tid="t1" type="DATE" value="2019-04-09">on Tuesday</TIMEX3></EVENT> for
<TIMEX3 tid="t2" type="DURATION" value="P2D">two days</TIMEX3>, they said.</TEXT>
</TimeML>
"""


def expression(text: str, words: str, value: str) -> TimeExpression:
    start = text.index(words)
    return TimeExpression(Span.of(text, start, start + len(words)), "DATE", value)


def test_an_article_is_its_text_and_what_is_marked_there(tmp_path: Path) -> None:
    (tmp_path / "one.tml").write_text(ARTICLE)
    ((document, gold),) = times.articles(tmp_path)
    assert document.published == "2019-04-10"
    assert [(document.text[t.start : t.end], t.kind, t.value) for t in gold] == [
        ("on Tuesday", "DATE", "2019-04-09"),
        ("two days", "DURATION", "P2D"),
    ]
    assert not list(times.articles(tmp_path, 1))


def test_each_is_counted_once_by_extent_and_value() -> None:
    text = "It rained on Tuesday for two days and on Friday."
    gold = [times.Timex(10, 20, "DATE", "2019-04-09"), times.Timex(25, 33, "DURATION", "P2D")]
    found = (expression(text, "Tuesday", "2019-04-09"), expression(text, "two days", "P3D"))
    told = times.count(gold, (*found, expression(text, "Friday", "2019-04-05")))
    assert (told["gold"], told["read"], told["relaxed"], told["strict"], told["value"]) == (2, 3, 2, 1, 1)
    assert times.f1(told["value"], told["read"], told["gold"]) == pytest.approx((100 / 3, 50, 40))


def test_errors_are_shown_by_kind() -> None:
    text = "It rained on Tuesday for two days and on Friday."
    gold = [times.Timex(13, 20, "DATE", "2019-04-08"), times.Timex(25, 33, "DURATION", "P2D")]
    found = (expression(text, "Tuesday", "2019-04-09"), expression(text, "Friday", "2019-04-05"))
    assert [line.split()[0] for line in times.errors(gold, found, text)] == ["missed", "too", "value"]
