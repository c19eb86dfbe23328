"""Armed men told of before or only described, groups that nobody knows, and what is neither said nor denied."""

import pytest


def blamed(page):
    return {(c.party, c.polarity) for c in page.claims if c.aspect == "responsibility"}


def bearers(page):
    return {c.party for c in page.claims if c.aspect == "killed"}


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen came on motorbikes to Orlu late on Sunday. They killed nine people and abducted four women.",
        'Gunmen broke into a market in Orlu late on Sunday. "They killed nine people at the well," a resident said.',
    ],
)
def test_they_are_the_armed_men_of_the_sentence_before(read, text):
    page = read(text)
    assert blamed(page) == {("unnamed: gunmen", "affirms")}
    assert bearers(page) == {"unnamed: gunmen"}


def test_they_are_nobody_where_the_sentence_before_tells_of_no_armed_men(read):
    assert not blamed(read("Farmers were walking home from Orlu. They killed a snake and lost two goats to thieves."))


@pytest.mark.parametrize(
    "text",
    [
        "The war began after the Hamas-led assault of May 3, 2023, in which militants killed some 900 people.",
        "The war broke out with Hamas's massacre in Orlu, which saw militants cross the fence, killing 900 people.",
    ],
)
def test_the_militants_of_an_attack_are_those_whose_attack_it_was(read, text):
    assert blamed(read(text)) == {("Hamas", "affirms")}


def test_a_headline_describes_the_one_group_that_the_page_names(read):
    page = read(
        "Militants attack base near Orlu\n\nIslamist al Shabaab militants stormed a base near Orlu on Monday, killing"
        " seven soldiers, officials said."
    )
    assert blamed(page) == {("al-Shabaab", "affirms")}


def test_an_adjective_in_a_headline_describes_no_group(read):
    page = read(
        "Nine killed in terrorist attacks\n\nNine people were killed in terrorist attacks in Orlu. In Tarsu the army"
        " destroyed hideouts of Islamic State terrorists."
    )
    assert ("Islamic State", "affirms") not in blamed(page)


@pytest.mark.parametrize(
    "text",
    [
        "No fewer than nine persons were killed when armed bandits invaded Gidan Orlu on Saturday.",
        "Nine people died when bandits waylaid a bus near Orlu.",
    ],
)
def test_those_whose_coming_kills_did_it(read, text):
    page = read(text)
    assert blamed(page) == {("unnamed: bandits", "affirms")}
    assert bearers(page) == {"unnamed: bandits"}


def test_a_town_overrun_is_no_attack_by_itself(read):
    assert not blamed(read("Bandits overran Orlu in 2015 and still hold its market."))


@pytest.mark.parametrize(
    "text",
    [
        "Security sources blamed the Dukhan movement for the killing of nine people in Orlu.",
        "A sniper of the Dukhan movement shot dead a child in Orlu, residents said.",
    ],
)
def test_a_movement_that_nobody_knows_goes_by_its_name(read, text):
    assert blamed(read(text)) == {("Dukhan movement", "affirms")}


def test_a_faith_names_no_movement(read):
    assert ("Sunni group", "affirms") not in blamed(read("Officials blamed the Sunni group for the killing of nine."))


@pytest.mark.parametrize(
    "verbs", ["did not confirm or deny that it carried", "has neither confirmed nor denied it carried"]
)
def test_what_is_neither_said_nor_denied_is_no_claim(read, verbs):
    assert not blamed(read(f"Three medics were killed when a drone hit a clinic. The SDF {verbs} out the strike."))


@pytest.mark.parametrize(
    "text",
    [
        "Six people died in an attack on Orlu. The secretary of Miyetti Allah denied the involvement of his members.",
        "Six people were killed in Orlu on Monday. Bello Risku, the chairman of Miyetti Allah, denied that his members"
        " were involved in the attack.",
    ],
)
def test_a_league_answers_for_its_members(read, text):
    assert blamed(read(text)) == {("Miyetti Allah", "denies")}


def test_the_involvement_of_others_is_denied_too(read):
    page = read("Six people were killed in Orlu on Monday. The mayor denied that herders were involved.")
    assert blamed(page) == {("herders", "denies")}


def test_deaths_at_the_hands_of_an_army(read):
    page = read("The Local Coordination Committees report 131 dead today at the hands of the Turkish army in Orlu.")
    assert blamed(page) == {("Turkey", "affirms")}


def test_fighters_whose_name_looks_like_a_persons_attack(read):
    page = read("Mujahideen attacked two army posts in Helmand yesterday, killing nine soldiers. Kabul was calm.")
    assert blamed(page) == {("Taliban", "affirms")}


def test_attacks_that_bear_somebodys_marks(read):
    assert blamed(read("Two bombs killed nine people in Orlu. The attacks bear the marks of al-Shabaab.")) == {
        ("al-Shabaab", "affirms")
    }


def test_a_long_name_of_a_group_with_articles_within_is_read_whole(read):
    page = read(
        "Nobody claimed the blast, although the Group for the Support of Islam and Muslims, an affiliate of al-Qaeda,"
        " has said that it was behind similar attacks in March."
    )
    assert blamed(page) == {("JNIM", "affirms")}


def test_they_in_a_witness_words_are_the_pages_one_band(read):
    page = read(
        "Six persons died when suspected herders invaded Orlu. A resident said that the people were coming back from"
        ' their farms.\n\n"They were many and wore black. They killed four of our people at the stream," he said.'
    )
    assert {c.party for c in page.claims if c.span.exact.startswith("four")} == {"herders"}


def test_its_fighters_are_those_of_the_group_named_before(read):
    page = read(
        "The president declared in May that Boko Haram was crushed. Last month its fighters killed 18 soldiers."
    )
    assert blamed(page) == {("Boko Haram", "affirms")}


def test_gunmen_are_the_bandits_of_the_page(read):
    page = read(
        "Gunmen kill nine in Orlu village\n\nNine persons were killed when armed bandits invaded Orlu on Monday."
    )
    assert blamed(page) == {("unnamed: bandits", "affirms")}


@pytest.mark.parametrize(
    "text",
    [
        "Unidentified gunmen killed nine people in Orlu on Monday. On Sunday bandits raided Tarsu and killed four.",
        "Gunmen killed nine people in Orlu on Monday. The army said it had killed four bandits.",
    ],
)
def test_gunmen_of_whom_nothing_is_known_stay_gunmen(read, text):
    assert ("unnamed: gunmen", "affirms") in blamed(read(text))


def test_an_operation_of_the_army_in_which_people_die_is_its_deed(read):
    page = read("Four of his companions were killed in a special operation of the Turkish army near Orlu.")
    assert blamed(page) == {("Turkey", "affirms")}


def test_the_soldiers_of_the_caliphate_are_a_group(read):
    page = read('"The soldiers of the caliphate stormed a barracks of the army near Orlu and killed 22," it said.')
    assert blamed(page) == {("Islamic State", "affirms")}
