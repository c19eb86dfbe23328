"""A verdict is kept before the screen says so, and what others judge comes in when one moves on."""

from counterclaim.errors import CasebookError
from counterclaim.faces.review.log import Say
from counterclaim.judging import opinions
from judging.cases import small_pages
from reviews import Notebook, at, press, session

PAGES = small_pages()
TOTAL = PAGES[0].claims[0]


def test_what_cannot_be_saved_is_said_and_the_claim_stays() -> None:
    book = Notebook("Anna")
    found = at(session(PAGES, book), TOTAL.id)
    book.shut = True
    press(found, "c", "for later", "enter", "w")
    assert found.state.message == "✗ NOT saved: war.db: the disk is full"
    assert found.state.item.claim == TOTAL.id
    assert found.state.note == "for later"
    assert not found.state.done
    assert found.desk.log.says.get(TOTAL.id, Say.NOTHING) is Say.NOTHING
    book.shut = False
    press(found, "w")
    assert found.state.message == "✓ saved as 1: wrong"
    assert book.made[0].note == "for later"


def test_two_reviewers_see_each_other_s_judgements_when_they_move_on() -> None:
    book = Notebook("Anna")
    anna, ben = session(PAGES, book), session(PAGES, Notebook("Ben", book.made), person="Ben")
    press(at(anna, TOTAL.id), "w")
    assert ben.desk.opined(TOTAL.id).claim is not None
    press(ben, "n")
    assert ben.state.message == "judged by others meanwhile: Anna 1"
    assert ben.desk.opined(TOTAL.id).claim is None
    press(at(ben, TOTAL.id), "r")
    press(anna, "n")
    assert anna.desk.log.says[TOTAL.id] is Say.CONTESTED
    assert [j.number for j in anna.desk.log.judgements] == [1, 2]
    assert len(book.made) == 2


def test_who_undoes_takes_back_their_own_though_another_has_judged_since() -> None:
    book = Notebook("Anna")
    anna = at(session(PAGES, book), TOTAL.id)
    press(anna, "w")
    book.record(opinions.unsure(anna.desk.anchor(TOTAL.id)), person="Ben")
    press(anna, "z")
    assert book.made[-1].opinion.undoes == 1


def test_a_verdict_is_saved_though_what_others_judged_cannot_be_read() -> None:
    class Deaf(Notebook):
        def since(self, number: int) -> tuple[()]:
            raise CasebookError("war.db: gone")

    book = Deaf("Anna")
    found = at(session(PAGES, book), TOTAL.id)
    press(found, "w")
    assert len(book.made) == 1
    assert "saved as 1" in found.state.message
    assert "not known: war.db: gone" in found.state.message
