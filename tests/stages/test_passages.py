import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.layout.lines import EDGE
from counterclaim.lexicon import load_lexicon
from counterclaim.model import Document, Role
from counterclaim.stages.passages import split_passages

LEXICON = load_lexicon()
FIRST = "Shells struck the market square of Old Marrow on Tuesday, killing four people, the mayor said."
SECOND = "Fighters of the Tarn Brigade pulled back from the ridge before dawn, according to two residents."
THIRD = "The governor has promised an inquiry, but gave no date for it when he spoke to the council on Friday."


def roles(text: str, **fields: str) -> list[tuple[str, str]]:
    passages = split_passages(Document("x", text, **fields), LEXICON)
    return [(p.role.value, p.span.exact) for p in passages]


def role_of(words: str, text: str, **fields: str) -> str:
    found = [role for role, exact in roles(text, **fields) if words in exact]
    assert len(found) == 1, found
    return found[0]


def page(*lines: str) -> str:
    return "\n\n".join(lines)


@settings(max_examples=300)
@given(
    st.lists(
        st.one_of(
            st.text(max_size=40),
            st.sampled_from(
                [FIRST, SECOND, "Related", "3 Comments", "Reply", "1", "By Ann Lee", "Dear readers,", "Tags:"]
            ),
        ),
        max_size=14,
    ),
    st.sampled_from(["\n", "\r\n", "\n\n", "\u2028", "\x0c"]),
)
def test_passages_cover_all_but_white_space_in_order(lines, end):
    text = end.join(lines)
    at = 0
    for p in split_passages(Document("x", text, url="https://x.com/tarn/status/1"), LEXICON):
        assert text[p.span.start : p.span.end] == p.span.exact
        assert p.span.start >= at
        assert not text[at : p.span.start].strip(EDGE)
        at = p.span.end
    assert not text[at:].strip(EDGE)


def test_a_page_of_one_line_is_all_article():
    text = f"{FIRST} {SECOND} Read more: Follow us on Twitter. Related articles. Copyright 2019."
    assert [role for role, _ in roles(text)] == ["body"]


def test_an_empty_page_has_no_passages():
    assert roles("") == roles(" \n\u200b\n") == []


def test_a_plain_article_keeps_every_line():
    text = page("Market shelled in Old Marrow", FIRST, "A ridge lost", SECOND, "“We saw it all from the roof,”", THIRD)
    found = roles(text)
    assert [role for role, _ in found] == ["headline", "body", "subhead", "body", "quotation", "body"]


@pytest.mark.parametrize(
    ("heading", "role"),
    [("Related Articles", "related"), ("Read Next:", "related"), ("Prev Post", "related"), ("Most read", "related")],
)
def test_links_after_the_article_are_related(heading, role):
    text = page(
        FIRST, SECOND, heading, "Army denies raid on Tarn", "Twelve dead in Lowmere blast", "Talks resume in Arven"
    )
    assert role_of("Twelve dead", text) == role


def test_links_before_the_article_do_not_swallow_it():
    text = page(
        "Market shelled in Old Marrow", "Related News", "Army denies raid on Tarn, April 4, 2019", FIRST, SECOND
    )
    assert role_of("Army denies", text) == "related"
    assert role_of("Shells struck", text) == "body"


def test_a_link_within_the_article_takes_one_line():
    text = page(FIRST, "Read More: Twelve dead in Lowmere blast", SECOND, THIRD)
    assert [role for role, _ in roles(text)] == ["body", "related", "body", "body"]


def test_headlines_after_the_end_need_no_heading():
    text = page(FIRST, SECOND, "Army denies raid on Tarn", "Twelve dead in Lowmere blast", "Talks resume in Arven")
    assert role_of("Twelve dead", text) == "related"


def test_a_list_announced_by_the_article_is_the_articles():
    text = page(
        FIRST,
        "The four who died in the square on Tuesday morning were named by the mayor as:",
        "Oren Vale of Tarn",
        "Mira Holt of Lowmere",
        "Jan Pell of Arven",
    )
    assert role_of("Mira Holt", text) == "subhead"
    bulleted = page(FIRST, "- Two killed in Tarn", "- Three killed in Lowmere", "- Nine hurt in Arven")
    assert role_of("Three killed", bulleted) == "body"


@pytest.mark.parametrize(
    "line",
    [
        "Subscribe to our newsletter and never miss a story.",
        "Please support our journalism with a donation of $2 a month.",
        "For the latest headlines, follow our channel online or via the app.",
    ],
)
def test_appeals(line):
    assert role_of(line, page(FIRST, line, SECOND)) == "appeal"


def test_a_letter_to_the_readers_is_an_appeal_to_its_end():
    text = page(
        FIRST,
        SECOND,
        "A message from the Tarn Gazette:",
        "Dear readers,",
        "War has come to our valley and paper has become dear.",
        "Costs have doubled since the spring.",
        "Thank you.",
    )
    assert [role for role, _ in roles(text)] == ["body"] * 2 + ["appeal"] * 5


def test_people_who_ask_for_help_in_the_news_make_no_appeal():
    line = "“Support us, send us a donation, join us,” the hospital in Old Marrow told people after nine were killed."
    assert role_of("Support us", page(FIRST, line, SECOND)) in ("body", "quotation")


def test_comments_with_names_and_times():
    text = page(
        FIRST, SECOND, "2 Comments", "marrowman", "3 hours ago", "They killed forty people there, believe me.", "Reply"
    )
    assert role_of("forty", text) == "comment"
    bare = page(
        FIRST,
        SECOND,
        "Ann Lee says:",
        "April 4, 2019 at 4:10 pm",
        "They killed forty people there, believe me.",
        "Reply",
    )
    assert role_of("forty", bare) == "comment"


def test_numbered_comments_are_told_from_a_numbered_list():
    text = page(FIRST, SECOND, "1. I don't believe a word of it!", "2. You should ask who sold them the guns.")
    assert [role for role, _ in roles(text)][2:] == ["comment", "comment"]
    news = page(
        FIRST,
        SECOND,
        "1. Tarn: two people were killed at the bridge.",
        "2. Lowmere: nine people were wounded in the school.",
    )
    assert [role for role, _ in roles(news)][2:] == ["body", "body"]


def test_the_author_after_the_end():
    text = page(
        FIRST, SECOND, THIRD, "Ann Lee is the Arven Bureau Chief of the Tarn Gazette. She covers the hill wars."
    )
    assert role_of("Ann Lee", text) == "biography"
    within = page(FIRST, SECOND, "Ann Lee is the editor of the Lowmere Post and has read the letter.", THIRD)
    assert role_of("Ann Lee", within) == "body"


@pytest.mark.parametrize(
    "line",
    [
        "By Ann Lee in Arven",
        "Reporting by Ann Lee; Editing by Jan Pell",
        "Source: Tarn Gazette",
        "Quotes in this story came from the Lowmere Post.",
    ],
)
def test_credits(line):
    assert role_of(line, page("Market shelled in Old Marrow", FIRST, SECOND, line)) == "credit"


def test_signatures_under_the_article_are_credits_and_datelines_are_not():
    text = page("ARVEN, April 4 (TG) - " + FIRST, SECOND, "Ann Lee/ Jan Pell", "A.L")
    assert [role for role, _ in roles(text)] == ["body", "body", "credit", "credit"]


def test_a_line_that_is_only_a_date_stays_readable():
    assert role_of("4 April, 2019", page("4 April, 2019", FIRST, SECOND)) == "body"
    assert role_of("Published", page("Market shelled", "Published: 4 April 2019 10:20 GMT", FIRST)) == "body"


def test_menus_buttons_and_tags():
    text = page(
        "Home",
        "News",
        "Hill wars",
        "Valleys",
        "Facebook",
        "Market shelled in Old Marrow",
        "Tarn",
        "Lowmere",
        "1.2K views",
        FIRST,
        "Share",
        "Tags:",
        "Tarn",
        "Army",
    )
    expected = ["navigation"] * 4 + [
        "social",
        "headline",
        "tags",
        "tags",
        "social",
        "body",
        "social",
        "tags",
        "tags",
        "tags",
    ]
    assert [role for role, _ in roles(text)] == expected
    assert role_of("Home >", page("Home > News > Hill wars", FIRST)) == "navigation"


def test_a_post_is_cut_from_the_account_and_the_counters_stuck_to_it():
    text = f"Post\n\nTarn Army@tarnarmy{FIRST}\n\n{SECOND}10:01 PM · Feb 16, 2019451.3KViews2851.2K"
    found = roles(text, url="https://x.com/tarnarmy/status/12")
    assert [role for role, _ in found] == ["social", "social", "body", "body", "social"]
    assert found[3][1].endswith("Feb 16, 2019")


def test_title_captions_and_quotations():
    text = page(
        "Market shelled in Old Marrow",
        "Smoke over the square of Old Marrow. (Photo: Ann Lee/TG)",
        FIRST,
        "“We saw it all from the roof of the school, and then we ran.”",
    )
    assert [role for role, _ in roles(text, title="Market shelled in Old Marrow | Gazette")] == [
        "headline",
        "caption",
        "body",
        "quotation",
    ]


@pytest.mark.parametrize(
    "text", ["A" * 300_000, "By " + "A" * 300_000 + "\nx", "1\n" * 50_000, "x\n" + "a@" * 150_000, "A B\n" * 40_000]
)
def test_time_grows_with_length_only(text):
    started = time.perf_counter()
    split_passages(Document("x", text), LEXICON)
    assert time.perf_counter() - started < 5


def test_roles_that_are_not_the_article_are_marked_so():
    assert not Role.CREDIT.is_article


@pytest.mark.parametrize(
    "line",
    [
        "By joining the talks in Lowmere, the Tarn Brigade gave up its claim to the ridge and the mines below it.",
        "Powered by anger over the price of bread, crowds filled the squares of Lowmere for a third night.",
        "We will go on with our work in the camps of Lowmere for as long as the guns are heard there.",
        "Home Minister Ann Lee has asked the brigade for a list of the sailors it holds on the ridge.",
        "Opinion | Who shelled the market of Old Marrow and why",
    ],
)
def test_paragraphs_that_begin_as_furniture_does_stay(line):
    assert role_of(line, page("Market shelled in Old Marrow", FIRST, line, SECOND, THIRD)) in ("body", "subhead")


@pytest.mark.parametrize("box", [("READ MORE:", "Bridge closed for the winter at Lowmere"), ("Also read",)])
@pytest.mark.parametrize("after", [("Tags: Tarn, Lowmere",), ("Aftermath", THIRD), ("(TNG)",), ()])
def test_the_article_goes_on_below_a_box_of_links(box, after):
    text = page("Market shelled in Old Marrow", FIRST, *box, SECOND, *after)
    assert role_of(SECOND, text) == "body"


def test_a_letter_to_the_readers_ends_where_the_news_go_on():
    letter = ("Dear readers,", "We need your help to keep our newsletter free.")
    text = page("Market shelled in Old Marrow", FIRST, *letter, FIRST.replace("four", "five"), f"She said: {SECOND}")
    assert role_of("killing five", text) == "body"
    assert role_of("your help", text) == "appeal"


def test_numbered_links_belong_to_their_list():
    text = page(
        "Market shelled in Old Marrow", FIRST, SECOND, "Most read", "1. Lions should rest on Sunday", "2. Bus falls"
    )
    assert role_of("Lions", text) == "related"


def test_words_of_a_speaker_end_a_list_of_links():
    said = "“I have buried more sailors than fish.” – Father Jan of Lowmere"
    text = page("Market shelled in Old Marrow", FIRST, SECOND, "Related", "Bridge closed at Lowmere", said)
    assert role_of(said, text) != "related"
