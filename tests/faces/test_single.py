"""One incident out of a casebook is what comparing everything shows of it, and what is remembered is never stale."""

from pathlib import Path

import pytest

from casebooks import addresses
from counterclaim.casebook import Casebook, open_casebook
from counterclaim.errors import CasebookError, NotFoundError
from counterclaim.faces.comparing import compare_found, links_of, narrowed
from counterclaim.faces.remembered import Memory
from counterclaim.faces.screen import as_text, screen
from counterclaim.faces.single import compare_incident, show_kept
from counterclaim.faces.target import excerpts
from counterclaim.faces.wording import page_names
from counterclaim.faces.workflow import Run, copies
from counterclaim.ingest import read_documents
from counterclaim.judging import view
from counterclaim.judging.anchoring import Shelf
from counterclaim.judging.chain import following
from counterclaim.judging.opinions import one, wrong
from counterclaim.model import Document, Opinion, Page
from counterclaim.pipeline import read_page
from counterclaim.resources import load_resources

EXAMPLES = Path(__file__).parents[2] / "examples"
PARTIES = EXAMPLES / "parties.toml"


@pytest.fixture(scope="module")
def demo() -> list[Page]:
    resources = load_resources(PARTIES)
    return [read_page(d, resources) for d in read_documents(EXAMPLES / "pages") if isinstance(d, Document)]


@pytest.fixture(params=["sqlite", "postgresql"])
def run(request: pytest.FixtureRequest, tmp_path: Path, demo: list[Page]) -> Run:
    for address in addresses(request.param, tmp_path):
        with open_casebook(address) as book:
            for page in demo:
                book.add(page, reader="1")
        yield Run([], address, PARTIES, 1, quiet=True)  # type: ignore[misc]


def judge(book: Casebook, opinion: Opinion) -> None:
    book.append_judgement(lambda last: following(last, opinion, person="ann", at="2026-11-22T05:41:00Z"))


def shown(run: Run, book: Casebook) -> dict[str, str]:
    """What comparing everything shows, incident by incident."""
    judged = view(book.pages(), book.judgements())
    whole = compare_found(judged, run.parties, relate=True)
    told = {}
    for account in whole.accounts:
        part = narrowed(whole, account)
        links = links_of(part.accounts, judged.pages)
        drawn = screen(
            part.accounts,
            [p.document for p in judged.pages],
            relations=part.relations,
            links=links,
            rivals=part.rivals,
            judged=judged,
        )
        told[account.incident.id] = as_text(drawn)
    return told


def test_one_incident_is_what_comparing_everything_shows_of_it(run: Run) -> None:
    assert run.casebook is not None
    with open_casebook(run.casebook) as book:
        whole = shown(run, book)
    assert len(whole) > 3
    for id_, told in whole.items():
        found = compare_incident(id_, run, unjudged=False, relate=True)
        assert as_text(found.screen(why=True)) == told


def test_what_is_judged_shows_at_once(run: Run) -> None:
    assert run.casebook is not None
    with open_casebook(run.casebook) as book:
        pages = list(book.pages())
        before = shown(run, book)
        largest, second, *_ = before
        found = [compare_incident(id_, run, unjudged=False, relate=False) for id_ in (largest, second)]
        (first, *_), (other, *_) = (f.comparison.accounts[0].incident.claims for f in found)
        judge(book, wrong(Shelf(pages).anchor(found[0].comparison.accounts[0].incident.claims[-1].id)))
        judge(book, one(Shelf(pages).anchor(first.id), Shelf(pages).anchor(other.id)))
        after = shown(run, book)
    assert len(after) < len(before)
    for id_, told in after.items():
        here = as_text(compare_incident(id_, run, unjudged=False, relate=True).screen(why=True))
        assert here.splitlines()[:-1] == told.splitlines()[: len(here.splitlines()) - 1]
    for id_, told in before.items():
        assert as_text(compare_incident(id_, run, unjudged=True, relate=True).screen(why=True)) == told


def test_a_page_that_is_read_shows_at_once(run: Run, demo: list[Page]) -> None:
    assert run.casebook is not None
    claim = demo[0].claims[0]
    found = compare_incident(f"{claim.document}:{claim.span.start}", run, unjudged=False, relate=False)
    incident = found.comparison.accounts[0].incident
    text = f"{demo[0].document.text}\n"
    copied = read_page(Document("copied", text, "Weir Post", demo[0].document.published), load_resources(PARTIES))
    with open_casebook(run.casebook) as book:
        book.add(copied, reader="1")
    again = compare_incident(f"copied:{copied.claims[0].span.start}", run, unjudged=False, relate=False)
    assert len(again.comparison.accounts[0].incident.claims) > len(incident.claims)
    assert "copied" in again.names
    assert demo[0].document.id in as_text(show_kept(f"copied:{copied.claims[0].span.start}", run))


def test_what_is_remembered_is_not_derived_again(run: Run, demo: list[Page], monkeypatch: pytest.MonkeyPatch) -> None:
    claim = demo[0].claims[0]
    compare_incident(f"{claim.document}:{claim.span.start}", run, unjudged=False, relate=False)

    def fails(self: object) -> object:
        raise AssertionError("all pages were looked at")

    monkeypatch.setattr(Memory, "_everything", property(fails))
    compare_incident(f"{claim.document}:{claim.span.start}", run, unjudged=False, relate=True)
    show_kept(f"{claim.document}:{claim.span.start}", run)
    show_kept(claim.id, run)
    monkeypatch.setattr("counterclaim.faces.remembered.package_hash", lambda: "another")
    with pytest.raises(AssertionError, match="all pages were looked at"):
        show_kept(claim.id, run)


def test_where_nothing_can_be_written_it_is_derived_each_time(
    run: Run, demo: list[Page], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(*_: object) -> None:
        raise CasebookError("cannot be written to (read-only)")

    claim = demo[0].claims[0]
    place = f"{claim.document}:{claim.span.start}"
    told = as_text(show_kept(place, run))
    monkeypatch.setattr("counterclaim.casebook.store.Casebook.cache", refuses)
    monkeypatch.setattr("counterclaim.faces.remembered.package_hash", lambda: "another")
    assert as_text(show_kept(place, run)) == told
    assert compare_incident(place, run, unjudged=False, relate=False).comparison.accounts


def test_a_place_shows_what_it_shows_among_all_pages(run: Run, demo: list[Page]) -> None:
    assert run.casebook is not None
    with open_casebook(run.casebook) as book:
        pages = list(book.pages())
    names, reuse = page_names([p.document for p in pages]), copies(pages, PARTIES)
    for page in pages[::4]:
        for claim in page.claims[:1]:
            for target in (claim.id, f"{names[page.document.id]}:{claim.span.start}"):
                assert as_text(show_kept(target, run)) == as_text(excerpts(target, pages, reuse, view(pages, ())))


@pytest.mark.parametrize(
    ("target", "told"),
    [
        ("nobody:3", r"no page is called 'nobody'; there are \d+: "),
        ("ffffffffffff", "no claim or statement has the id 'ffffffffffff'; a place is written PAGE:OFFSET"),
        ("corvane-1:99999", "nothing is claimed or stated at corvane-1:99999; the nearest claim is corvane-1:"),
    ],
)
def test_what_is_not_there_is_told(run: Run, target: str, told: str) -> None:
    with pytest.raises(NotFoundError, match=told):
        show_kept(target, run)


@pytest.mark.parametrize("wanted", ["ffffffff", "i-ffff", "abc", "nobody:3", "corvane-1:99999"])
def test_an_incident_that_is_not_there_is_told(run: Run, wanted: str) -> None:
    with pytest.raises(NotFoundError, match=r"no incident is called|no page is called|no claim stands at"):
        compare_incident(wanted, run, unjudged=False, relate=False)
