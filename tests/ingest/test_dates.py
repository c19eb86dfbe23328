import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.ingest.dates import parse_published
from counterclaim.model import Document


@pytest.mark.parametrize(
    "value",
    [
        "2017-04-15",
        "2017-04-15T10:30:00Z",
        "2017-04-15T10:30:00+02:00",
        "2017-04-15 10:30",
        "2017-04-15T10:30:00.000+0000",
    ],
)
def test_an_iso_date_stands_as_given(value: str) -> None:
    assert parse_published(value) == value
    assert parse_published(f"  {value}\n") == value


@pytest.mark.parametrize(
    "value",
    [
        "20170415", "20170415T103000Z", "20170415103000", "2017/04/15", "15.04.2017", "15/04/2017 10:00", "04/15/2017",
        "15 April 2017", "April 15, 2017 at 3:00 pm", "Saturday, April 15th, 2017", "Sat 15 Apr 2017", "15-Apr-2017",
        "2017-04-15 10:30 GMT", "2017-04-15T", "15 Apr. 2017",
    ],
)  # fmt: skip
def test_a_day_that_can_be_read_in_one_way_only_is_read(value: str) -> None:
    assert parse_published(value) == "2017-04-15"


def test_a_mail_date_keeps_its_time() -> None:
    assert parse_published("Sat, 15 Apr 2017 10:00:00 GMT") == "2017-04-15T10:00:00+00:00"


@pytest.mark.parametrize(
    "value",
    [
        "", "yesterday", "2017", "2017-04", "April 2017", "04/05/2017", "2017-13-40", "2017-02-30", "31 June 2017",
        "1492249800000", "1492249800", "2017-W15-6", "1970-01-01T00:00:00Z", "0001-01-01", "15 Foo 2017",
        "15 Marchy 2017", "٢٠١٧-٠٤-١٥", "12 killed on 15 April 2017", "99999999",
    ],
)  # fmt: skip
def test_what_names_no_one_day_is_unknown(value: str) -> None:
    assert parse_published(value) is None


def test_a_day_equal_to_its_month_is_not_ambiguous() -> None:
    assert parse_published("04/04/2017") == "2017-04-04"


@given(st.text() | st.from_regex(r"\d{1,4}[-/. ]\w{1,9}[-/. ]\d{1,4}.{0,12}", fullmatch=True))
def test_whatever_is_accepted_is_a_day(value: str) -> None:
    found = parse_published(value)
    if found is not None:
        assert Document("x", "x", published=found).published_on is not None
