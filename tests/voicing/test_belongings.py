"""Bodies by whose they are, and the words of those who are told of by what they publish."""

import pytest

OWNED = {
    "no state's ministry": ("The health ministry of the Government of National Accord (GNA)", "GNA Health Ministry"),
    "no state's minister": ("GNA Foreign Minister Amir Lorro", "GNA Foreign Ministry"),
    "an arm": ("The SDF's media centre", "Syrian Democratic Forces"),
    "a named arm": ("The SDF Media Center", "Syrian Democratic Forces"),
    "its department": ("The Taliban's media department", "Taliban"),
    "nobody's arm": ("The Orla Media Center", "Orla Media Center"),
    "a house of its own": ("The Aleppo Media Center", "Aleppo Media Centre"),
    "a unit": ("In Sudan, the army's Ninth Division", "Sudanese army"),
    "attributed": ("A statement attributed to Hezbollah", "Hezbollah"),
    "police of a land": ("The deputy police commissioner of Hirshabelle, Amir Lorro,", "Hirshabelle police"),
    "army of a state": ("The spokesman of the army in DR Congo, Amir Lorro,", "Congolese army"),
    "resident coordinator": ("The UN Resident Coordinator Ilsa Orn", "United Nations"),
    "officer for the public": (
        "The Police Public Relations Officer in Nigeria, DSP Amir Lorro,",
        "Nigeria Police Force",
    ),
}


@pytest.mark.parametrize(("source", "voice"), OWNED.values(), ids=OWNED)
def test_whose_body_speaks(read, source, voice):
    assert {c.voice for c in read(f"{source} said nine people died in Orla.").claims} == {voice}


def test_the_ministry_is_the_one_named_before(read):
    page = read("In Libya, a clerk of the Interior Ministry's office died. The ministry said nine people were hurt.")
    assert page.claims[-1].voice == "Libyan Interior Ministry"


def test_a_title_named_later_is_one_voice(read):
    page = read('Nine people died, the Borno deputy governor said. "Six were hurt," deputy governor Amir Lorro said.')
    assert len({c.voice for c in page.claims}) == 1


def test_reports_within_somebodys_word_are_his(read):
    page = read("UNICEF said initial reports indicated that nine people died in Orla.")
    assert {c.voice for c in page.claims} == {"UNICEF"}


@pytest.mark.parametrize("phrase", ["It would be recalled that", "Recall that"])
def test_what_the_outlet_recalls_is_its_own(read, phrase):
    page = read(f"UNICEF said nine people died in Orla. {phrase} in January, 16 people were killed there.")
    assert page.claims[-1].voice is None


def test_the_statement_printed_below_a_colon_is_all_of_its_makers(read):
    page = read(
        "The spokesman of Amnesty International issued the following statement:\n\n"
        '"A rocket hit the port of Orla, which killed nine people.\n\nWe counted four wounded people besides."'
    )
    assert {c.voice for c in page.claims} == {"Amnesty International"}


def test_what_is_told_to_a_house_without_a_name_came_through_it(read):
    (claim,) = read("A doctor had told state radio that nine people died in Orla.").claims
    assert claim.relays == ("state radio",)


def test_a_new_post_is_nobody_elses(read):
    page = read(
        "Orla News @orlanews · 4h\nUNICEF said nine people died in Orla.\n\n"
        "Orla News @orlanews · 5h\nFour people were killed in a raid on Tarn."
    )
    assert [c.voice for c in page.claims] == ["UNICEF", None]


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("Urgent | UNICEF: nine dead in the raid on Orla", "UNICEF"),
        ("A medical source to our reporter: nine dead reached Orla hospital", "unnamed: medical source"),
        ("Explosions in Orla\n\nCivil Defence: nine dead in the raid on Orla", "Civil Defence"),
        ("Brovka: 9 killed, 3 injured.", None),
    ],
)
def test_who_speaks_before_the_colon_of_a_line(read, text, voice):
    assert read(text).claims[0].voice == voice


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("A doctor who hid his name told Radio Dabanga four people were wounded.", "unnamed: doctor"),
        ("The ministry of health in Kabul has spoken of 23 dead.", "Afghan Health Ministry"),
        (
            "In this zone, nine people had been killed in May, recalls the coordinator of the NGO ORN, Amir Lorro.",
            "ORN",
        ),
        ("Police chief Brig. Gen. Amir Lorro said nine people died in Orla.", "Amir Lorro"),
        ("Figures of Israel's Health Ministry show that nine people died.", "Israeli Health Ministry"),
        ("The commander of the IRGC's Orla base, General Amir Lorro, said nine people died.", "Revolutionary Guards"),
        ("In Yemen, the coalition spokesman said nine people died.", "Saudi-led coalition"),
        ("AFRICOM has admitted to five deaths in Orla.", "US Africa Command"),
    ],
)
def test_the_voice_of_what_is_told(read, text, voice):
    assert read(text).claims[0].voice == voice


def test_the_letters_of_a_dateline_are_those_of_the_byline_above(read):
    page = read(
        "By Amir Lorro, Tarn Despatch Service\n\nKABUL, Afghanistan (TDS) — Residents said nine people were killed.",
        outlet="Daily Orla",
    )
    assert page.claims[0].relays == ("Tarn Despatch Service",)


def test_one_sentence_of_a_quotation_does_not_hedge_the_next(read):
    page = read('"The pilot thought they were bandits. We carried nine bodies to Orla," a farmer said.')
    assert {c.certainty for c in page.claims} == {"certain"}
