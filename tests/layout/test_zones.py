import pytest

from counterclaim.lexicon import load_lexicon
from counterclaim.model import Document
from counterclaim.stages.passages import split_passages

LEXICON = load_lexicon()
TITLE = "Ferry shelled off Lowmere as talks end"
FIRST = "Shells hit the Lowmere ferry on Tuesday, killing four sailors, the harbour master said."
SECOND = "The Tarn Brigade denied that its guns had fired on the ferry or on any other ship."
THIRD = "A second ferry brought the wounded to Old Marrow, where doctors were waiting on the quay."


def kept(lines: list[str], end: str = "\n", **fields: str) -> list[str]:
    """The lines that are the article's."""
    document = Document("x", end.join(lines), **fields)
    return [p.span.exact for p in split_passages(document, LEXICON) if p.role.is_article]


@pytest.mark.parametrize("end", ["\n", "\n\n"])
def test_what_stands_before_the_title_is_the_sites_own(end):
    site = ["News and views from the strait", "The Lowmere Gazette", "Sign in"]
    assert kept([*site, TITLE, FIRST, SECOND], end, title=f"{TITLE} | The Lowmere Gazette") == [TITLE, FIRST, SECOND]


def test_a_headline_may_begin_as_a_button_does():
    title = "Watch: ferry burns off Lowmere"
    assert kept(["Home", title, FIRST], title=title) == [title, FIRST]


def test_a_path_that_ends_in_the_headline_is_navigation():
    assert kept([f"Home Strait {TITLE}", TITLE, FIRST, SECOND]) == [TITLE, FIRST, SECOND]


def test_odd_buttons_among_buttons():
    assert kept([TITLE, FIRST, "Share", "close panel now", "Copy link", "Print", SECOND]) == [TITLE, FIRST, SECOND]


def test_a_subhead_beside_a_lone_advertisement_stays():
    lines = [TITLE, FIRST, "Advertisement", "Four sailors", "Advertisement", SECOND]
    assert "Four sailors" in kept(lines)


def test_a_table_of_contents_goes_and_its_headings_stay():
    lines = [TITLE, "Contents", "The guns", "The quay", FIRST, "The guns", SECOND, "The quay", THIRD]
    assert kept(lines) == [TITLE, FIRST, "The guns", SECOND, "The quay", THIRD]


def test_a_link_that_the_list_below_repeats():
    link = "Why the strait has no lighthouse"
    lines = [TITLE, FIRST, link, SECOND, THIRD, "More on this story", link, "Gulls return to Old Marrow"]
    assert kept(lines) == [TITLE, FIRST, SECOND, THIRD]


def test_the_authors_box():
    lines = [TITLE, FIRST, SECOND, THIRD, "Share", "Ann Lee", "Ann Lee covers ships and harbours in Lowmere."]
    assert kept(lines) == [TITLE, FIRST, SECOND, THIRD]


def test_a_person_in_the_news_has_no_authors_box():
    told = "Ann Lee was killed by a shell on the quay in Lowmere, her brother said."
    assert told in kept([TITLE, FIRST, SECOND, THIRD, "Ann Lee", told])


def test_the_foot_of_the_page():
    foot = ["Follow us", "Tarn Ministry of Ships", "4 Quay Square, Lowmere", "Tel: 55 01", "Useful links", "The Senate"]
    assert kept([TITLE, FIRST, SECOND, *foot, "© 2019 Ministry of Ships"]) == [TITLE, FIRST, SECOND]


def test_the_outlet_tells_of_itself():
    own = "Lowmere Watch stands for the rights of sailors in eleven harbours of the strait."
    lines = [TITLE, FIRST, SECOND, "Share", "Print", own]
    assert kept(lines, outlet="Lowmere Watch") == [TITLE, FIRST, SECOND]
    assert own in kept([TITLE, FIRST, own, SECOND], outlet="Lowmere Watch")


def test_footnotes_do_not_end_the_prose():
    lines = [TITLE, FIRST + "[1]", "Aftermath[edit]", SECOND + "[2]", "See also[edit]", "List of ferries of the strait"]
    assert kept(lines) == [TITLE, FIRST + "[1]", "Aftermath[edit]", SECOND + "[2]"]


def test_long_tables_of_contents_take_linear_time():
    assert kept(["Contents", *["Tarn"] * 30_000, FIRST]) == [FIRST]


def test_a_lone_sentence_in_the_foot_does_not_hide_the_end():
    foot = ["Share", "Print", "Ships", "Harbours", "Lore", "The quays of Lowmere are loved by gulls and by painters."]
    found = kept([TITLE, FIRST, SECOND, THIRD, "Follow us", *foot, "Our harbours", "Tides"])
    assert found[:4] == [TITLE, FIRST, SECOND, THIRD]
    assert not {"Ships", "Harbours", "Lore", "Our harbours", "Tides"} & set(found)


def test_news_below_a_box_in_the_article_stay_its_end():
    box = ["Share", "Subscribe", "Enter your email", "Sign up"]
    assert THIRD in kept([TITLE, FIRST, SECOND, *box, THIRD])
    lone = "A memorial will be held on Wednesday in the church of the sailors."
    assert lone in kept([TITLE, FIRST, SECOND, *box, lone])


def test_a_site_says_what_it_is():
    own = "The Strait Page is a collective of harbour masters that was founded in Lowmere."
    assert own not in kept([TITLE, FIRST, SECOND, THIRD, "Share", own])
    assert own in kept([TITLE, FIRST, SECOND, THIRD, own])


def test_a_list_above_the_headline_does_not_take_it():
    assert kept(["Trending", "Fuel prices", TITLE, FIRST, SECOND], title=TITLE) == [TITLE, FIRST, SECOND]
