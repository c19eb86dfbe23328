"""Whose "the ministry", "the army" and "the coalition" are, told by the shipped catalogue."""


def parties(page):
    return [s.party for s in page.statements]


def test_a_sentence_may_open_with_the_state_whose_body_speaks(read):
    page = read(
        "A village in Burkina Faso was raided on Sunday. Burkina Faso's army said nine people had died.\n\n"
        "In neighbouring Niger, the interior ministry said two people were killed."
    )
    assert parties(page)[-1] == "Nigerien Interior Ministry"


def test_a_seat_of_power_opens_a_sentence_too(read):
    page = read(
        "Shells fell on a market in Congo on Sunday. The Congolese army said nine people had died.\n\n"
        "In Kigali the army said that two soldiers were wounded."
    )
    assert parties(page) == ["Congolese army", "Rwandan army"]


def test_a_ministry_named_by_its_nation_is_not_the_last_one_that_spoke(read):
    page = read(
        "Armenia's defence ministry said two soldiers were killed. Azerbaijan's defence ministry said nine had died. "
        "The Armenian ministry said that three more were wounded."
    )
    assert parties(page)[-1] == "Armenian Defence Ministry"


def test_the_coalition_is_the_one_that_fights_in_the_country(read):
    page = read(
        "An air strike hit a market in Yemen on Sunday. The coalition said that nine fighters had died in Saada."
    )
    assert parties(page) == ["Saudi-led coalition"]


def test_a_listed_spokesman_stands_for_a_house_that_the_page_does_not_name(read):
    page = read("The head of the monitoring group Rami Abdel Rahman told reporters that nine people had died in Syria.")
    assert parties(page) == ["Syrian Observatory for Human Rights"]


def test_a_general_speaks_for_the_army_that_he_is_said_to_command(read):
    page = read(
        "Clashes broke out in Colombia on Sunday. General Oren Vale, who commands the army's third brigade, said that "
        "nine people had died."
    )
    assert parties(page) == ["Colombian army"]


def test_a_misparsed_state_broadcaster_goes_by_all_its_words(read):
    page = read("Syrias government run TV said that nine people were killed in Damascus on Sunday.")
    assert parties(page) == ["Syrian state television"]
