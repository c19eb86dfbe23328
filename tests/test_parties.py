"""The shipped catalogue: what it knows, and that its files are in order."""

from collections import defaultdict
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.cataloguing import KINDS, load_catalogue
from counterclaim.errors import InputError
from counterclaim.model import Party
from counterclaim.parties import NAME, Catalogue


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue()


@pytest.fixture(scope="module")
def parties(catalogue: Catalogue) -> dict[str, Party]:
    return {e.party.name: e.party for entries in catalogue.entries.values() for e in entries}


def name_of(catalogue: Catalogue, alias: str) -> str | None:
    party = catalogue.lookup(alias)
    return party.name if party else None


@pytest.mark.parametrize(
    ("alias", "name"),
    [
        ("SOHR", "Syrian Observatory for Human Rights"),
        ("the Syrian Observatory for Human Rights", "Syrian Observatory for Human Rights"),
        ("Rami Abdel Rahman", "Syrian Observatory for Human Rights"),
        ("Russian defense ministry", "Russian Defence Ministry"),
        ("Russia’s Defence Ministry", "Russian Defence Ministry"),
        ("Russias defence ministry", "Russian Defence Ministry"),
        ("Ministry of Defence of Russia", "Russian Defence Ministry"),
        ("Igor Konashenkov", "Russian Defence Ministry"),
        ("Kremlin", "Russia"),
        ("Syrian regime", "Syrian government"),
        ("Sudanese interior minister", "Sudanese Interior Ministry"),
        ("Iraqi army", "Iraqi army"),
        ("Ukraine's air force", "Ukrainian Air Force"),
        ("health ministry in Gaza", "Gaza Health Ministry"),
        ("Al Nusra Front", "Jabhat al-Nusra"),
        ("Jaysh al-Islam", "Jaish al-Islam"),
        ("Hizbullah", "Hezbollah"),
        ("AlQaeda", "al-Qaeda"),
        ("U.N.", "United Nations"),
        ("Agence France-Presse", "AFP"),
        ("Tatmadaw", "Myanmar military"),
        ("Democratic Republic of Congo's army", "Congolese army"),
        ("Kyiv's Defence Ministry", "Ukrainian Defence Ministry"),
        ("Ankara's foreign minister", "Turkish Foreign Ministry"),
        ("Turkey's National Defence Ministry", "Turkish Defence Ministry"),
        ("Yemeni Mine Observatory", "Yemeni Landmine Monitor"),
        ("Operation Lafiya Dole", "Operation Hadin Kai"),
    ],
)
def test_aliases_lead_to_the_canonical_name(catalogue: Catalogue, alias: str, name: str) -> None:
    assert name_of(catalogue, alias) == name


@pytest.mark.parametrize(
    "word",
    [
        "is",
        "Is",
        "us",
        "who",
        "Who",
        "aa",
        "ap",
        "norrin",
        "the ministry",
        "Kyiv police",
        "Baku's prosecutors",
        "26 September",
        "the frontier post",
        "",
    ],
)
def test_plain_words_are_no_parties(catalogue: Catalogue, word: str) -> None:
    assert catalogue.lookup(word) is None


@pytest.mark.parametrize("acronym", ["IS", "US", "WHO", "AA", "AP", "IDF", "HTS"])
def test_acronyms_are_known_in_capitals(catalogue: Catalogue, acronym: str) -> None:
    assert catalogue.lookup(acronym) is not None


def test_adjectives_and_peoples_lead_to_the_state(catalogue: Catalogue) -> None:
    assert catalogue.demonyms["russian"].name == "Russia"
    assert catalogue.demonyms["russians"].name == "Russia"
    assert catalogue.demonyms["syrian"].name == "Syrian government"
    assert catalogue.demonyms["turks"].name == "Turkey"


def test_ministries_are_made_with_their_state_as_parent(catalogue: Catalogue) -> None:
    party = catalogue.lookup("Ethiopian health ministry")
    assert party == Party(
        "Ethiopian Health Ministry", "ministry", (), "ET", "Ethiopian government", "Ethiopian government"
    )


def test_armies_stay_apart_from_their_government(catalogue: Catalogue) -> None:
    army = catalogue.lookup("Syrian Arab Army")
    assert army is not None
    assert (army.name, army.parent) == ("Syrian army", "Syrian government")


def test_namesakes_are_all_named(catalogue: Catalogue) -> None:
    assert {e.party.country for e in catalogue.namesakes("SNA")} == {"SY", "SO"}


def test_kinds_parents_and_sides_are_known(parties: dict[str, Party]) -> None:
    assert len(parties) > 700
    assert {p.kind for p in parties.values()} <= KINDS
    named = {name for p in parties.values() for name in (p.parent, p.side) if name}
    assert named <= set(parties)
    assert not [p.name for p in parties.values() if p.parent == p.name]


def test_no_alias_stands_for_two_parties_of_one_country(catalogue: Catalogue) -> None:
    for alias, entries in catalogue.entries.items():
        homes = defaultdict(set)
        for e in entries:
            if e.how == NAME:
                homes[e.party.country].add(e.party.name)
        assert all(len(names) == 1 for names in homes.values()), (alias, homes)


def test_people_of_ones_own_speak_for_parties(tmp_path: Path) -> None:
    own = tmp_path / "own.toml"
    own.write_text('[people]\n"Reuters" = ["Orla Vesk"]\n', encoding="utf-8")
    assert name_of(load_catalogue(own), "Orla Vesk") == "Reuters"
    own.with_name("bad.toml").write_text('[people]\n"Norrin Desk" = ["Orla Vesk"]\n', encoding="utf-8")
    with pytest.raises(InputError, match="Norrin Desk"):
        load_catalogue(own.with_name("bad.toml"))


@given(st.text())
def test_any_text_may_be_looked_up(text: str) -> None:
    party = load_catalogue().lookup(text)
    assert party is None or party.kind in KINDS
