import pytest


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("Nine people were killed in Orlu, Amir Lorro, a doctor at the Hope hospital, told Reuters.", "Amir Lorro"),
        ("Nine people were killed in Orlu, Amir Lorro, a UNICEF official, told Reuters.", "UNICEF"),
        ("Nine people were killed in Orlu, Amir Lorro, a volunteer with the Orlan Red Crescent, said.", "Red Crescent"),
        ("Nine people were killed in Orlu, Amir Lorro, head of the Orlu Health Council, said.", "Orlu Health Council"),
    ],
)
def test_whose_name_an_apposition_parts_from_the_cue_is_who_says_it(read, text, voice):
    (statement,) = read(text).statements
    assert (statement.party or "").endswith(voice)
    assert statement.source[0].exact.startswith("Amir Lorro")


def test_the_house_that_was_told_is_not_who_tells(read):
    (statement,) = read(
        "Nine people died in Orlu in the north, Amir Lorro, a volunteer with the White Helmets, told Anadolu Agency."
    ).statements
    assert (statement.party, statement.relays) == ("White Helmets", ("Anadolu Agency",))
    assert "Lorro" not in statement.content[0].exact


def test_a_clause_of_its_own_between_name_and_cue_is_no_apposition(read):
    page = read("The raid killed nine, Amir Lorro died later, a nurse said.")
    assert page.statements[-1].voice == "unnamed: nurse"
