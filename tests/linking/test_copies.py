"""Copied words make no further voice: who counts, who does not, and why."""

from typing import Any

import pytest

from builders import claim
from counterclaim.linking.copies import by_first_page, copies_of, groups, trace_copies
from counterclaim.linking.positions import weigh_positions
from counterclaim.linking.witnesses import Witnesses
from counterclaim.model import Claim, Incident, Page, Question, Reuse, Verdict
from reuse.paging import OTHER, WIRE, paper, reuse

SPEAKERS = {"weir": "Weir Radio", "mill": "Mill Television", "ferry": "Ferry Post"}
WATCH = "Tarn Watch"


def told(page: Page, words: str = "12 people", **fields: Any) -> Claim:
    return claim(page.document.id, page.document.text.index(words), words, **fields)


def weigh(pages: list[Page], *claims: Claim, shared: tuple[Reuse, ...] | None = None) -> Question:
    incident = Incident("i", "Shelling", None, None, None, claims)
    found = reuse(*pages) if shared is None else shared
    (question,) = weigh_positions(incident, Witnesses({}.get, SPEAKERS), by_first_page(found)).questions
    return question


def pair(**later: Any) -> list[Page]:
    return [paper("mill", WIRE, published="2019-05-04"), paper("weir", WIRE, published="2019-05-03", **later)]


def test_two_outlets_with_the_same_words_are_one_voice_that_of_the_earlier() -> None:
    mill, weir = pair()
    found = weigh([mill, weir], told(mill), told(weir))
    assert found.voices == ("Weir Radio",)
    assert found.verdict is Verdict.REPEATED
    assert found.reason == "Two pages, one voice, in the same words: nothing here corroborates anything."
    assert {p.voice for p in found.positions} == {"Weir Radio", "Mill Television"}  # both are shown


def test_two_outlets_with_words_of_their_own_stay_two() -> None:
    mill, ferry = paper("mill", WIRE), paper("ferry", f"{OTHER} A blast killed 12 people.")
    found = weigh([mill, ferry], told(mill), told(ferry))
    assert found.voices == ("Ferry Post", "Mill Television")
    assert found.verdict is Verdict.AGREE


def test_words_copied_elsewhere_on_the_page_leave_a_claim_of_its_own() -> None:
    """What counts is the passage in which the claim stands, not that the pages share another."""
    mill, ferry = paper("mill", f"{OTHER}\n{WIRE}"), paper("ferry", f"{OTHER} In Tarnholt a blast killed 12 people.")
    found = weigh([mill, ferry], told(mill), told(ferry))
    assert len(reuse(mill, ferry)) == 1
    assert len(found.voices) == 2


def test_a_copy_that_left_the_source_out_is_no_second_voice() -> None:
    mill = paper("mill", WIRE.replace(", the Tarn Watch group said", ""))
    weir = paper("weir", WIRE)
    found = weigh([mill, weir], told(mill), told(weir, voice=WATCH))
    assert found.voices == (WATCH,)
    assert found.verdict is Verdict.REPEATED


def test_a_copy_with_another_number_is_no_rival() -> None:
    weir = pair()[1]
    changed = paper("mill", WIRE.replace("12 people", "15 people"), published="2019-05-04")
    found = weigh([changed, weir], told(changed, "15 people", low=15, high=15), told(weir))
    assert found.voices == ("Weir Radio",)
    assert found.verdict is not Verdict.OTHER_NUMBER


def test_one_agency_s_report_is_one_voice_however_worded() -> None:
    mill, ferry = paper("mill", WIRE), paper("ferry", f"{OTHER} A blast killed 12 people.")
    found = weigh([mill, ferry], told(mill, relays=("Norlink",)), told(ferry, relays=("Norlink",)))
    assert found.voices == ("Ferry Post",)


def test_what_came_through_a_voice_that_counts_is_that_voice_s() -> None:
    mill = paper("mill", WIRE)
    found = weigh([mill], told(mill, relays=(WATCH,)), told(mill, "dozens", voice=WATCH))
    assert found.voices == (WATCH,)


def test_a_headline_that_leaves_the_source_out_is_no_second_voice() -> None:
    mill = paper("mill", f"Shells kill 12 in Tarnholt\n{WIRE}")
    found = weigh([mill], told(mill, "12 in", low=12, high=12), told(mill, voice=WATCH))
    assert found.voices == (WATCH,)
    other = weigh([mill], told(mill, "12 in", low=13, high=13), told(mill, voice=WATCH))
    assert len(other.voices) == 2


def test_a_claim_meets_its_own_counterpart_and_not_a_neighbour() -> None:
    """A headline and a first sentence stand close together, and each has its copy."""
    pages = [paper(id_, f"Shells kill 12 in Tarnholt\n{WIRE}") for id_ in ("mill", "weir")]
    heads, leads = [told(p, "12 in") for p in pages], [told(p) for p in pages]
    traced = trace_copies([*heads, *leads], reuse(*pages))
    assert traced.same[heads[0].id] == {heads[1].id}
    assert traced.same[leads[1].id] == {leads[0].id}


def test_named_voices_stay_in_copied_words() -> None:
    mill, weir = pair()
    found = weigh([mill, weir], told(mill, voice=WATCH), told(weir, voice="Orsk army"))
    assert set(found.voices) == {WATCH, "Orsk army"}


def test_the_reason_keeps_stated_and_inferred_relays_apart() -> None:
    pages = [paper("a", WIRE, ("Norlink",)), paper("b", WIRE, ("Norlink",)), paper("c", WIRE)]
    relayed = [told(p, voice=WATCH, relays=p.relays) for p in pages]
    found = weigh(pages, *relayed, claim("d", voice=WATCH, relays=("Sovar",)))
    assert found.reason == (
        "Four pages, one voice: Tarn Watch, through Norlink (2, and 1 inferred) and Sovar (1), three with copied words;"
        " nothing here corroborates anything."
    )


def test_two_agencies_that_others_credit_leave_the_origin_open() -> None:
    pages = [paper("a", WIRE, ("Norlink",)), paper("b", WIRE, ("Sovar",)), paper("c", WIRE)]
    relayed = [told(p, voice=WATCH, relays=p.relays) for p in pages]
    assert trace_copies(relayed, reuse(*pages)).inferred == {}
    assert trace_copies(relayed[::2], reuse(*pages)).inferred == {relayed[2].id: "Norlink"}


def test_without_copies_nothing_changes() -> None:
    mill, weir = pair()
    assert len(weigh([mill, weir], told(mill), told(weir), shared=()).voices) == 2


def test_only_pairs_in_whose_words_claims_stand_are_an_account_s_copies() -> None:
    mill, weir = (paper(name, f"{OTHER}\n{WIRE}") for name in ("mill", "weir"))
    by_page = by_first_page(reuse(mill, weir))
    assert len(copies_of([told(mill), told(weir)], by_page)) == 1
    assert copies_of([told(mill)], by_page) == ()


def test_claims_meet_where_the_words_are_the_same() -> None:
    mill, weir = pair()
    first, second, far = told(mill), told(weir), told(weir, "two houses")
    traced = trace_copies([first, second, far], reuse(mill, weir))
    assert traced.same[first.id] == {second.id}
    assert far.id not in traced.same
    assert traced.later == {first.id: 1}


@pytest.mark.parametrize(
    ("pairs", "found"),
    [
        ([], []),
        ([("b", "a"), ("c", "d"), ("d", "b")], [["a", "b", "c", "d"]]),
        ([("c", "d"), ("a", "b")], [["a", "b"], ["c", "d"]]),
    ],
)
def test_groups_are_what_hangs_together(pairs: list[tuple[str, str]], found: list[list[str]]) -> None:
    assert groups(pairs) == found
