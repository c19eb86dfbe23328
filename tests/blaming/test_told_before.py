"""Armed men told of before or only described, groups that nobody knows, and what is neither said nor denied."""

import pytest

GUNMEN, BANDITS = "unnamed: gunmen", "unnamed: bandits"


def blamed(page):
    return {(c.party, c.polarity) for c in page.claims if c.aspect == "responsibility"}


def bearers(page):
    return {c.party for c in page.claims if c.aspect == "killed"}


@pytest.mark.parametrize(
    ("text", "party"),
    [
        # They are the armed men of the sentence before.
        ("Gunmen came on motorbikes to Orlu late on Sunday. They killed nine people and abducted four women.", GUNMEN),
        (
            'Gunmen broke into a market in Orlu late on Sunday. "They killed nine people at the well," a'
            " resident said.",
            GUNMEN,
        ),
        # Those whose coming kills did it.
        ("No fewer than nine persons were killed when armed bandits invaded Gidan Orlu on Saturday.", BANDITS),
        ("Nine people died when bandits waylaid a bus near Orlu.", BANDITS),
    ],
)
def test_armed_men_without_a_name_are_blamed_and_bear_the_deaths(read, text, party):
    page = read(text)
    assert blamed(page) == {(party, "affirms")}
    assert bearers(page) == {party}


@pytest.mark.parametrize(
    "text",
    [
        "Farmers were walking home from Orlu. They killed a snake and lost two goats to thieves.",
        "Bandits overran Orlu in 2015 and still hold its market.",
        # What is neither said nor denied is no claim.
        "Three medics were killed when a drone hit a clinic. The SDF did not confirm or deny that it carried"
        " out the strike.",
        "Three medics were killed when a drone hit a clinic. The SDF has neither confirmed nor denied it"
        " carried out the strike.",
    ],
)
def test_nobody_is_blamed(read, text):
    assert not blamed(read(text))


@pytest.mark.parametrize(
    ("text", "party"),
    [
        # The militants of an attack are those whose attack it was.
        (
            "The war began after the Hamas-led assault of May 3, 2023, in which militants killed some 900 people.",
            "Hamas",
        ),
        (
            "The war broke out with Hamas's massacre in Orlu, which saw militants cross the fence, killing 900 people.",
            "Hamas",
        ),
        # A headline describes the one group that the page names.
        (
            "Militants attack base near Orlu\n\nIslamist al Shabaab militants stormed a base near Orlu on"
            " Monday, killing"
            " seven soldiers, officials said.",
            "al-Shabaab",
        ),
        # A movement that nobody knows goes by its name.
        ("Security sources blamed the Dukhan movement for the killing of nine people in Orlu.", "Dukhan movement"),
        ("A sniper of the Dukhan movement shot dead a child in Orlu, residents said.", "Dukhan movement"),
        # Deaths at the hands of an army, and in its operations.
        ("The Local Coordination Committees report 131 dead today at the hands of the Turkish army in Orlu.", "Turkey"),
        ("Four of his companions were killed in a special operation of the Turkish army near Orlu.", "Turkey"),
        # Fighters whose name looks like a person's attack.
        ("Mujahideen attacked two army posts in Helmand yesterday, killing nine soldiers. Kabul was calm.", "Taliban"),
        # Attacks that bear somebody's marks.
        ("Two bombs killed nine people in Orlu. The attacks bear the marks of al-Shabaab.", "al-Shabaab"),
        # A long name of a group, with articles within, is read whole.
        (
            "Nobody claimed the blast, although the Group for the Support of Islam and Muslims, an affiliate of"
            " al-Qaeda,"
            " has said that it was behind similar attacks in March.",
            "JNIM",
        ),
        # Its fighters are those of the group named before.
        (
            "The president declared in May that Boko Haram was crushed. Last month its fighters killed 18 soldiers.",
            "Boko Haram",
        ),
        # Gunmen are the bandits of the page.
        (
            "Gunmen kill nine in Orlu village\n\nNine persons were killed when armed bandits invaded Orlu on Monday.",
            BANDITS,
        ),
        # The soldiers of the caliphate are a group.
        (
            '"The soldiers of the caliphate stormed a barracks of the army near Orlu and killed 22," it said.',
            "Islamic State",
        ),
    ],
)
def test_one_party_alone_is_blamed(read, text, party):
    assert blamed(read(text)) == {(party, "affirms")}


@pytest.mark.parametrize(
    ("text", "party"),
    [
        # A league answers for its members.
        (
            "Six people died in an attack on Orlu. The secretary of Miyetti Allah denied the involvement of his"
            " members.",
            "Miyetti Allah",
        ),
        (
            "Six people were killed in Orlu on Monday. Bello Risku, the chairman of Miyetti Allah, denied that"
            " his members"
            " were involved in the attack.",
            "Miyetti Allah",
        ),
        # The involvement of others is denied too.
        ("Six people were killed in Orlu on Monday. The mayor denied that herders were involved.", "herders"),
    ],
)
def test_involvement_is_denied(read, text, party):
    assert blamed(read(text)) == {(party, "denies")}


@pytest.mark.parametrize(
    ("text", "party"),
    [
        # An adjective in a headline describes no group.
        (
            "Nine killed in terrorist attacks\n\nNine people were killed in terrorist attacks in Orlu. In Tarsu"
            " the army"
            " destroyed hideouts of Islamic State terrorists.",
            "Islamic State",
        ),
        # A faith names no movement.
        ("Officials blamed the Sunni group for the killing of nine.", "Sunni group"),
    ],
)
def test_what_names_no_group_blames_none(read, text, party):
    assert (party, "affirms") not in blamed(read(text))


def test_they_in_a_witness_words_are_the_pages_one_band(read):
    page = read(
        "Six persons died when suspected herders invaded Orlu. A resident said that the people were coming back from"
        ' their farms.\n\n"They were many and wore black. They killed four of our people at the stream," he said.'
    )
    assert {c.party for c in page.claims if c.span.exact.startswith("four")} == {"herders"}


@pytest.mark.parametrize(
    "text",
    [
        "Unidentified gunmen killed nine people in Orlu on Monday. On Sunday bandits raided Tarsu and killed four.",
        "Gunmen killed nine people in Orlu on Monday. The army said it had killed four bandits.",
    ],
)
def test_gunmen_of_whom_nothing_is_known_stay_gunmen(read, text):
    assert (GUNMEN, "affirms") in blamed(read(text))
