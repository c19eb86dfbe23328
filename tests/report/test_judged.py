"""Figures that rest on what people judged bear a sign, and the list says who judged what."""

from counterclaim.faces.reporting import html_of
from counterclaim.judging import opinions, view
from counterclaim.judging.anchoring import Shelf
from counterclaim.judging.chain import following
from counterclaim.model import Document, Judgement, Opinion
from counterclaim.pipeline import compare_pages
from counterclaim.resources import load_resources
from reports import MINISTRY, TARN_WATCH, made_claim, made_page

DOCUMENT = Document(
    "mill", "Tarn Watch said 12 people were killed; the ministry spoke of 9 dead.\n", outlet="Tarn Wire"
)
TOLD = made_claim(DOCUMENT, "12 people", voice=TARN_WATCH)
WRONG = made_claim(DOCUMENT, "9 dead", voice=MINISTRY, low=9, high=9)
PAGES = (made_page(DOCUMENT, TOLD, WRONG),)


def judged_by(*said: tuple[str, Opinion]) -> str:
    made: list[Judgement] = []
    for person, opinion in said:
        made.append(following(made[-1] if made else None, opinion, person=person, at="2026-01-02T03:04:05Z"))
    judged = view(PAGES, tuple(made))
    accounts = compare_pages(judged.pages, load_resources(), judged.guidance)
    return html_of(accounts, judged, (), None)


def test_a_judged_figure_bears_a_sign_and_the_list_says_by_whom() -> None:
    shelf = Shelf(PAGES)
    html = judged_by(
        ("A<b>na", opinions.right(shelf.anchor(TOLD.id), TOLD, note="read <i>twice</i>")),
        ("Bo", opinions.wrong(shelf.anchor(WRONG.id))),
    )
    assert html.count(">✎</span>") == 1
    assert 'id="judgements"' in html
    assert "2 people judged what the program read: A&lt;b&gt;na, Bo." in html
    assert "read &lt;i&gt;twice&lt;/i&gt;" in html
    assert "Left out as wrong, judged by Bo: mill:" in html


def test_where_two_differ_it_is_contested() -> None:
    anchor = Shelf(PAGES).anchor(TOLD.id)
    html = judged_by(("Ana", opinions.right(anchor, TOLD)), ("Bo", opinions.wrong(anchor)))
    assert 'aria-label="contested by people"' in html


def test_without_judgements_nothing_is_said_of_them() -> None:
    html = judged_by()
    assert "✎" not in html.partition("<main")[2].partition("<script")[0]
    assert 'id="judgements"' not in html
