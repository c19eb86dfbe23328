from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.lexicon import load_lexicon
from counterclaim.model import Document, Page, Passage, Role, Span
from counterclaim.stages.passages import split_passages
from counterclaim.stages.relays import find_page_relays
from counterclaim.syntax import Parse
from invented_war import CATALOGUE, mentions

LEXICON = load_lexicon()
BODY = "Shells hit the harbour on Monday and nine dock workers died, doctors said. Rescuers dug until dawn."
Finder = Callable[..., tuple[str, ...]]


@pytest.fixture(scope="module")
def relays(resources: object, parse: Callable[[str], Parse]) -> Finder:
    def run(text: str, outlet: str | None = "Harl Post") -> tuple[str, ...]:
        document = Document("test", text, outlet)
        passages = split_passages(document, LEXICON)
        return find_page_relays(document, passages, mentions(parse(text)), CATALOGUE, LEXICON)

    return run


CREDITED = {
    "byline": f"Nine die in raid\n\nVelm Press\n\n{BODY}",
    "byline with by": f"Nine die in raid\n\nBy Ivo Lehn, Velm Press\n\n{BODY}",
    "byline shared with the house's own": f"Nine die in raid\n\nBy Velm Press and Staff\n\n{BODY}",
    "dateline": f"HARL (Velm Press) — {BODY}",
    "dateline without dash": f"HARL (Velm Press) {BODY}",
    "run together with a date": f"Nine die in raid Velm Press Tuesday 4 May 2021 {BODY}",
    "sign-off": f"{BODY}\n\n-Velm Press",
    "sign-off with a desk": f"{BODY}\n\nVelm Press/KL",
    "glued sign-off": f"{BODY}-Velm Press",
    "source": f"{BODY}\n\nSource: Velm Press",
    "with": f"{BODY} (With Velm Press)",
}


@pytest.mark.parametrize("text", CREDITED.values(), ids=CREDITED)
def test_an_agency_that_the_page_is_credited_to(relays: Finder, text: str) -> None:
    assert relays(text) == ("Velm Press",)


def test_a_dateline_below_a_lead_and_its_furniture(relays: Finder) -> None:
    lead = (
        f"Nine die in raid\n\n{BODY}\n\nDec 20, 2018 10:10 PM\n\nA+\n\nA-\n\nMen carry a stretcher on Sunday.\n\n"
        + 4 * f"{BODY} "
    )
    assert relays(f"{lead}\n\nHarl, Dec 20 (Velm Press) {BODY}\n\nNobody else was hurt.") == ("Velm Press",)
    assert relays(f"{lead}\n\nA doctor said so on Dec 20 (Velm Press) and left.\n\nNobody else was hurt.") == ()


@pytest.mark.parametrize(
    ("end", "agencies"),
    [
        ("(Reuters, AFP)", ("Reuters", "AFP")),
        ("(Reuters, AFP and AP)", ("Reuters", "AFP", "AP")),
        ("(Khalil Osmo, Reuters)", ()),
        ("(Photo by Ivo Lehn, AFP)", ()),
    ],
)
def test_agencies_side_by_side_at_the_end(read: Callable[..., Page], end: str, agencies: tuple[str, ...]) -> None:
    assert read(f"{BODY} {end}").relays == agencies


PASSING = {
    "told": f"A doctor told Velm Press that nine died. {BODY}",
    "reported": f"Velm Press reported nine dead. {BODY}",
    "picture": f"Men carry a stretcher (Velm Press photo)\n\n{BODY}",
    "photographer": f"A Velm Press photographer saw nine bodies. {BODY}",
    "shared": f"{BODY}\n\nSource: Velm Press and agencies",
    "agencies contributed": f"{BODY}\n\nAgencies contributed to this report",
    "nothing": BODY,
}


@pytest.mark.parametrize("text", PASSING.values(), ids=PASSING)
def test_an_agency_that_is_only_named(relays: Finder, text: str) -> None:
    assert relays(text) == ()


def test_the_outlet_itself_relays_nothing(relays: Finder) -> None:
    assert relays(f"HARL (Velm Press) — {BODY}", outlet="Velm Press News") == ()


def test_a_source_line_counts_though_no_list_knows_the_house(relays: Finder) -> None:
    assert relays(f"{BODY}\n\nSource: Odra Courier") == ("Odra Courier",)


def test_a_page_with_its_own_dateline_may_still_be_signed_by_another(relays: Finder) -> None:
    assert relays(f"HARL (Harl Post) — {BODY}\n\n-Velm Press") == ("Velm Press",)


@given(st.text(max_size=200))
def test_any_text_is_borne(text: str) -> None:
    passages = [Passage(Span.of(text, 0, len(text)), Role.BODY)] if text else []
    assert isinstance(find_page_relays(Document("d", text), passages, (), CATALOGUE, LEXICON), tuple)


@pytest.mark.parametrize(
    ("line", "agencies"),
    [
        ("© 2021 AFP", ("AFP",)),
        ("Copyright © 1994-2021 The Associated Press. All rights reserved.", ("AP",)),
        ("(c) Reuters", ("Reuters",)),
        ("© 2021 Harl Post", ()),
    ],
)
def test_whose_rights_a_line_below_the_article_reserves(
    read: Callable[..., Page], line: str, agencies: tuple[str, ...]
) -> None:
    page = read(f"Nine people were killed in Orlu, police said.\n\nThe road was closed.\n\n{line}", outlet="Harl Post")
    assert page.relays == agencies


def test_the_rights_in_a_picture_above_the_article_are_the_pictures(read: Callable[..., Page]) -> None:
    page = read("Shells hit Orlu\n\n© AFP\n\nNine people were killed in Orlu, police said.\n\nThe road was closed.")
    assert page.relays == ()
