"""Statements that contradict each other: on one matter, near enough, by different voices."""

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from builders import claim, witnesses
from counterclaim.lexicon import load_lexicon
from counterclaim.linking.rivals import find_rivals
from counterclaim.linking.witnesses import Witnesses
from counterclaim.model import Assertion, Document, Incident, Interval, Page, Party, Rivalry, Span

ARMY, REBELS, WATCH = "Bastani army", "Dawn League", "Tarn Watch"
PARTIES = {
    "Bastan": Party("Bastan", "state", side="Bastan"),
    ARMY: Party(ARMY, "armed_forces", parent="Bastan", side="Bastan"),
    REBELS: Party(REBELS, "armed_group"),
}
KNOWN = Witnesses(PARTIES.get)


def told(voice: str, *, plus: bool, document: str = "a", start: int = 0, **fields: Any) -> Assertion:
    """The voice says that the truce at Tarnholt holds, or not, unless `fields` say otherwise."""
    given: dict[str, Any] = {"matter": "truce", "about": "truce", "places": ("t:1",)} | fields
    return Assertion(
        document, f"{document}:{start}:{voice}", voice, Span(start, start + 5, "words"), plus=plus, **given
    )


def pages(*assertions: Assertion, published: str | None = "2031-05-04") -> list[Page]:
    by_page: dict[str, list[Assertion]] = {}
    for a in assertions:
        by_page.setdefault(a.document, []).append(a)
    return [Page(Document(d, " " * 99, published=published), (), (), (), (), tuple(f)) for d, f in by_page.items()]


def rivals(*assertions: Assertion, published: str | None = "2031-05-04") -> tuple[Rivalry, ...]:
    return find_rivals(pages(*assertions, published=published), (), KNOWN, load_lexicon())


def test_yes_and_no_of_two_voices_on_two_pages_are_rivals() -> None:
    (found,) = rivals(told(ARMY, plus=True), told(WATCH, plus=False, document="b"))
    assert (found.a.voice, found.b.voice) == (ARMY, WATCH)
    assert found.reason == "whether the truce holds: Bastani army says yes, Tarn Watch no"


def test_one_voice_or_one_party_does_not_contradict_itself() -> None:
    assert not rivals(told(ARMY, plus=True), told(ARMY, plus=False, document="b"))
    assert not rivals(told(ARMY, plus=True), told("Bastan", plus=False, document="b"))


def test_another_place_another_day_or_another_thing_is_another_matter() -> None:
    first = told(ARMY, plus=True)
    assert not rivals(first, told(WATCH, plus=False, document="b", places=("t:2",)))
    assert not rivals(first, told(WATCH, plus=False, document="b", about="deal"))
    late = Interval("2031-05-09", "2031-05-09")
    assert not rivals(first, told(WATCH, plus=False, document="b", date=late))
    years = Interval("2029-01-01", "2031-05-04")
    assert not rivals(first, told(WATCH, plus=False, document="b", date=years))
    assert rivals(first, told(WATCH, plus=False, start=9, places=("t:2",))), "one page is near enough"
    assert not rivals(replace(first, placed=True), told(WATCH, plus=False, start=9, places=("t:2",), placed=True)), (
        "unless both say where"
    )


def test_pages_without_a_date_meet_nothing_but_themselves() -> None:
    assert not rivals(told(ARMY, plus=True), told(WATCH, plus=False, document="b"), published=None)
    assert rivals(told(ARMY, plus=True), told(WATCH, plus=False, start=9), published=None)


def test_a_denial_answers_only_what_is_said_of_the_same_doer() -> None:
    hit: dict[str, Any] = {"matter": "attack", "about": "hospital"}
    denial = told(ARMY, plus=False, agent=ARMY, **hit)
    assert rivals(denial, told(WATCH, plus=True, document="b", agent="Bastan", **hit))
    assert not rivals(denial, told(WATCH, plus=True, document="b", agent=REBELS, **hit))
    assert not rivals(denial, told(WATCH, plus=True, document="b", **hit)), "nobody says that it was the army"
    assert rivals(replace(denial, agent=None), told(WATCH, plus=True, document="b", agent=REBELS, **hit))


def test_who_denies_all_firing_is_contradicted_by_any_target() -> None:
    denial = told(ARMY, plus=False, agent=ARMY, matter="attack", about=None)
    assert rivals(denial, told(WATCH, plus=True, document="b", agent=ARMY, matter="attack", about="school"))
    spared = replace(denial, about="civilian")
    assert rivals(spared, told(WATCH, plus=True, document="b", agent=ARMY, matter="attack", about="school"))


def test_only_one_can_have_begun_it() -> None:
    fighting: dict[str, Any] = {"matter": "fighting", "about": "fighting", "alone": True}
    first = told(ARMY, plus=True, agent=REBELS, **fighting)
    (found,) = rivals(first, told(REBELS, plus=True, document="b", agent=ARMY, **fighting | {"about": "shelling"}))
    assert found.reason == "who began the fighting: Dawn League, says the one; Bastani army, says the other"
    assert not rivals(first, told(WATCH, plus=True, document="b", agent="rebels", **fighting)), "they may be the same"
    assert not rivals(first, told(WATCH, plus=True, document="b", agent=ARMY, **fighting | {"alone": False}))


def test_a_verb_that_the_lexicon_does_not_know_is_set_against_its_own_denial() -> None:
    verb: dict[str, Any] = {"matter": "verb: send", "about": "tank", "agent": ARMY}
    (found,) = rivals(told(ARMY, plus=False, **verb), told(WATCH, plus=True, document="b", **verb))
    assert found.reason == "whether Bastani army did it (send, tank): Tarn Watch says yes, Bastani army no"


def test_pages_of_one_incident_meet_without_a_place() -> None:
    there = [told(ARMY, plus=True, places=()), told(WATCH, plus=False, document="b", places=())]
    incident = Incident("i", "Clash", None, None, None, (claim("a"), claim("b")))
    assert not rivals(*there)
    assert len(find_rivals(pages(*there), (incident,), KNOWN, load_lexicon())) == 1


TOLD = st.builds(
    told,
    st.sampled_from([ARMY, REBELS, WATCH, "unnamed: medics"]),
    plus=st.booleans(),
    document=st.sampled_from("abc"),
    start=st.integers(0, 40),
    matter=st.sampled_from(["truce", "attack", "fighting", "hold", "verb: send"]),
    about=st.sampled_from(["truce", "civilian", "school", "fighting", "t:1", None]),
    agent=st.sampled_from([ARMY, REBELS, "Bastan", "rebels", None]),
    alone=st.booleans(),
    places=st.sampled_from([(), ("t:1",), ("t:1", "t:2")]),
    date=st.sampled_from([None, Interval("2031-05-01", "2031-05-03"), Interval("2031-05-04", "2031-05-04")]),
)


@given(st.lists(TOLD, max_size=12, unique_by=lambda a: (a.document, a.span.start)), st.randoms())
def test_the_order_of_pages_makes_no_difference_and_no_pair_comes_twice(found: list[Assertion], chance: Any) -> None:
    first = rivals(*found)
    shuffled = pages(*found)
    chance.shuffle(shuffled)
    assert find_rivals(reversed(shuffled), (), KNOWN, load_lexicon()) == first
    pairs = [frozenset((r.a.statement, r.b.statement, r.a.matter)) for r in first]
    assert len(pairs) == len(set(pairs))
    assert all(r.a.matter == r.b.matter and r.a.voice != r.b.voice for r in first)


def test_of_witnesses_without_a_catalogue_names_are_compared() -> None:
    found = pages(told(ARMY, plus=True), told(WATCH, plus=False, document="b"))
    assert find_rivals(found, (), witnesses(), load_lexicon())
