from collections.abc import Callable

import pytest

from counterclaim.model import Claim, Page

Read = Callable[..., Page]


def counts(page: Page) -> list[Claim]:
    return [c for c in page.claims if c.aspect != "responsibility"]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The battle near Old Marrow killed 50-plus rebels.", [(50, None)]),
        ("Some 70-odd people were killed in Old Marrow.", [(70, 70)]),
        ("Ten people were killed in Old Marrow and as many wounded.", [(10, 10)]),
        ("The death toll in Old Marrow has risen to 33 from 21.", [(33, 33)]),
        ("Nobody among the 45 passengers was hurt in the blast.", []),
    ],
)
def test_a_number_as_people_write_it(read: Read, text: str, wanted: list[tuple[int | None, int | None]]) -> None:
    assert [(c.low, c.high) for c in counts(read(text))] == wanted


@pytest.mark.parametrize(
    ("noun", "who"),
    [
        ("policewomen", "soldiers"),
        ("White Helmets", "medics"),
        ("stretcher bearers", "medics"),
        ("polio workers", "medics"),
        ("camera operators", "journalists"),
        ("editors", "journalists"),
        ("child labourers", "children"),
        ("self-defence group members", "fighters"),
    ],
)
def test_who_they_are_by_two_words_or_one(read: Read, noun: str, who: str) -> None:
    (claim,) = counts(read(f"Seven {noun} were killed in Old Marrow."))
    assert claim.who == who


def test_an_armys_own_casualties_are_soldiers(read: Read) -> None:
    page = read("The army suffered 40 casualties near Old Marrow.")
    assert {c.who for c in counts(page)} == {"soldiers"}


@pytest.mark.parametrize(
    "text",
    [
        "At least 20 people were killed, eight children and five women among them.",
        "Eight children and five women were among the 20 people killed.",
    ],
)
def test_each_of_a_list_among_a_total_is_part_of_it(read: Read, text: str) -> None:
    (whole,) = (c for c in counts(read(text)) if c.low == 20)
    assert [c.part_of for c in counts(read(text)) if c.low != 20] == [whole.id, whole.id]


def test_bodies_that_burnt_are_of_the_dead(read: Read) -> None:
    page = read("At least 20 people were killed. Five of the bodies were burned beyond recognition.")
    assert [(c.aspect, c.low) for c in counts(page)] == [("killed", 20), ("killed", 5)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Four aid workers were abducted and later killed in Old Marrow.", {"detained", "killed"}),
        ("Four aid workers were kidnapped and then found dead.", {"detained", "killed"}),
        ("Nine mutilated corpses were dumped by the road.", {"killed"}),
        ("Nine people were bundled into a van.", {"detained"}),
        ("Nine people lost their homes in the shelling.", {"displaced"}),
        ("Nine people would have been killed.", set()),
    ],
)
def test_what_befell_them(read: Read, text: str, wanted: set[str]) -> None:
    assert {c.aspect for c in counts(read(text))} == wanted


@pytest.mark.parametrize(("side", "who"), [("rebel", "fighters"), ("government", "soldiers")])
def test_a_bare_number_is_of_the_side_that_opens_the_sentence(read: Read, side: str, who: str) -> None:
    assert [c.who for c in counts(read(f"On the {side} side, 30 were killed."))] == [who]


def test_those_who_make_up_a_total_each_with_who_they_were(read: Read) -> None:
    page = read("A strike killed 35 people. Of the dead, 12 were women and nine were children.")
    whole, *parts = counts(page)
    assert [(c.low, c.who, c.part_of) for c in parts] == [(12, "women", whole.id), (9, "children", whole.id)]


@pytest.mark.parametrize(
    "text",
    [
        "Twenty-two of the abducted passengers have been freed.",
        "Six of the kidnapped girls escaped.",
        "Of the 40 pupils abducted in May, 12 have been freed.",
    ],
)
def test_captives_who_are_free_are_no_captives(read: Read, text: str) -> None:
    assert not {12, 22, 6} & {c.low for c in counts(read(text))}


def test_how_badly_without_a_comma(read: Read) -> None:
    whole, part = counts(read("Eighteen people were wounded four critically in Old Marrow."))
    assert part.part_of == whole.id


@pytest.mark.parametrize(("one", "who"), [("a nurse", "medics"), ("a girl", "children")])
def test_one_of_the_victims_and_who_it_was(read: Read, one: str, who: str) -> None:
    whole, part = counts(read(f"At least 20 people were killed in Old Marrow. One of the victims was {one}."))
    assert (part.low, part.who, part.part_of) == (1, who, whole.id)
