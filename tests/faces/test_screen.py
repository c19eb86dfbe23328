"""What people see: the first screen, the notebook, and hostile text that must not get through."""

from builders import TARN, claim, day, page
from counterclaim.faces.excerpt import claim_excerpt
from counterclaim.faces.notebook import claims_table, dossier_html
from counterclaim.faces.screen import as_text, screen
from counterclaim.faces.target import page_called
from counterclaim.faces.wording import LONGEST, chain, page_names, printable
from counterclaim.model import Document, Page, Skipped
from counterclaim.pipeline import call_witnesses, compare_pages, relate_positions
from counterclaim.resources import load_resources

FIXED = {"place": TARN, "date": day("2019-05-03"), "event_type": "Air/drone strike"}


def drawn(*pages: Page, most: int | None = None) -> str:
    accounts = compare_pages(pages, load_resources())
    return as_text(screen(accounts, [p.document for p in pages], most=most))


def test_the_screen_says_who_says_what_on_which_pages() -> None:
    told = drawn(
        page("mill", claim("mill", 5, voice="Tarn Watch", relays=("Norlink",), **FIXED)),
        page(
            "ferry", claim("ferry", 9, voice="Tarn Watch", **(FIXED | {"low": 15, "high": None, "bound": "at least"}))
        ),
        page("weir", claim("weir", 3, **FIXED)),
    )
    assert told.splitlines()[0] == "Air strike · Tarnholt · 3 May 2019 · 3 pages · 3 claims · 1 voice"
    assert "mill:5 (via Norlink)" in told
    assert "≥15" in told
    assert "↻ one voice, revised" in told
    assert "Three pages, one voice: Tarn Watch, through Norlink (1); nothing here corroborates anything." in told
    assert "the page itself" in told


def test_nothing_claimed_is_said_in_words() -> None:
    assert "No claims were found" in drawn(page("a"))


def test_more_incidents_than_fit_are_counted() -> None:
    pages = [page(f"p{n}", claim(f"p{n}", 2)) for n in range(4)]
    assert "and 3 more incidents" in drawn(*pages, most=1)


def test_hostile_text_reaches_neither_terminal_nor_notebook() -> None:
    evil = "\x1b[2J<script>alert(1)</script>[red]\u202egnorw"
    bad = page("x", claim("x", 2, exact=evil, voice=evil, bound="vague", relays=(evil,)), outlet=evil, title=evil)
    told = drawn(bad)
    assert "\x1b" not in told
    assert "\u202e" not in told
    assert "[red]" in told  # shown as it is, not taken as a colour
    html = dossier_html(compare_pages([bad], load_resources()), [bad.document])
    html += claims_table([bad], [Skipped(evil, evil)])
    assert "<script>" not in html
    assert "\x1b" not in html


def test_page_names_are_short_and_never_shared() -> None:
    hashed = [
        Document("0123456789abcdef", "a", source="north/mill.txt"),
        Document("fedcba9876543210", "b", source="south/mill.txt"),
    ]
    names = page_names([*hashed, Document("given", "c")])
    assert names == {"0123456789abcdef": "mill~012345", "fedcba9876543210": "mill~fedcba", "given": "given"}


def test_a_long_page_name_is_cut_and_still_finds_its_page() -> None:
    ids = [f"https://weir-post.example/archive/2019/04/{n}-shells-fall-on-the-mill-at-tarn" for n in (1, 2)]
    names = page_names([Document(id_, "a") for id_ in ids])
    assert len(set(names.values())) == 2
    for id_ in ids:
        assert len(names[id_]) == LONGEST
        assert page_called(names[id_], ids, names) == page_called(id_, ids, names) == id_


def test_printable_keeps_writing_and_drops_what_steers() -> None:
    assert printable("Käthe’s\u200b 井\n戸 \x07") == "Käthe’s 井 戸 �"


def test_the_chain_goes_from_the_voice_to_the_outlet() -> None:
    told = claim("a", voice="Orsk army", relays=("Orsk TV", "Norlink"))
    assert chain(told, Document("a", "t", outlet="Weir Post")) == "Orsk army → Orsk TV → Norlink → Weir Post"
    assert chain(claim("a"), Document("a", "t")) == "outlet unknown"


def test_who_speaks_on_a_page_of_its_own_is_named_once_in_the_chain() -> None:
    own = claim("a", voice="Harm Register")
    assert chain(own, Document("a", "t", outlet="Harm Register")) == "Harm Register"


def test_low_best_and_high_stand_below_their_question_with_the_claims_behind_them() -> None:
    given = FIXED | {"event_type": None}
    pages = [
        page("mill", claim("mill", 5, voice="Tarn Watch", **given)),
        page("ferry", claim("ferry", 9, voice="Weir Rescue", **(given | {"low": 30, "high": 30}))),
    ]
    told = " ".join(drawn(*pages).split())
    assert "Low and best 12 (Tarn Watch, mill:5: of several alike the lower) · high 30 (Weir Rescue," in told
    assert "Suggested grade: Fair: 2 independent voices tell of victims: Tarn Watch and Weir Rescue." in told
    assert "Low" not in drawn(pages[0])


def test_the_screen_keeps_to_eighty_columns() -> None:
    pages = [
        page(f"p{n}", claim(f"p{n}", 5, voice=f"Weir Valley Rescue Service {n}", low=n, high=n)) for n in range(1, 4)
    ]
    resources = load_resources()
    accounts = compare_pages(pages, resources)
    related = {a.incident.id: relate_positions(a, call_witnesses(pages, resources)) for a in accounts}
    told = as_text(screen(accounts, [p.document for p in pages], relations=related), 80)
    assert max(map(len, told.splitlines())) <= 80
    assert all(f"p{n}:5" in told for n in range(1, 4))
    assert "Suggested grade" in told


def test_what_fits_on_no_line_of_an_excerpt_goes_on_under_itself() -> None:
    told = claim("a", 0, "Orsk army", aspect="responsibility", party="Orsk army", low=None, high=None, bound=None)
    note = "Anna: " + "rang them and was told so " * 9
    text = as_text(claim_excerpt(told, page("a", told), "a", judged=[note]))
    lines = text.splitlines()
    judged = next(n for n, line in enumerate(lines) if line.startswith("  judged      Anna: rang"))
    assert lines[judged + 1].startswith(" " * 14)
    assert lines[judged + 1].split()[-1] == "so"
    assert "  responsibility " in text
