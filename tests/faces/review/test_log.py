"""What people say of one claim, looked up without going over all pages, is what the view of all pages says."""

from collections.abc import Sequence

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counterclaim.faces.review.log import Log, Say
from counterclaim.judging import opinions, view
from counterclaim.judging.anchoring import Shelf
from counterclaim.judging.tally import in_force
from counterclaim.model import JudgementKind
from judging.cases import judgements, small_pages
from reviews import Notebook

PAGES = small_pages()
CLAIMS = [c for p in PAGES for c in p.claims]
SHELF = Shelf(PAGES)
NUMBERS = st.lists(st.integers(0, 2**63), min_size=1, max_size=60)
SOME = settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))


@SOME
@given(NUMBERS)
def test_it_says_of_each_claim_what_the_view_says(numbers: Sequence[int]) -> None:
    made = judgements(numbers, PAGES)
    log, judged = Log(SHELF, made), view(PAGES, made)
    shown = {c.id: c for p in judged.pages for c in p.claims}
    for claim in CLAIMS:
        found, expected = log.opined(claim), shown.get(claim.id)
        assert (found.claim is None) == (expected is None)
        if found.claim is not None and expected is not None:
            assert {f: getattr(found.claim, f) for f in FIELDS} == {f: getattr(expected, f) for f in FIELDS}
        of_claim = [a for a in judged.by_claim.get(claim.id, ()) if claim.id in a.claims]
        assert {a for a in found.answers if claim.id in a.claims} == set(of_claim)


FIELDS = ("aspect", "low", "high", "bound", "who", "voice", "party", "place", "date", "certainty", "polarity")


@SOME
@given(NUMBERS)
def test_one_by_one_or_all_at_once_is_the_same(numbers: Sequence[int]) -> None:
    made = judgements(numbers, PAGES)
    whole, grown = Log(SHELF, made), Log(SHELF)
    for judgement in made:
        grown.add([judgement])
    for claim in CLAIMS:
        assert grown.opined(claim) == whole.opined(claim)
        assert grown.says.get(claim.id, Say.NOTHING) is whole.opined(claim).say
    assert grown.last == whole.last == made[-1].number
    assert [j for j in made if grown.standing(j.number)] == in_force(made)


def test_a_verdict_taken_back_counts_no_more_and_its_taking_back_can_be_taken_back() -> None:
    book, claim = Notebook("Anna"), CLAIMS[0]
    wrong = book.record(opinions.wrong(SHELF.anchor(claim.id)))
    log = Log(SHELF, book.made)
    assert (log.opined(claim).claim, log.says[claim.id]) == (None, Say.JUDGED)
    back = book.record(opinions.undo(wrong))
    log.add([back])
    assert (log.opined(claim).claim, log.says[claim.id]) == (claim, Say.NOTHING)
    assert log.standing(wrong.number) is None
    assert [j.number for j in log.about(claim)] == [1, 2]
    log.add([book.record(opinions.undo(back))])
    assert log.opined(claim).claim is None
    assert log.standing(wrong.number) == wrong


def test_the_last_verdict_of_a_person_is_theirs_and_no_taking_back() -> None:
    book, claim = Notebook("Anna"), CLAIMS[0]
    mine = book.record(opinions.wrong(SHELF.anchor(claim.id)))
    book.record(opinions.unsure(SHELF.anchor(claim.id)), person="Ben")
    later = book.record(opinions.unsure(SHELF.anchor(claim.id)))
    book.record(opinions.undo(later))
    log = Log(SHELF, book.made)
    assert log.latest_of("Anna", claim) == mine
    assert log.latest_of("Cem", claim) is None
    found = log.latest_of("Ben", claim)
    assert found is not None
    assert found.kind is JudgementKind.UNSURE


def test_a_voice_is_followed_from_name_to_name() -> None:
    book = Notebook("Anna")
    claim = next(c for c in CLAIMS if c.voice == "Harm Register")
    book.record(opinions.voice("Civil Rescue", "Rescuers of Orsk"))
    book.record(opinions.voice("Harm Register", "Civil Rescue"))
    found = Log(SHELF, book.made).opined(claim)
    assert found.claim is not None
    assert found.claim.voice == "Rescuers of Orsk"
    assert found.say is Say.NOTHING  # of the claim itself nobody has said anything
