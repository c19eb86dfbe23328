"""Blame taken and refused in the words that reporters have for it."""

import pytest

ATTACK = "Nine people were killed in an attack on a market in Orlu on Friday. "
ACCUSED = ATTACK + "Residents accused Russia of carrying out the attack. "
DENIED = ("Russia", "denies", "Russia")
TAKEN = ("Russia", "affirms", "Russia")


def blamed(page):
    return {(c.party, c.polarity, c.voice) for c in page.claims if c.aspect == "responsibility"}


@pytest.mark.parametrize(
    "text",
    [
        "Russia rejected the accusations as baseless.",
        "Russia dismissed the allegations as propaganda.",
        "Russia ruled out any involvement.",
        "Russia distanced itself from the attack.",
        "Russia said it had no hand in the attack.",
        "Russia said it bore no responsibility for the attack.",
        "Russia said it had played no part in the attack.",
        "Russia denied having any hand in it.",
        "Russia rejected any responsibility.",
        "Russia rejected suggestions it was to blame.",
        "Russia contested the allegation.",
        "Russia disputed the claim that it was behind the attack.",
        "Russia issued a denial.",
    ],
)
def test_words_of_denial(read, text):
    assert blamed(read(ATTACK + text)) == {DENIED}


@pytest.mark.parametrize(
    "text",
    [
        "Russia called the accusation a lie.",
        "Russia branded the accusation a lie.",
        "Russia said it was fake news.",
        "Russia said there was no truth in the allegations.",
        '"It is fake news," Russia said.',
        "Russia rejected that.",
        "Russia brushed aside the allegations.",
        "Russia disputed the claims.",
    ],
)
def test_what_others_say_is_called_untrue(read, text):
    assert DENIED in blamed(read(ACCUSED + text))


def test_an_army_of_no_name_calls_it_untrue(read):
    page = read(
        ACCUSED.replace("Russia", "the army").replace("Orlu", "Khartoum") + "The army said the claims were false."
    )
    assert ("Sudanese army", "denies") in {(party, polarity) for party, polarity, _ in blamed(page)}


def test_who_refuses_to_hand_over_somebody_denies_no_deed(read):
    page = read("Soldiers raided Orlu on Friday, killing nine people, after a father rejected to hand in his son.")
    assert all(c.polarity == "affirms" for c in page.claims)


def test_police_who_brush_off_a_report_are_not_blamed_by_it(read):
    assert blamed(read(ATTACK + "Police ruled out terrorism.")) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Russia owned up to the attack.",
        "Russia admitted carrying out the attack.",
        "Russia admitted to the attack.",
        "Russia acknowledged responsibility.",
        "Russia confirmed carrying out the attack.",
        "Russia apologised for the attack.",
        "Russia issued a statement claiming responsibility.",
        "In a video, Russia claimed to have carried out the attack.",
        "Russia claimed to be behind the attack.",
        "Russia said the attack was carried out by its fighters.",
    ],
)
def test_words_of_owning(read, text):
    assert blamed(read(ATTACK + text)) == {TAKEN}


def test_those_who_speak_for_an_army_of_no_name_mean_it_by_we(read):
    page = read(ATTACK.replace("Orlu", "Khartoum") + '"We carried out this attack," the army said.')
    assert {(party, polarity) for party, polarity, _ in blamed(page)} == {("Sudanese army", "affirms")}


@pytest.mark.parametrize("text", ["Residents blamed the army but it denied responsibility."])
def test_it_is_whom_others_blame(read, text):
    page = read(ATTACK.replace("Orlu", "Khartoum") + text)
    assert blamed(page) == {
        ("Sudanese army", "affirms", "unnamed: residents"),
        ("Sudanese army", "denies", "Sudanese army"),
    }


def test_who_accuses_within_an_aside_is_the_voice(read):
    page = read(ATTACK + "Russia, accused by residents of the attack, denied any involvement.")
    assert blamed(page) == {DENIED, ("Russia", "affirms", "unnamed: residents")}
