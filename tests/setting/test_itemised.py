"""Lists that go by dates, one a line."""

from counterclaim.model import Page


def told(page: Page) -> list[tuple[str, str | None]]:
    return [(c.span.exact, c.date and c.date.earliest) for c in page.claims if c.aspect != "responsibility"]


def test_what_heads_an_item_dates_all_of_it_and_is_not_the_page_s_own_day(read):
    text = (
        "Old Marrow\n\n10 March 2019: In Tarn, gunmen attacked a family. Four people were wounded.\n\n"
        "Lowmere\n\n03 March 2019: In Arven, gunmen abducted two men.\n"
    )
    page = read(text, published="2019-04-10")
    assert told(page) == [("Four people", "2019-03-10"), ("two men", "2019-03-03")]


def test_items_without_years(read):
    text = (
        "April 6: Three people were killed in Tarn. Two soldiers were injured.\n\n"
        "April 2: Nine people were killed in Lowmere.\n"
    )
    found = told(read(text, published="2019-04-10"))
    assert [day for _, day in found] == ["2019-04-06", "2019-04-06", "2019-04-02"]


def test_one_such_line_is_a_dateline(read):
    text = "TARN, April 6: Three people were killed in Lowmere, police said on Sunday.\n"
    assert told(read(text, published="2019-04-10")) == [("Three people", None)]
