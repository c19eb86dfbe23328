"""Quotations that fill their paragraphs and that nobody is said to speak."""

import pytest

QUOTED = '"Nine of our neighbours were killed when the shells came down, and nobody dared to fetch them."'


def voices(page):
    return [c.voice for c in page.claims if c.aspect == "killed"]


@pytest.mark.parametrize(
    "before",
    [
        "Medics said that shells hit Orla.",
        "The spokesman of the Lorrian army issued this statement on Monday:\n\n“We regret every loss of life.”",
    ],
)
def test_a_quoted_paragraph_goes_on_with_who_spoke_in_the_one_before(read, before):
    page = read(f"{before}\n\n{QUOTED}\n\nThe road was closed.")
    assert voices(page) != [None]


def test_it_is_on_the_word_of_whom_the_line_with_the_colon_is_about(read):
    page = read(f"The Hezbollah command gave these figures on Monday:\n\n{QUOTED}\n\nThe road was closed.")
    assert voices(page) == ["Hezbollah"]


def test_a_heading_may_stand_between(read):
    quoted = "“Nine soldiers died there on Monday.\n\nOn Tuesday six more soldiers were killed in Varn.”"
    page = read(f"Hezbollah gave the following information:\n\nOrla front\n\n{quoted}\n\nThe road was closed.")
    assert voices(page) == ["Hezbollah", "Hezbollah"]


def test_it_is_the_pages_own_where_nobody_spoke_before(read):
    page = read(f"Medics said that shells hit Orla.\n\nThe road was closed.\n\n{QUOTED}")
    assert voices(page) == [None]
