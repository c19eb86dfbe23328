from counterclaim.lexicon import Lexicon
from counterclaim.model import Document, Role
from counterclaim.stages.passages import split_passages

LINES = """Harl Front
Civil defence crews say one man died and eight were hurt in Tarnholt last night
The army says its planes were not over the valley before the blast
Ministry: "We know of the reports. We look into them."
A union of drivers says its members will not go to Tarnholt this week
The head of the clinic told us that the number of dead has risen to two
Two of the hurt were taken to Veskad and one of them is in a grave state"""


def roles(text: str, lexicon: Lexicon, outlet: str | None) -> list[Role]:
    return [p.role for p in split_passages(Document("p", text, outlet), lexicon)]


def test_the_lines_of_a_post_are_no_links_for_want_of_full_stops(lexicon: Lexicon) -> None:
    assert Role.RELATED not in roles(LINES, lexicon, None)


def test_headlines_after_an_article_stay_links(lexicon: Lexicon) -> None:
    article = "Planes hit the town of Tarnholt on Monday and killed four people there, officials said. " * 3
    links = "Army says it took Veskad\nFour hurt in Harl as bus is hit\nMinister denies that planes hit Tarnholt"
    assert roles(f"{article}\n{links}", lexicon, "Harl Daily")[-3:] == [Role.RELATED] * 3


def test_a_platform_makes_a_page_a_post(lexicon: Lexicon) -> None:
    links = "Army says it took Veskad\nFour hurt in Harl as bus is hit\nMinister denies that planes hit Tarnholt"
    assert Role.RELATED not in roles(
        f"Planes hit Tarnholt on Monday, officials said.\n{links}", lexicon, "Harl (Telegram)"
    )
