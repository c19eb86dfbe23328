import pytest

from counterclaim.lexicon import load_lexicon
from counterclaim.model import Document
from counterclaim.stages.passages import split_passages

LEXICON = load_lexicon()
TITLE = "Ferry shelled off Lowmere as talks end"
NEWS = [
    "Shells hit the Lowmere ferry on Tuesday, killing four sailors, the harbour master said.",
    "The Tarn Brigade denied that its guns had fired on the ferry or on any other ship.",
    "A second ferry brought the wounded to Old Marrow, where doctors said two had died.",
    "The senate will meet on Friday, and its speaker said that he would ask for an inquiry.",
]


def kept(lines: list[str]) -> list[str]:
    passages = split_passages(Document("x", "\n".join(lines), title=TITLE), LEXICON)
    return [p.span.exact for p in passages if p.role.is_article]


@pytest.mark.parametrize("button", ["Comments", "14 Comments", "View comments", "Comments (3)"])
@pytest.mark.parametrize("at", [1, 2])
def test_a_comments_button_within_the_article_takes_nothing_with_it(button, at):
    lines = [TITLE, *NEWS]
    lines[at + 1 : at + 1] = ["Share", button, "Print"]
    assert kept(lines) == [TITLE, *NEWS]


def test_comments_below_their_heading_go():
    talk = ["Joe", "2 hours ago", "So sad, and nobody pays for it!", "Reply", "Sue", "1 day ago", "My uncle was there."]
    assert kept([TITLE, *NEWS, "2 Comments", *talk]) == [TITLE, *NEWS]


def test_answers_under_a_post():
    thread = [
        "Ilka",
        "@ilka_low",
        "Two hundred dead, all lies from the other bank, as ever.",
        "Joe",
        "@joe55",
        "Stay safe",
    ]
    assert kept([TITLE, *NEWS[:2], "3 likes", *thread]) == [TITLE, *NEWS[:2]]


def test_the_entries_of_a_live_page_are_no_comments():
    entries = [line for hours, news in enumerate(NEWS, 2) for line in (f"{hours} hours ago", news)]
    assert kept([TITLE, "Live updates", NEWS[0], *entries]) == [TITLE, "Live updates", NEWS[0], *entries]
    clocked = [line for hour, news in enumerate(NEWS, 2) for line in (f"{hour}:30 pm: Ferry shelled again", news)]
    assert kept([TITLE, NEWS[0], *clocked]) == [TITLE, NEWS[0], *clocked]


def test_readers_who_tell_news_below_a_page_that_is_not_live_are_readers():
    readers = [line for n, news in enumerate(NEWS) for line in (f"ali7{n}", f"{n + 2} hours ago", news)]
    assert not set(NEWS) & set(
        kept(
            [
                TITLE,
                "The talks on the ferry have failed, the senate said.",
                "Nobody spoke after them, said a clerk.",
                *readers,
            ]
        )
    )
