"""The lists of lexicons/…/voices.toml that tell who speaks, ready to ask."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.folding import key
from counterclaim.lexicon import Lexicon


@dataclass(frozen=True)
class SpeakerWords:
    """Lists by name; `titles_of_body` are those of human beings who speak for a body."""

    unnamed: frozenset[str]
    many: frozenset[str]
    speaks_for: frozenset[str]
    titles_of_body: frozenset[str]
    own_people: Mapping[str, frozenset[str]]
    leads: frozenset[str]
    members: frozenset[str]
    titles: frozenset[str]
    private: frozenset[str]
    human: frozenset[str]
    of_state: frozenset[str]
    of_place: frozenset[str]
    house_words: frozenset[str]
    dates: frozenset[str]
    generic: frozenset[str]
    before_noun: frozenset[str]
    pointing: frozenset[str]
    bodies: frozenset[str]
    papers: frozenset[str]
    reckonings: frozenset[str]
    watching: tuple[str, ...]
    points_to: Mapping[str, frozenset[str]]
    pronouns: Mapping[str, str]
    trades: tuple[str, ...]
    lifeless: frozenset[str]
    whereabouts: frozenset[str]
    settled: frozenset[str]
    no_nations: frozenset[str]
    local: frozenset[str]
    military: frozenset[str]
    ranks: frozenset[str]
    kinds: frozenset[str]
    keeps: tuple[str, ...]
    mouthpieces: tuple[str, ...]
    also_called: Mapping[str, frozenset[str]]
    of_kind: Mapping[str, frozenset[str]]
    several: frozenset[str]
    utterances: frozenset[str]
    amounts: frozenset[str]
    circles: frozenset[str]
    labels: frozenset[str]
    topics: frozenset[str]
    arms: frozenset[str]
    speaking_for: frozenset[str]
    houses_for: frozenset[str]
    units: frozenset[str]
    eyes: frozenset[str]
    crews: frozenset[str]
    field_crews: frozenset[str]
    own_kinds: frozenset[str]
    areas: frozenset[str]
    area_nouns: frozenset[str]
    area_offices: frozenset[str]
    area_letters: frozenset[str]
    rulers: frozenset[str]
    town_heads: frozenset[str]
    town_names: frozenset[str]
    town_nouns: frozenset[str]
    town_offices: frozenset[str]
    coalitions: Mapping[str, str]
    seated: Mapping[str, frozenset[str]]
    gives_name: frozenset[str]
    occupied: Mapping[str, str]
    sides: frozenset[str]
    kunya: frozenset[str]
    teams: frozenset[str]
    spokespeople: frozenset[str]
    states_say: frozenset[str]
    town_areas: frozenset[str]
    parts_of_regions: frozenset[str]
    seated_rulers: frozenset[str]
    quarters: frozenset[str]
    police_letters: frozenset[str]
    counters: tuple[str, ...]
    abroad: tuple[str, ...]
    officials: frozenset[str]
    speaking_arms: frozenset[str]
    place_heads: frozenset[str]
    heads_by_town: frozenset[str]
    counties: frozenset[str]
    citing: frozenset[str]
    before_house: frozenset[str]
    naming: frozenset[str]
    called_unlisted: frozenset[str]
    unlisted_nouns: frozenset[str]
    publishing: frozenset[str]
    rulers_houses: frozenset[str]
    sorts: frozenset[str]
    sorted_people: frozenset[str]
    spoken_in: frozenset[str]
    speaking_in: frozenset[str]


@lru_cache(maxsize=4)
def speaker_words(lexicon: Lexicon) -> SpeakerWords:
    """Compile the lists once a lexicon; raises DataError when one is missing."""

    def words(name: str) -> frozenset[str]:
        return lexicon.words("voices", name)

    return SpeakerWords(
        unnamed=words("unnamed"),
        many=words("many"),
        speaks_for=words("speaks_for"),
        titles_of_body=words("speaks_for") - words("papers") - words("bodies"),
        own_people={k: frozenset(v) for k, v in lexicon.table("voices", "own_people").items()},
        leads=words("leads"),
        members=words("members"),
        titles=words("titles"),
        private=words("private"),
        human=words("human"),
        of_state=words("of_state"),
        of_place=words("of_place"),
        house_words=words("house_words"),
        dates=lexicon.words("relays", "weekdays") | (lexicon.words("relays", "months") - {"may"}),
        generic=words("platforms")
        | words("unnamed")
        | words("bodies")
        | frozenset(lexicon.table("voices", "points_to")),
        before_noun=words("before_noun"),
        pointing=words("pointing"),
        bodies=words("bodies"),
        reckonings=words("reckonings"),
        papers=frozenset(form for w in words("papers") for form in (w, f"{w}s")),
        watching=tuple(sorted(words("watching"))),
        points_to={k: frozenset(v) for k, v in lexicon.table("voices", "points_to").items()},
        pronouns={word: kind for kind in ("person", "thing", "many", "self") for word in words(f"pronouns_{kind}")},
        trades=tuple(sorted(words("trades"))),
        lifeless=words("lifeless"),
        whereabouts=words("whereabouts"),
        settled=words("settled"),
        no_nations=words("no_nations"),
        local=frozenset(map(key, words("local"))),
        military=words("military"),
        ranks=words("ranks"),
        kinds=words("kinds"),
        keeps=tuple(sorted(words("keeps"))),
        mouthpieces=tuple(sorted(words("mouthpieces"))),
        also_called={k: frozenset(v) for k, v in lexicon.table("voices", "also_called").items()},
        several=words("several"),
        utterances=words("utterances"),
        amounts=words("amounts"),
        circles=words("circles"),
        labels=words("labels"),
        topics=words("topics"),
        arms=words("arms"),
        speaking_for=words("speaking_for"),
        houses_for=words("houses_for"),
        units=words("units"),
        eyes=words("eyes"),
        crews=words("crews"),
        field_crews=words("field_crews"),
        own_kinds=words("own_kinds"),
        areas=words("areas"),
        area_nouns=words("area_nouns"),
        area_offices=words("area_offices"),
        area_letters=words("area_letters"),
        rulers=words("rulers"),
        town_heads=words("town_heads"),
        town_names=words("town_names"),
        town_nouns=words("town_nouns"),
        town_offices=words("town_offices"),
        gives_name=words("gives_name"),
        seated={k: frozenset(v) for k, v in lexicon.table("voices", "seated").items()},
        occupied=lexicon.table("voices", "occupied"),
        sides=words("sides"),
        kunya=words("kunya"),
        teams=words("teams"),
        spokespeople=words("spokespeople"),
        states_say=words("states_say"),
        town_areas=words("town_areas"),
        parts_of_regions=words("parts_of_regions"),
        seated_rulers=words("seated_rulers"),
        quarters=words("quarters"),
        police_letters=words("police_letters"),
        counters=tuple(sorted(words("counters"))),
        abroad=tuple(sorted(words("abroad"))),
        officials=words("officials"),
        speaking_arms=words("speaking_arms"),
        place_heads=words("place_heads"),
        heads_by_town=words("heads_by_town"),
        counties=words("counties"),
        citing=words("citing"),
        before_house=words("before_house"),
        naming=words("naming"),
        called_unlisted=words("called_unlisted"),
        unlisted_nouns=words("unlisted_nouns"),
        publishing=words("publishing"),
        rulers_houses=words("rulers_houses"),
        sorts=words("sorts"),
        sorted_people=words("sorted_people"),
        spoken_in=words("spoken_in"),
        speaking_in=words("speaking_in"),
        coalitions=lexicon.table("responsibility", "coalitions"),
        of_kind=_turned(lexicon.table("voices", "of_kind")),
    )


def _turned(table: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    """From each word to the keys under which it stands."""
    words = {w for row in table.values() for w in row}
    return {w: frozenset(k for k, row in table.items() if w in row) for w in words}
