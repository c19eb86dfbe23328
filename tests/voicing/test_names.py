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


def test_a_body_that_is_only_described_has_the_name_given_further_on(read):
    page = read(
        "Shells hit Orla, killing three people, a network of activists reported. "
        "The network, called Orla Is Awake, said that a child was wounded."
    )
    assert [s.party for s in page.statements] == ["Orla Is Awake", "Orla Is Awake"]


def test_a_charity_is_the_one_named_after_the_same_noun(read):
    page = read(
        "Shells hit Orla, killing three people, a medical charity said. "
        "The charity, Doctors of Tern, said that a child was wounded."
    )
    assert [s.party for s in page.statements] == ["Doctors of Tern", "Doctors of Tern"]


def test_he_is_whom_the_sentence_before_is_about(read):
    page = read(
        "Ivo Lehn, a teacher, said nine people had died. Oren Vale gave journalists another account on Sunday. "
        "His teams had buried 12 people, he said."
    )
    assert [s.voice for s in page.statements][-1] == "Oren Vale"


def test_what_people_tell_a_monitor_comes_through_it(read):
    page = read("Activists told the Syrian Observatory for Human Rights that nine people were killed in Homs.")
    assert {(c.voice, c.relays) for c in page.claims} == {
        ("unnamed: activists", ("Syrian Observatory for Human Rights",))
    }


def test_an_army_and_a_monitor_are_two(read):
    page = read(
        "The army and a war monitor said that 12 people had been killed in Syria. "
        "The Syrian Observatory for Human Rights said four of them were children."
    )
    assert [name for name, _ in page.statements[0].joint] == ["Syrian army", "Syrian Observatory for Human Rights"]


def test_a_rescue_service_speaks_through_its_own_man(read):
    page = read('"Nine people died in Idlib, Syria," said Oren Vale, a local civil defence official.')
    assert {c.voice for c in page.claims} == {"White Helmets"}


def test_what_follows_a_paper_right_away_is_not_whose_it_is(read):
    page = read("According to the bulletin Islamic State fighters killed nine people in Homs, the Orla Institute said.")
    assert {c.voice for c in page.claims if c.aspect == "killed"} == {"Orla Institute"}


def test_it_is_whom_the_clause_before_a_colon_is_about(read):
    page = read("Human Rights Watch came to the same view: it held soldiers responsible for 100 deaths.")
    assert {c.voice for c in page.claims if c.aspect == "killed"} == {"Human Rights Watch"}


def test_a_short_form_in_brackets_does_not_part_a_name_from_its_kind(read):
    page = read(
        "Human Rights Watch gave a lower toll. "
        "The Islamic State (IS) militant group said in a statement that nine people were killed in Homs."
    )
    assert {c.voice for c in page.claims if c.aspect == "killed"} == {"Islamic State"}


def test_the_last_word_of_a_name_is_no_cue(read):
    page = read(
        "Mines took nine lives the Syrian Observatory for Human Rights reported. Two more herders were killed "
        "in the quarter of Sheikh Said it said."
    )
    assert {c.voice for c in page.claims} == {"Syrian Observatory for Human Rights"}


def test_state_media_are_the_agency_that_the_page_names_beside_them(read):
    page = read(
        "Mines kill nine herders near Homs in Syria: state media\n\nMines killed nine herders near Homs, SANA said."
    )
    assert {c.voice for c in page.claims} == {"SANA"}


def test_a_bare_name_behind_an_unnamed_official_is_his(read):
    page = read(
        "Nine people died in Idlib province in Syria, according to a local civil defense official. The strike wounded "
        "seven, Vasil Lorro told Anadolu Agency. He said five were children."
    )
    assert {c.voice for c in page.claims} == {"White Helmets"}


def test_a_monitor_is_known_by_its_seat(read):
    page = read("Raids on Aleppo in Syria killed four civilians, a Britain-based monitor said.")
    assert {c.voice for c in page.claims} == {"Syrian Observatory for Human Rights"}
