"""Places that no list has, and places where people are only brought."""

from collections.abc import Callable

import pytest

from counterclaim.lexicon import load_lexicon
from counterclaim.model import Document
from counterclaim.pipeline import read_findings
from counterclaim.resources import Resources
from counterclaim.stages.settings import read_scenes

Named = Callable[[str], set[str]]


@pytest.fixture
def named(resources: Resources) -> Named:
    """The names of a text's places at which something told may have happened."""

    def read(text: str) -> set[str]:
        document = Document("d", text, published="2019-04-10")
        told = read_findings(document, resources)
        reader = read_scenes(document, told.findings, told.parse, told.mentions, told.times, load_lexicon())
        return {s.place.name for found in reader.where.spots.values() for s in found}

    return read


@pytest.mark.parametrize(
    ("text", "place"),
    [
        (
            "Gunmen on motorcycles stormed Umm Jurab, a village in the Sennar hills, and shot dead 60 people.",
            "Umm Jurab",
        ),
        ("Raids on two other villages, Sare Wouda and Diankou, killed nine people on Tuesday.", "Sare Wouda"),
        ("A raid on a village called Ban Morkh killed five people on Monday.", "Ban Morkh"),
        ("Rebels burned six trucks on Wednesday and killed four drivers at Kombi Maya.", "Kombi Maya"),
        ("Shells hit the Absaran Square on Monday and killed four people.", "Absaran Square"),
        ("Insurgents attacked Brovkane on Monday and killed nine people.", "Brovkane"),
        (
            "Four people were killed by a mine in the Angoor Brovkane area of South Marrow district.",
            "Angoor Brovkane area",
        ),
        ("A jet bombed Buur-u-sheelo village on Monday, killing a woman.", "Buur-u-sheelo village"),
    ],
)
def test_words_beside_a_name_make_it_a_place(named: Named, text: str, place: str) -> None:
    assert place in named(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Four soldiers were killed, the General Council in Marrow said at Press House.", "General Council"),
        ("In the village, Ana Velk said, four people were killed by a shell.", "Ana Velk"),
        ("A shell killed Ana Velk, a university student, and three other people on Monday.", "Ana Velk"),
    ],
)
def test_those_who_speak_or_suffer_are_no_places(named: Named, text: str, name: str) -> None:
    assert name not in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed six people in Dnipro. The wounded were taken to the hospital in Vinnytsia.",
        "A bomb killed six people in Dnipro. Four others are receiving treatment at a clinic in Vinnytsia.",
        "A bomb killed six people in Dnipro. Two more succumbed to their wounds in Vinnytsia.",
    ],
)
def test_where_the_wounded_are_brought_nothing_happened(named: Named, text: str) -> None:
    assert named(text) == {"Dnipro"}


def test_a_hospital_that_is_struck_is_a_place(named: Named) -> None:
    assert "Vinnytsia" in named("Rockets struck a hospital in Vinnytsia on Monday, killing six people.")


def test_a_branch_is_not_where_its_region_lies(named: Named) -> None:
    assert named("A drone strike on al-Qaeda in the Islamic Maghreb killed three fighters near Dnipro.") == {"Dnipro"}


def test_a_land_that_is_a_party_too(named: Named) -> None:
    assert "Puntland" in named("Four people were killed by a mine in Puntland on Monday.")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Obrek: six family members killed by a mortar.\n\nA shell hit their house, the mayor said.", "Obrek"),
        ("● [15:45] Kafr Sindan: a family of four killed by artillery.", "Kafr Sindan"),
        ("Hadrim. The town on the slopes was the target of a car bomb: nine dead.", "Hadrim"),
        ("The death toll of the Sindaraz explosion rose to eleven.", "Sindaraz"),
        ("Their shells fell on Dahiyat al-Marsad and injured three people.", "Dahiyat al-Marsad"),
        ("A bomb at the grain scales of Marbuka killed six people.", "Marbuka"),
        ("Six people were killed in the massacre in #Farkuna.", "Farkuna"),
        ("The worst hit was Dinangora, where 52 people were killed.", "Dinangora"),
        ("Four guards were killed at the Umm al-Kadar crossing.", "Umm al-Kadar crossing"),
        ("Jets attacked Min Tashel on Tuesday and killed three farmers.", "Min Tashel"),
        ("Gunmen fired on a bus on the road to Velmitsa, killing two people.", "Velmitsa"),
        ("A bomb killed four people at KM40, in the south.", "KM40"),
        ("Place: Sitio Manggahan, Homs.\nVictims: two people were killed.", "Sitio Manggahan"),
        ("1. Tashmira – two deminers were killed by a mine.", "Tashmira"),
        ("The detachment of Kossagui was attacked and nine soldiers were killed.", "Kossagui"),
    ],
)
def test_a_name_that_stands_as_places_do_is_a_candidate(named: Named, text: str, place: str) -> None:
    """Labels, tags, what is struck or said to lie somewhere: no noun for places need stand beside the name."""
    assert place in named(text)


@pytest.mark.parametrize(
    "text",
    [
        "Heavy bombardment of Damascus killed four people.",
        "Update: four people were killed in Damascus.",
        "Grad missiles killed four people in Damascus.",
        "In the early hours of Wednesday, four people were killed in Damascus.",
    ],
)
def test_plain_words_and_weapons_are_no_places(named: Named, text: str) -> None:
    """What heads a line or stands before an attack may be any word."""
    assert named(text) == {"Damascus"}


def test_who_speaks_after_a_title_is_no_place(named: Named) -> None:
    """A line may be headed by whoever gives the number."""
    assert named("23:10 Deputy PM Olha Hrynko: 7,412 people were evacuated from Dnipro today.") <= {"Dnipro"}


@pytest.mark.parametrize(
    "text",
    [
        "A bomb killed six people in Dnipro. Four more are in hospitals of Vinnytsia and Poltava.",
        "A bomb killed six people in Dnipro. One of the injured died in hospital in Vinnytsia.",
        "A bomb killed six people in Dnipro. Two more were brought to Vinnytsia in Ukraine's Vinnytsia region.",
        "A bomb killed six people in Dnipro. Nine others are being cared for in Vinnytsia.",
    ],
)
def test_neither_did_it_in_other_towns_of_care(named: Named, text: str) -> None:
    """What is said of one town of a list, or of the region of a town, is said of both."""
    assert named(text) == {"Dnipro"}


def test_a_road_between_two_towns_is_one_place(named: Named) -> None:
    assert named("Three soldiers died when a mine exploded on the Homs–Palmyra highway.") == {"Homs–Palmyra highway"}


@pytest.mark.parametrize(
    "text",
    [
        "Damascus (Lantern) — Two people were killed in Homs.\n\nA Lantern reporter saw four bodies.",
        "DAMASCUS (Marsh Courier): Two people were killed in Homs.",
        "Case: Killing and injury\nVictims: two people were killed in Homs.",
        "Elders of the Gari are to meet after a blast killed two people in Homs.",
    ],
)
def test_outlets_fields_of_forms_and_peoples_are_no_places(named: Named, text: str) -> None:
    assert named(text) <= {"Damascus", "DAMASCUS", "Homs"}


def test_a_village_stops_before_its_region_where_a_comma_was_lost(read):
    text = "Debris fell on a house in the village of Staraya Melnitsa Belgorod region and one civilian was killed."
    assert [c.place.name for c in read(text).claims if c.aspect == "killed"] == ["Staraya Melnitsa"]
