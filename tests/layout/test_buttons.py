import pytest

from counterclaim.layout.buttons import is_address, is_picture_credit
from counterclaim.layout.lines import Line
from counterclaim.layout.words import PageWords
from counterclaim.lexicon import load_lexicon

BUTTONS = PageWords.of(load_lexicon()).buttons


def line(text: str) -> Line:
    return Line(0, len(text), text)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Facebook Twitter Email Print", "social"),
        ("X | Telegram | WhatsApp", "social"),
        ("Home News Sport Weather", "navigation"),
        ("English · Français · العربية", "navigation"),
        ("Download the transcript (PDF)", "navigation"),
        ("Share this story with friends", "social"),
        ("Subscribe to our channel", "appeal"),
        ("Tarnex 100 2,310.40 -0.31%", "navigation"),
        ("Lowmere 17°C", "navigation"),
        ("Tel: (+00 2) 55 01", "navigation"),
        ("[2/5]", "navigation"),
        ("👍 40 😢 7", "social"),
        ("(TNG)", "credit"),
        ("Photo: Ann Lee / Tarn Pictures", "credit"),
        ("We and our partners use cookies on this device.", "navigation"),
        ("Jan Pell does not work for, consult or own shares in any company.", "biography"),
        ("This essay was originally published on The Marrow Page.", "credit"),
    ],
)
def test_furniture_by_its_build(text, role):
    assert BUTTONS.role(line(text)) == role


@pytest.mark.parametrize(
    "text",
    [
        "Share prices fall after the raid on Tarn",
        "Download of the dead man's page led police to his killers, the court said.",
        "Homes burned in Lowmere",
        "Photo: the mayor of Tarn walks over the ruined bridge",
        "The army lost -3 points",
        "Watchdog counts the dead of Old Marrow",
        "“We use cookies as bribes,” the smuggler said.",
    ],
)
def test_the_articles_own_lines_are_left_alone(text):
    assert BUTTONS.role(line(text)) is None


@pytest.mark.parametrize("text", ["Other statements", "More from the coast", "Previous episode", "Latest stories"])
def test_headings_of_lists(text):
    assert BUTTONS.heads_list(line(text))


@pytest.mark.parametrize("text", ["Other villages burned", "Most of the dead", "More than forty killed in Tarn"])
def test_subheads_are_no_headings_of_lists(text):
    assert not BUTTONS.heads_list(line(text))


def test_pictures_and_addresses():
    assert is_picture_credit(line("Image: TNG"))
    assert not is_picture_credit(line("Photos: families search the rubble"))
    assert is_address(line("12 Quay Road, 3rd Floor, Lowmere"))
    assert not is_address(line("Shells hit 12 houses on Quay Road, the mayor said."))


@pytest.mark.parametrize("text", ["", "\ud800", "°" * 500, "| " * 400, "+" * 400])
def test_odd_lines_do_not_raise(text):
    BUTTONS.role(line(text))
