"""Short names, owners and makers: the body that a page means by fewer words than it has given before."""

import pytest

DIED = "said nine people had died."


def last(page):
    return page.statements[-1].party


@pytest.mark.parametrize(
    ("before", "source", "voice"),
    [
        ("The Tarn Harm Register counted the dead.", "The Register", "Tarn Harm Register"),
        ("The Tarn Harm Register counted the dead.", "The Register's director, Mira Sole,", "Tarn Harm Register"),
        ("The Dawn League holds Orlu.", "The League", "Dawn League"),
        ("The Dawn League said it had left Orlu.", "A spokesman, Oren Vale,", "Dawn League"),
        ("The Dawn League said it had left Orlu.", "Its spokesman, Oren Vale,", "Dawn League"),
        ("The Yemeni health ministry said so.", "The ministry's spokesman, Oren Vale,", "Yemeni Health Ministry"),
        ("The Houthi movement holds Orlu.", "The Houthi movement's health ministry", "Houthi Health Ministry"),
        ("The governor, Oren Vale, said it was quiet.", "The prosecutor's office", "unnamed: prosecutor's office"),
        ("Reuters said it was quiet.", "The emergency agency", "unnamed: emergency agency"),
        ("It was quiet.", "A spokesman for the separatists, Oren Vale,", "unnamed: separatists"),
        ("It was quiet.", "Hospital chief Oren Vale", "Oren Vale"),
        ("It was quiet.", "A report by aid workers", "unnamed: aid workers"),
    ],
)
def test_whom_a_short_source_means(read, before, source, voice):
    assert last(read(f"{before} {source} {DIED}")) == voice


def test_it_is_the_one_that_spoke_and_not_the_one_spoken_of(read):
    page = read("The Iraqi army said that the Dawn League had claimed the raid. It said nine people had died.")
    assert last(page) == "Iraqi army"


def test_a_paragraph_may_be_signed(read):
    page = read("Shells hit a boat in Orlu. Three people were killed there. — mayor Oren Vale.")
    assert [c.voice for c in page.claims if c.aspect == "killed"] == ["Oren Vale"]


def test_a_place_before_a_colon_is_a_heading(read):
    page = read("Kherson: shells hit a boat with people on Sunday. Three people were killed.")
    assert all(c.voice is None for c in page.claims)


def test_a_headlines_label_takes_in_no_words_before_it(read):
    page = read("Raid kills nine in Tarn ambush: NGO\n\nNine people were killed in a raid on Sunday.")
    assert page.statements[0].voice == "unnamed: NGO"
