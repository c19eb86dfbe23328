"""From keys to judgements, without a terminal."""

from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counterclaim.faces.review.keys import BY_NAME, Act
from counterclaim.faces.review.state import Choosing, Editing, Noting, State
from counterclaim.faces.review.steps import BEGINNING, END, Wish
from counterclaim.judging import view
from counterclaim.judging.chain import check
from counterclaim.judging.values import Figure, encode
from counterclaim.model import Judgement, JudgementKind, RelationKind
from judging.cases import judgements, small_pages
from reviews import Notebook, Session, at, press, session

PAGES = small_pages()
TOTAL = PAGES[0].claims[0]  # 12 people, says the Harm Register
RESCUE = PAGES[0].claims[1]
BLAME = PAGES[0].claims[3]
SOLDIERS = PAGES[0].claims[4]  # in the other place
OTHER = PAGES[1].claims[0]  # 13 people, says the army, on another page


def review(claim: str = TOTAL.id, book: Notebook | None = None) -> Session:
    return at(session(PAGES, book), claim)


def last(found: Session) -> Judgement:
    return found.desk.log.judgements[-1]


@pytest.mark.parametrize(
    ("key", "kind"), [("r", JudgementKind.RIGHT), ("w", JudgementKind.WRONG), ("u", JudgementKind.UNSURE)]
)
def test_one_key_is_a_verdict_and_goes_on(key: str, kind: JudgementKind) -> None:
    found = review()
    before = found.state.at
    press(found, key)
    assert last(found).kind is kind
    assert [a.exact for a in last(found).opinion.claims] == [TOTAL.span.exact]
    assert found.state.at == before + 1
    assert found.state.message == f"✓ saved as 1: {kind.value}"


def test_what_one_has_said_last_of_a_claim_is_not_said_twice() -> None:
    found = review()
    press(found, "w", "p", "w")
    assert len(found.desk.log.judgements) == 1
    assert "you have said so before (judgement 1)" in found.state.message
    assert found.state.item.claim != TOTAL.id
    press(found, "p", "c", "and again", "enter", "w", "p", "r", "p", "w")
    assert [j.note for j in found.desk.log.judgements] == ["", "and again", "", ""]


def test_right_holds_what_is_shown_be_it_what_others_corrected() -> None:
    book = Notebook("Anna")
    found = review(book=book)
    press(found, "e", "15", "enter", "r")
    assert last(found).kind is JudgementKind.RIGHT
    assert dict(last(found).opinion.says)["figure"] == encode("figure", Figure(15, 15, "exactly"))


def test_next_and_previous_stop_at_the_ends() -> None:
    found = session(PAGES)
    press(found, "p")
    assert (found.state.at, found.state.message) == (0, BEGINNING)
    press(found, *["n"] * len(found.state.queue))
    assert (found.state.at, found.state.message) == (len(found.state.queue) - 1, END)
    press(found, "r")
    assert last(found).kind is JudgementKind.RIGHT
    assert END in found.state.message
    press(found, "left", "right")
    assert found.state.at == len(found.state.queue) - 1


def test_a_value_is_edited_field_by_field_and_saved_at_once() -> None:
    found = review()
    press(found, "e")
    asking = found.state.asking
    assert isinstance(asking, Editing)
    assert (asking.text, asking.fields[0]) == ("12", "figure")
    press(found, ">=15", "tab", "tab", "children", "enter")
    assert dict(last(found).opinion.says) == {
        "figure": encode("figure", Figure(15, None, "at least")),
        "who": encode("who", "children"),
    }
    assert found.state.asking is None
    shown = found.desk.opined(TOTAL.id).claim
    assert shown is not None
    assert (shown.low, shown.high, shown.who) == (15, None, "children")


def test_what_is_no_value_is_said_and_the_line_stays() -> None:
    found = review()
    press(found, "e", "a lot", "enter")
    assert isinstance(found.state.asking, Editing)
    assert "write 126, >=112" in found.state.message
    assert not found.desk.log.judgements
    press(found, "20", "enter")
    assert last(found).kind is JudgementKind.VALUE


def test_leaving_or_changing_nothing_says_nothing() -> None:
    found = review()
    press(found, "e", "enter")
    assert "nothing was changed" in found.state.message
    press(found, "e", "99", "escape", "v", "escape", "m", "escape")
    assert found.state.asking is None
    assert not found.desk.log.judgements


def test_of_a_blame_the_party_is_edited_first_and_no_figure() -> None:
    found = review(BLAME.id)
    press(found, "e")
    asking = found.state.asking
    assert isinstance(asking, Editing)
    assert asking.fields[0] == "party"
    assert not {"figure", "who", "aspect"} & set(asking.fields)
    press(found, "Orsk", "enter")
    assert last(found).opinion.says == (("party", '"Orsk"'),)


def test_merging_takes_a_choice_or_a_mark() -> None:
    found = review()
    press(found, "m")
    asking = found.state.asking
    assert isinstance(asking, Choosing)
    assert "Veskad" in asking.rows[0]
    press(found, "1")
    assert last(found).kind is JudgementKind.ONE
    assert {a.exact for a in last(found).opinion.claims} == {"12 people", "7 soldiers"}
    found = review(SOLDIERS.id)
    press(found, "space")
    press(at_again(found, TOTAL.id), "m")
    assert last(found).kind is JudgementKind.ONE
    assert found.state.marked is None


def at_again(found: Session, claim: str) -> Session:
    """Go to another claim and keep the mark."""
    while found.state.item.claim != claim:
        press(found, "n" if (found.state.index(claim) or 0) > found.state.at else "p")
    return found


def test_splitting_offers_one_claim_a_page_first() -> None:
    found = review()
    press(found, "s")
    asking = found.state.asking
    assert isinstance(asking, Choosing)
    assert [row.rpartition(" · ")[2] for row in asking.rows[:2]] == ["birch:0", "cedar:0"]
    assert not any("7 soldiers" in row for row in asking.rows)
    press(found, "enter")
    assert last(found).kind is JudgementKind.TWO
    assert [a.document for a in last(found).opinion.claims] == ["alder", "birch"]


def test_a_voice_is_chosen_or_written() -> None:
    found = review()
    press(found, "v", "army")
    asking = found.state.asking
    assert isinstance(asking, Choosing)
    assert asking.rows == ("Ilmarran army", "“army”, as written")
    press(found, "enter")
    assert (last(found).opinion.name, last(found).opinion.says) == ("Harm Register", (("voice", '"Ilmarran army"'),))
    press(found, "v", "Watch of Tarn", "enter")
    assert last(found).opinion.says == (("voice", '"Watch of Tarn"'),)
    shown = found.desk.opined(TOTAL.id).claim
    assert shown is not None
    assert shown.voice == "Watch of Tarn"


def test_somebody_unnamed_is_a_party_on_one_page_only_and_the_page_s_own_word_here_only() -> None:
    medics = next(c for c in PAGES[2].claims if c.voice == "unnamed: medics")
    found = review(medics.id)
    press(found, "v", "Civil", "enter")
    assert [p.document for p in last(found).opinion.pages] == ["cedar"]
    press(at_again(found, BLAME.id), "v", "Civil", "enter")
    assert last(found).kind is JudgementKind.VALUE
    assert last(found).opinion.says == (("voice", '"Civil Rescue"'),)


def test_a_relation_is_refused_with_its_kind() -> None:
    found = review()
    press(found, "x")
    asking = found.state.asking
    assert isinstance(asking, Choosing)
    assert asking.rows[0].startswith("≠ other number: Civil Rescue 13 (birch:0)")
    press(found, "1")
    assert last(found).kind is JudgementKind.UNRELATED
    assert dict(last(found).opinion.says)["relation"] == f'"{RelationKind.OTHER_NUMBER.value}"'
    found = review(OTHER.id)
    press(found, "space")
    press(at_again(found, TOTAL.id), "x")
    assert dict(last(found).opinion.says)["relation"] == f'"{RelationKind.OTHER_NUMBER.value}"'


def test_a_note_goes_with_the_next_verdict_only() -> None:
    found = review()
    press(found, "c")
    assert isinstance(found.state.asking, Noting)
    press(found, "counted twice", "enter")
    assert found.state.note == "counted twice"
    press(found, "w", "w")
    assert [j.note for j in found.desk.log.judgements] == ["counted twice", ""]


def test_undo_takes_back_verdict_after_verdict_and_goes_there() -> None:
    found = session(PAGES)
    first = found.state.item.claim
    press(found, "r", "w", "z")
    assert [j.opinion.undoes for j in found.desk.log.judgements] == [None, None, 2]
    press(found, "z")
    assert last(found).opinion.undoes == 1
    assert found.state.item.claim == first
    press(found, "z")
    assert "no verdict of yours" in found.state.message
    assert len(found.desk.log.judgements) == 4


def test_undo_takes_back_one_s_own_of_another_day_on_the_claim_shown_and_nobody_else_s() -> None:
    book = Notebook("Anna")
    press(review(book=book), "w")
    press(at(session(PAGES, book), TOTAL.id), "z")
    assert book.made[-1].opinion.undoes == 1
    press(review(book=book), "r")
    other = at(session(PAGES, book, person="Ben"), TOTAL.id)
    press(other, "z")
    assert "no verdict of yours" in other.state.message


def test_going_to_an_incident_shows_its_first_claim() -> None:
    found = session(PAGES)
    press(found, "g", "Veskad", "enter")
    assert found.desk.claim(found.state.item.claim).place == SOLDIERS.place
    assert not found.desk.log.judgements


def test_what_only_the_view_can_do_is_handed_on() -> None:
    found = review()
    for act in (Act.HELP, Act.HISTORY, Act.QUIT, Act.WEIGH, Act.UP, Act.DOWN):
        assert found.press(act) is Wish(act.value)


def test_merged_incidents_are_one_when_all_is_weighed_anew() -> None:
    found = review()
    press(found, "m", "1")
    assert len(found.desk.weighed.accounts) == 2
    assert found.state.queue
    judged = view(PAGES, found.desk.log.judgements)
    assert len({c.occurrence for c in judged.pages[0].claims}) == 1
    found.weighed(found.weigh(found.judgements()))
    assert found.desk.weighed.upto == 1


TEXTS = (">=15", "Civil", "2019-04-31", "-", "\x1b[31m", "")
KEYS = st.sampled_from([*BY_NAME, *"123456789", "enter", "escape", "up", "down", "tab", *TEXTS])


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(KEYS, max_size=60), st.lists(st.integers(0, 2**63), max_size=20))
def test_whatever_is_pressed_the_review_stands_and_the_chain_holds(keys: Sequence[str], before: Sequence[int]) -> None:
    book = Notebook("Anna", judgements(before, PAGES))
    found = session(PAGES, book)
    for key in keys:
        made = len(book.made)
        state: State = found.state
        press(found, key)
        assert 0 <= found.state.at < len(found.state.queue)
        assert len(book.made) <= made + 1
        if len(book.made) > made:
            assert found.state.message.startswith(f"✓ saved as {len(book.made)}")
            assert found.state != state
    assert not list(check(book.made))
    assert found.desk.log.judgements == tuple(book.made)
    view(PAGES, book.made)
