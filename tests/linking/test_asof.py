"""What was known by a day."""

from datetime import date

from builders import claim, page
from counterclaim.linking.asof import pages_by


def test_pages_are_parted_by_their_day_and_an_unknown_day_is_not_guessed() -> None:
    pages = [
        page(id_, claim(id_), published=when)
        for id_, when in (("a", "2019-05-03T23:59:00"), ("b", "2019-05-04"), ("c", None))
    ]
    found = pages_by(date(2019, 5, 3), pages)
    assert [p.document.id for p in found.pages] == ["a"]
    assert [p.document.id for p in found.later] == ["b"]
    assert [p.document.id for p in found.undated] == ["c"]
