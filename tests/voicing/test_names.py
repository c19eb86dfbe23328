"""Names of voices that are misspelt, explained on the page, or said with a title, a town or a kunya."""

import pytest

NAMES = {
    "New is of the name": ("New Hampshire authorities said nine people had died.", "New Hampshire authorities"),
    "misspelt": ("The Syrian Obsrevatory for Human Rights said nine died.", "Syrian Observatory for Human Rights"),
    "head of a hospital": ("Nine people died, the director of the Tern Hospital said.", "Tern Hospital"),
    "council of a province": (
        "Bashar Kiki, the head of Nineveh's provincial council, said nine people died.",
        "Nineveh provincial council",
    ),
    "staff of a house": ("Human rights monitors at Airtally said nine people died.", "Airtally"),
    "kunya": ("Um Marwan said nine people were killed at the market.", "Um Marwan"),
    "title": ("Archimandrite Oren Vale, who lives in the town, said nine people died.", "Oren Vale"),
    "member with a name": (
        "A member of the Syrian National Coalition, Oren Vale, said nine people died.",
        "Syrian National Coalition",
    ),
    "its mission": (
        "KABUL, Afghanistan - Fighting near Kabul killed nine civilians, the UN mission said on Tuesday.",
        "UNAMA",
    ),
    "a part beside the whole": ("The UN mission, UNAMA, said nine people were killed in Kabul.", "UNAMA"),
    "known as": (
        "Afghanistan's intelligence service, known as the NDS, said nine people were killed.",
        "National Directorate of Security",
    ),
}


@pytest.mark.parametrize(("text", "voice"), NAMES.values(), ids=NAMES)
def test_who_speaks(read, text, voice):
    assert [s.party for s in read(text).statements][:1] == [voice]


def test_a_short_form_that_the_page_explains_is_what_it_explains(read):
    page = read("The Arakan Army (AA) hit a post on Sunday. The AA said nine soldiers had died.")
    assert [s.voice for s in page.statements] == ["Arakan Army"]


def test_an_organisation_of_the_page_is_not_found_in_itself(read):
    page = read("Nine patients were killed, an NGO running a clinic said.")
    assert page.statements[0].voice.startswith("unnamed: ")
