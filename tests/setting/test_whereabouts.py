"""Which words of a page are places where something may have happened, and what speaks against them."""

from collections.abc import Callable

import pytest

from counterclaim.lexicon import load_lexicon
from counterclaim.model import Document
from counterclaim.pipeline import read_findings
from counterclaim.resources import Resources
from counterclaim.setting.hanging import hangs
from counterclaim.setting.nearness import PROVINCE, bare_key, fineness
from counterclaim.setting.reader import SceneReader
from counterclaim.setting.shares import counts
from counterclaim.setting.spots import Spot
from counterclaim.stages.settings import read_scenes

Reads = Callable[[str], SceneReader]
OF_A_PARTY = "Six people were killed in strikes on the so-called Islamic State in Iraq and Syria in the town of Manbij."


@pytest.fixture
def reads(resources: Resources) -> Reads:
    def read(text: str) -> SceneReader:
        document = Document("d", text, published="2019-04-10")
        told = read_findings(document, resources)
        return read_scenes(document, told.findings, told.parse, told.mentions, told.times, load_lexicon())

    return read


def spots(reader: SceneReader) -> dict[str, Spot]:
    return {s.place.name: s for found in reader.where.spots.values() for s in found}


def first_place(reader: SceneReader) -> str | None:
    place = next(s for s in reader.scenes() if s.findings).place
    return place.name if place else None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Shells struck the village of Old Marrow held by rebels, killing four people.", "Old Marrow"),
        ("Four people were killed in an attack against the Tarnholt gas field.", "Tarnholt gas field"),
        ("Four people were killed in Tarnholt frontline.", "Tarnholt"),
        ("Shells hit al Zehr village in Homs province, killing four people.", "al Zehr village"),
        (
            "Gunmen fired shells at al-Tarnim residential neighborhood, killing four.",
            "al-Tarnim residential neighborhood",
        ),
        # An outlet's name after "the town of" is a town's.
        (
            "Gunmen opened fire in the town of Jadeed Marrow in Homs province, killing four people.",
            "Jadeed Marrow",
        ),
        # A name is read whole, and a capital by its country.
        ("Shells struck the village of Stepova Balkana on Monday, killing four people.", "Stepova Balkana"),
        ("Six people were killed near Lozova-Norda, in Kharkiv region.", "Lozova-Norda"),
        ("A minivan blew up in the Afghan capital, killing 12.", "Kabul"),
    ],
)
def test_a_place_may_be_the_scene_though_no_list_has_it(reads: Reads, text: str, name: str) -> None:
    assert name in spots(reads(text))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Four people were killed in a mostly Alawite neighbourhood.", "Alawite neighbourhood"),
        ("Four people were killed in an attack in Homs Earlier two people were wounded.", "Earlier"),
        # A country before a market stays a country.
        ("Eleven people were killed in a Syria market air strike on Sunday.", "Syria market"),
        # The longer name of a party leaves no country.
        (OF_A_PARTY, "Iraq"),
        (OF_A_PARTY, "Syria"),
    ],
)
def test_what_names_no_place_is_none(reads: Reads, text: str, name: str) -> None:
    assert name not in spots(reads(text))


def test_a_road_between_two_towns_keeps_both(reads: Reads) -> None:
    assert set(spots(reads("Ten people were killed on the Homs-Hama road on Monday."))) == {"Homs-Hama road"}


def test_the_countryside_of_a_town_is_wide(reads: Reads) -> None:
    wide = spots(reads("Four people were killed on a farm in the countryside of the city of Homs."))["Homs"]
    town = spots(reads("Four people were killed on a farm in the city of Homs."))["Homs"]
    assert fineness(wide.place) == PROVINCE > fineness(town.place)


@pytest.mark.parametrize(
    ("against", "plain"),
    [
        ("Months of talks in Geneva failed to end the war.", "Months of shelling in Geneva followed."),
        (
            "Militants located in Homs shelled the town of Manbij, killing four.",
            "A bakery located in Homs was shelled, killing four.",
        ),
        (
            "According to a doctor in Homs four people were killed.",
            "According to a doctor four people were killed in Homs.",
        ),
    ],
)
def test_where_people_met_stood_or_spoke_has_more_against_it(reads: Reads, against: str, plain: str) -> None:
    name = "Geneva" if "Geneva" in against else "Homs"
    assert spots(reads(against))[name].cost > spots(reads(plain))[name].cost


def test_a_meeting_that_was_struck_was_there(reads: Reads) -> None:
    struck = spots(reads("Warplanes bombed a meeting in Homs, killing four."))["Homs"]
    held = spots(reads("Officials spoke of four killed after a meeting in Homs."))["Homs"]
    assert struck.cost < held.cost


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("Warplanes bombed Homs, killing four.", "struck"),
        ("Warplanes bombed the city of Homs, killing four.", "struck"),
        ("Shells fell on Homs, killing four.", "on"),
        ("Four people were killed near Homs.", "near"),
        ("Four people were killed in Homs.", "in"),
    ],
)
def test_how_a_place_hangs_on_what_is_told(reads: Reads, text: str, how: str) -> None:
    reader = reads(text)
    assert hangs(reader.parse, reader.where, spots(reader)["Homs"]) == how


def test_the_highest_count_of_each_place(reads: Reads) -> None:
    text = "Shells killed four in the village of Old Marrow. Six died in Old Marrow. Nine died in Lowmere village."
    found = counts(reads(text).scenes())["killed"]
    assert {key: n for (key, _), n in found.items()} == {"old marrow": 6, "lowmere": 9}


def test_a_name_with_its_kind_is_the_same_place() -> None:
    assert bare_key("al-Tarnim residential neighborhood") == bare_key("Al-Tarnim") == "tarnim"
    assert bare_key("village") == "village"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Four people were killed in the Kharkiv suburb of Tarnim on Monday.", "Tarnim"),
        ("Raids took nine lives in the besieged east Aleppo district of Tarnim.", "Tarnim"),
        ("Four people were killed in the Tarnim suburb of Kharkiv.", "Tarnim suburb"),
        ("A mine hit a convoy near Monywa in Tarnim village, killing eight soldiers.", "Tarnim village"),
        ("Gunmen attacked Zarwa and Kimbar communities in Plateau State, killing nine people.", "Zarwa"),
        (
            "A shell fell on Tarnim Street in al-Velmar neighborhood in Aleppo city, killing two.",
            "al-Velmar neighborhood",
        ),
        ("In Kharkiv, five citizens were killed in a strike that hit a tent in Tarnim area.", "Tarnim area"),
        ("Mines killed two herders in the Tarnim area in the Syrian capital Damascus.", "Tarnim area"),
        ("Mines killed two herders in the Syrian capital Damascus.", "Damascus"),
        ("Nine died as rockets struck central Damascus.", "central Damascus"),
        ("Two bakers died in the army's pounding of Velmar city in south Idlib.", "Velmar city"),
        ("A shell fell on Tarnim village in al-Velmar area, killing five.", "Tarnim village"),
        (
            "Shells fell on the Abu Hashaba camp, killing five people.",
            "Abu Hashaba camp",
        ),
        ("Rockets took two lives in Daraa Syria.", "Daraa"),
        ("Gunmen stormed Zarwa, Kimbar and Tolna villages in Plateau State and killed nine people.", "Zarwa"),
        ("The ministry said that 36 corpses had been recovered in Tarnim village.", "Tarnim village"),
        (
            "Shelling of Homs went on: five were hurt when a shell hit Tarnim village in Homs province.",
            "Tarnim village",
        ),
    ],
)
def test_of_several_names_the_one_meant_is_taken(reads: Reads, text: str, name: str) -> None:
    assert first_place(reads(text)) == name


def test_each_count_has_its_own_province(reads: Reads) -> None:
    text = "Nine herders died in Aleppo province and four drivers died in Idlib province."
    places = [s.place.name for s in reads(text).scenes() if s.findings and s.place]
    assert places == ["Aleppo province", "Idlib province"]


def test_where_a_source_sits_nothing_happened(reads: Reads) -> None:
    found = spots(reads("The toll of the attack on Tarnim village reached 51 a source in Kharkiv hospital told News."))
    assert "Kharkiv hospital" not in found or found["Kharkiv hospital"].cost > found["Tarnim village"].cost + 3


@pytest.mark.parametrize(
    ("against", "plain"),
    [
        ("The government in Bamako said that 40 civilians had died.", "Bamako"),
        ("Two of the wounded died in a clinic in Sfax.", "Sfax"),
        ("Ten people, nine of them natives of Tarnholt town, died.", "Tarnholt town"),
        ("Nine herders drowned as they waded through the Euphrates River.", "Euphrates River"),
    ],
)
def test_seats_wards_homes_and_rivers_have_something_against_them(reads: Reads, against: str, plain: str) -> None:
    found = spots(reads(against))
    assert plain not in found or found[plain].cost > 0.9


def test_a_family_or_an_outlet_told_is_no_place(reads: Reads) -> None:
    found = spots(reads("Four of the dead were from the al-Jawabra family, the police told Kobani Street."))
    assert not found


def test_an_end_of_a_road_on_which_something_happened_is_kept(reads: Reads) -> None:
    assert first_place(reads("Six guards were killed on the highway between Sake and Goma.")) in ("Sake", "Goma")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        # Where a page was written, whatever mark ends the line.
        (
            "Jets kill nine\n\nBANGKOK: Nine people were killed when jets bombed the village of Tarnholt, locals said.",
            "BANGKOK",
        ),
        (
            "ERBIL, Kurdistan Region of Iraq - Nine were killed in clashes in the town of Tarnholt, a monitor said.",
            "Kurdistan Region of Iraq",
        ),
        (
            "VELMAR, Nineveh - Nine people were killed when a bomb hit a bus in the village of Tarnholt, police said.",
            "Nineveh",
        ),
        # Where rulers sit, and hospitals stand.
        ("Nine people were killed in the village of Tarnholt by the Baghdad government.", "Baghdad"),
        ("Nine people were killed in the village of Tarnholt. The army of the Bamako junta denied it.", "Bamako"),
        ("Gunmen raided the village of Tarnholt. The Mosul general hospital received nine wounded.", "Mosul"),
        ("Gunmen raided the village of Tarnholt. A hospital in Mosul admitted nine wounded.", "Mosul"),
        ("Nine people died in the village of Tarnholt, Hon. Musa Velmar said.", "Hon."),
    ],
)
def test_where_pages_are_written_rulers_sit_and_hospitals_stand_is_no_scene(
    reads: Reads, text: str, place: str
) -> None:
    found = spots(reads(text))
    assert not any(name.startswith(place) for name in found)
    assert any("Tarnholt" in name for name in found)


@pytest.mark.parametrize(
    ("text", "town"),
    [
        ("BAGHDAD: Nine killed", "BAGHDAD"),
        (
            "BAGHDAD: Nine people were killed when gunmen stormed a shop near the old bridge on Monday.\n\n"
            "MOSUL: Four people were killed when a bomb went off beside a patrol in the old city.",
            "MOSUL",
        ),
    ],
)
def test_a_headline_or_one_of_many_labels_is_no_dateline(reads: Reads, text: str, town: str) -> None:
    assert town in spots(reads(text))


@pytest.mark.parametrize("town", ["BAGHDAD", "Baghdad"])
def test_the_place_behind_a_page_s_stamp_is_its_dateline(reads: Reads, town: str) -> None:
    told = "Iraqi forces killed four people in Mosul on Monday a monitor said."
    assert town not in spots(reads(f"Last updated at Oct 082017 {town} {told}"))
    assert town in spots(reads(f"Published October 6 2014 {town} Car Bomb Kills Four"))
    assert town in spots(reads(f"Published October 6 2014 {town} residents fled when four people were killed there."))
