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
