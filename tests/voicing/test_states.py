def voices(page):
    return [s.party for s in page.statements]


def test_a_plain_ministry_is_that_of_the_place_and_not_of_a_state_named_in_passing(read):
    page = read(
        "A bomb went off in a market in Baghdad on Sunday. The interior ministry said nine people had died.\n\n"
        "Turkey sent doctors and Turkey offered beds. Turkey was thanked."
    )
    assert voices(page)[0] == "Iraqi Interior Ministry"


def test_a_minister_is_of_the_ministry_that_has_spoken(read):
    page = read(
        "Azerbaijan's defence ministry said two people were killed. “Shells came from Armenia,” "
        "Defence Minister Amir Lo said."
    )
    assert voices(page) == ["Azerbaijani Defence Ministry", "Azerbaijani Defence Ministry"]


def test_the_army_in_a_land_without_one_is_that_of_its_occupier(read):
    page = read(
        "Palestinian medics said nine people had died in Gaza and in Rafah. One soldier died in a tank, the army said."
    )
    assert voices(page)[-1] == "Israeli military"


def test_a_service_that_each_land_has_is_that_of_the_land_told_of(read):
    page = read("Shells hit Gharyan and Zintan. In Benghazi nine people died, according to the Red Crescent.")
    assert voices(page)[-1] == "Libyan Red Crescent"


def test_a_state_joined_to_the_subject_is_not_where_it_happened(read):
    page = read(
        "Mortars hit Nusaybin, Mardin and Sanliurfa. Turkey and Russia are to meet, President Vladimir Putin said. "
        "The defence ministry said two soldiers had died in Mardin."
    )
    assert voices(page)[-1] == "Turkish Defence Ministry"


def test_a_name_without_a_word_of_its_bearer_is_the_governor_who_has_just_spoken(read):
    page = read("Kharkiv's governor said nine people had died. Two more were killed, Ivan Bondar wrote on Telegram.")
    assert [c.voice for c in page.claims] == ["Kharkiv regional military administration"] * 2


def test_a_ministry_of_one_of_two_governments_is_the_lands(read):
    claims = read(
        "Shells fell on Tripoli. The Health Ministry of the government in Tobruk said that 43 people had died."
    ).claims
    assert {c.voice for c in claims} == {"Libyan Health Ministry"}


def test_who_is_said_to_serve_in_a_force_speaks_for_it(read):
    raid = "Gunmen stormed two Somali army bases in Lower Shabelle on Saturday. "
    for words in ("Abdi Olaw, a military officer in Orlu", "Major Abdi Olaw, an army officer in Orlu"):
        page = read(f"{raid}Nine soldiers died, said {words}.")
        assert voices(page)[-1].startswith("Somali"), words
    assert voices(read(f"{raid}Nine soldiers died, said Abdi Olaw, a retired teacher."))[-1] != "Somali military"


def test_a_loyal_houses_defence_ministry_is_its_own_countrys_wherever_its_army_fights(read):
    text = "Turkish forces killed nine fighters in northern Syria, the National Defense Ministry said on Sunday."
    assert voices(read(text, outlet="Anadolu Agency"))[-1] == "Turkish Defence Ministry"
    plain = "Nine people were killed in northern Syria, the Defense Ministry said on Sunday."
    assert voices(read(plain, outlet="Anadolu Agency"))[-1] == "Syrian Defence Ministry"


def test_a_presidents_spokesman_is_that_of_the_state_that_has_spoken(read):
    page = read(
        "Chad said on Monday that nine soldiers had died near Lake Chad, on the border of Nigeria.\n\n"
        "“Ten more are wounded,” presidential spokesman Amir Lo said."
    )
    assert voices(page) == ["Chad", "Chad"]
