"""Names on a page, by the real parser, catalogue and gazetteer; what is told of is invented."""

from collections.abc import Callable
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counterclaim.model import Mention
from counterclaim.resources import Resources
from counterclaim.stages.mentions import find_mentions
from counterclaim.syntax import Parse, Sentence, Token

Find = Callable[[str], tuple[Mention, ...]]


@pytest.fixture(scope="module")
def find(resources: Resources, parse: Callable[[str], Parse]) -> Find:
    def run(text: str) -> tuple[Mention, ...]:
        return find_mentions(parse(text), resources.catalogue, resources.gazetteer, resources.lexicon)

    return run


def kinds(mentions: tuple[Mention, ...]) -> dict[str, str]:
    return {m.span.exact: m.kind for m in mentions}


def parties(mentions: tuple[Mention, ...]) -> dict[str, str]:
    return {m.span.exact: m.party.name for m in mentions if m.party}


def the(mentions: tuple[Mention, ...], exact: str) -> Mention:
    return next(m for m in mentions if m.span.exact == exact)


def test_parties_and_outlets_have_their_canonical_name(find: Find) -> None:
    found = find(
        "A raid killed nine people, the Britain-based Syrian Observatory for Human Rights told Reuters on Monday."
    )
    assert parties(found) == {
        "Britain-based Syrian Observatory for Human Rights": "Syrian Observatory for Human Rights",
        "Reuters": "Reuters",
    }
    assert the(found, "Reuters").kind == "outlet"


def test_mentions_stand_in_order_without_overlap_and_hold_their_words(find: Find) -> None:
    text = "Israeli jets struck Tyre, in southern Lebanon, Al-Manar TV said, while Hezbollah hit Haifa."
    found = find(text)
    assert len(found) >= 6
    ends = 0
    for m in found:
        assert m.span.start >= ends
        ends = m.span.end
        assert text[m.span.start : m.span.end] == m.span.exact
        assert m.first <= m.token < m.stop


def test_adjectives_are_people_with_a_party(find: Find) -> None:
    found = find("Russian air strikes hit a market, and Syrian refugees fled towards US bases.")
    assert {m.span.exact: (m.kind, m.party and m.party.name) for m in found} == {
        "Russian": ("people", "Russia"),
        "Syrian": ("people", "Syrian government"),
        "US": ("people", "United States"),
    }


def test_states_and_capitals_are_places_with_a_party(find: Find) -> None:
    found = find("Moscow said that troops had crossed into Ukraine near Kharkiv.")
    moscow, ukraine, kharkiv = found
    assert (moscow.kind, moscow.party and moscow.party.name) == ("place", "Russia")
    assert (ukraine.kind, ukraine.place and ukraine.place.precision) == ("place", 6)
    assert kharkiv.party is None
    assert kharkiv.place
    assert kharkiv.place.precision == 2  # near


def test_words_that_make_a_place_more_precise_belong_to_it(find: Find) -> None:
    found = find("Shells fell on western rural Aleppo, in Homs province, at Kuweires airport and in northern Syria.")
    precision = {m.span.exact: m.place.precision for m in found if m.place}
    assert precision == {"western rural Aleppo": 4, "Homs province": 4, "Kuweires airport": 1, "northern Syria": 5}


def test_places_named_like_parties_and_persons_like_places(find: Find) -> None:
    found = find("The Islamic State of Iraq and the Levant and the Levant Front denied it. Omar Homsi said so in Homs.")
    assert kinds(found) == {
        "Islamic State of Iraq and the Levant": "party",
        "Levant Front": "party",
        "Omar Homsi": "person",
        "Homs": "place",
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Nine died in the village of Quornat al-Velk on Sunday.", "Quornat al-Velk"),
        ("Shells hit the Norvelk neighbourhood of Aleppo.", "Norvelk neighbourhood"),
        ("Rockets fell near Tal Quorn overnight.", "Tal Quorn"),
        ("The shelling on al-Quornavel killed two.", "al-Quornavel"),
    ],
)
def test_unknown_places_are_found_by_where_they_stand(find: Find, text: str, name: str) -> None:
    place = the(find(text), name).place
    assert place is not None
    assert (place.name, place.lat, place.ref) == (name, None, None)


def test_a_name_that_is_once_a_place_is_one_all_over_the_page(find: Find) -> None:
    found = find("Nine died in the town of Velkovar. Residents fled. Velkovar has been shelled for weeks.")
    assert [m.kind for m in found if "Velkovar" in m.span.exact] == ["place", "place"]


def test_acronyms_in_a_line_of_capitals_are_words(find: Find) -> None:
    assert "IS" not in parties(find("THE CITY IS BURNING, GOVERNOR TELLS US ALL"))
    assert parties(find("The town fell to IS in May."))["IS"] == "Islamic State"


def test_names_that_are_words_need_to_speak(find: Find) -> None:
    assert not parties(find("Time will tell at dawn."))
    assert parties(find("A doctor told Time magazine that nine had died."))["Time magazine"] == "Time"


def test_lost_apostrophes_do_not_hide_names(find: Find) -> None:
    found = find("Russias defence ministry denied it and Syrias army was silent about Aleppos markets.")
    assert parties(found) == {"Russias defence ministry": "Russian Defence Ministry", "Syrias army": "Syrian army"}
    aleppo = the(found, "Aleppos").place
    assert aleppo is not None
    assert (aleppo.name, aleppo.ref) == ("Aleppo", "geonames:170063")


def test_speakers_are_persons_with_the_party_they_speak_for(find: Find) -> None:
    found = find("Turki al-Maliki said it was under review. Maliki gave no figures.")
    assert {(m.kind, m.party and m.party.name) for m in found} == {("person", "Saudi-led coalition")}


def test_parties_of_one_name_are_parted_by_the_country_of_the_page(find: Find) -> None:
    assert parties(find("The SNA shelled Afrin in Syria, in Syrian sources' words."))["SNA"] == "Syrian National Army"
    assert (
        parties(find("The SNA left Mogadishu, in Somalia, in Somali sources' words."))["SNA"] == "Somali National Army"
    )


def test_namesakes_are_decided_by_the_page(find: Find) -> None:
    libya = the(find("Fighting spread from Misrata to Tripoli, in western Libya."), "Tripoli").place
    lebanon = the(find("Fighting spread from Beirut to the city of Tripoli, in northern Lebanon."), "Tripoli").place
    assert libya is not None
    assert lebanon is not None
    assert (libya.country, lebanon.country) == ("LY", "LB")


def test_what_is_based_somewhere_is_not_there(find: Find) -> None:
    assert "place" not in kinds(find("The Geneva-based group and US-backed fighters denied it.")).values()


def test_a_page_without_tokens_has_no_mentions(resources: Resources) -> None:
    empty = Parse("", (), ())
    assert find_mentions(empty, resources.catalogue, resources.gazetteer, resources.lexicon) == ()


WORDS = st.sampled_from(
    ["al", "-", "Bab", "’s", "'", "the", "US", "of", "Aleppo", "Russias", "“", "😀", "province", ",", "\ud800", "IS"]
) | st.text(min_size=1, max_size=6).filter(str.strip)  # fmt: skip
ENTITIES = st.sampled_from(["", "GPE", "PERSON", "ORG", "DATE"])


@given(st.lists(st.tuples(WORDS, ENTITIES, st.booleans(), st.integers(0, 11)), max_size=12))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_tokens_are_read(resources: Resources, drawn: list[tuple[str, str, bool, int]]) -> None:
    tokens: list[Token] = []
    at = 0
    for i, (word, entity, opens, head) in enumerate(drawn):
        tokens.append(
            Token(i, at, at + len(word), word, word.lower(), "PROPN", "NNP", "nmod", min(head, i), entity, opens, 0)
        )
        at += len(word) + opens
    text = "".join(word + " " * opens for word, _, opens, _ in drawn)
    parse = Parse(text, tuple(tokens), (Sentence(0, 0, len(tokens), 0),) if tokens else ())
    found = find_mentions(parse, resources.catalogue, resources.gazetteer, resources.lexicon)
    assert all(text[m.span.start : m.span.end] == m.span.exact for m in found)
    assert all(a.stop <= b.first for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Fighters of the Marsh Liberation Army shelled a village.", "Marsh Liberation Army"),
        ("The ministry accused the Upland Front of it.", "Upland Front"),
        ("The Free Marsh Brigades denied it.", "Free Marsh Brigades"),
    ],
)
def test_an_armed_body_that_no_catalogue_knows_is_a_party(find: Find, text: str, name: str) -> None:
    assert (name, name) in [(m.name, m.party.name) for m in find(text) if m.party]


@pytest.mark.parametrize("text", ["The Armed Forces left.", "The National Guard left.", "The army left for the front."])
def test_a_plain_body_is_no_party_of_its_own(find: Find, text: str) -> None:
    assert not [m for m in find(text) if m.party and m.party.name in text]


def test_a_street_bears_a_far_town_s_name_and_is_not_there(find: Find) -> None:
    found = find("Two boys were shot on Tuesday in the 900 block of Toledo Drive in Houston, police said.")
    street = the(found, "Toledo Drive")
    assert street.place
    assert (street.place.name, street.place.lat, street.place.precision) == ("Toledo Drive", None, 1)
    assert the(found, "Houston").place.ref  # type: ignore[union-attr]


def test_whom_an_age_stands_before_is_no_place_but_a_town_s_girl_is_of_it(find: Find) -> None:
    found = find("Police in Houston identified the victim as 7-year-old Sofia. A 9-year-old Dallas girl was hurt too.")
    places = {m.span.exact for m in found if m.kind == "place"}
    assert "Dallas" in places
    assert "Sofia" not in places


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Sabratha: a family of four was hurt.", "Sabratha"),
        ("✔ Zamalka: two shells; a boy hurt.", "Zamalka"),
        ("📍 Sabratha, Thursday\n\nTwo people were hurt.", "Sabratha"),
        ("FALLUJA – Shells hurt four people.", "FALLUJA"),
        ("Aleppo: two raids hurt nobody. al-Zukkari: a boy was hurt by a shell.", "al-Zukkari"),
        ("Rockets hurt four people in government-held Salvorn.", "Salvorn"),
        ("Gunmen stormed the barracks of Umm al-Aranib on Monday.", "Umm al-Aranib"),
        ("In neighbouring Darvonaj five people were hurt.", "Darvonaj"),
    ],
)
def test_what_heads_a_line_and_what_is_in_somebody_s_hands_is_a_place(find: Find, text: str, name: str) -> None:
    assert kinds(find(text)).get(name) == "place"


def test_fighters_are_no_place_however_a_headline_writes_them(find: Find) -> None:
    found = find("Over 3 Killed 40 Injured in Terrorists' Rocket Attack on Western Aleppo. Three people were killed.")
    assert [m.span.exact for m in found if m.kind == "place"] == ["Western Aleppo"]


def test_a_word_before_a_colon_is_no_place_where_no_line_is_headed_by_one(find: Find) -> None:
    assert "place" not in kinds(find("Tarnhamra: a boy was hurt.\n\nUpdate: two men were hurt.")).values()
