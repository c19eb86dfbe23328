import pytest


@pytest.mark.parametrize(
    ("source", "voice"),
    [
        ("Mayor Thabit Lorro", "Thabit Lorro"),
        ("Amir Lorro, director of Orlu hospital", "Orlu hospital"),
        ("Amir Lorro, a UNICEF official,", "UNICEF"),
        ("a UNICEF official", "UNICEF"),
        ("a PKK commander", "PKK"),
        ("a rebel commander", "unnamed: rebel commander"),
    ],
)
def test_a_named_person_speaks_for_the_house_beside_the_name(read, source, voice):
    statement = read(f"Nine people were killed in the raid, {source} said.").statements[0]
    assert statement.party == voice


def test_a_spokesman_of_the_ministry_is_that_of_the_ministry_named_before(read):
    page = read(
        "The Houthi health ministry said nine people were killed in the raid. "
        "On Monday ministry spokesman Amir Lorro said 12 had died."
    )
    first, second = page.statements
    assert second.voice == first.voice


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        (
            "Opponents of President Bashar Assad accused him of shelling Orlu.",
            "unnamed: opponents of President Bashar Assad",
        ),
        ("There was no immediate comment from Moscow, which denies targeting civilians.", "Russia"),
        ("Fear grew of more trouble with Iran, which condemned the raid on the town.", "Iran"),
    ],
)
def test_what_a_name_hangs_on_is_taken_in_only_where_it_speaks(read, text, voice):
    assert [s.voice for s in read(text).statements][-1] == voice


def test_a_name_that_the_parser_cut_is_taken_whole(read):
    (statement,) = read("News portal Myanmar Now reported that 114 people had been killed.").statements
    assert statement.voice == "Myanmar Now"


def test_whose_place_a_mayor_was_given_by_is_not_whom_he_speaks_for(read):
    (statement,) = read("Nine people died in Orlu, the city's Moscow-installed mayor, Amir Lorro, said.").statements
    assert statement.voice == "Amir Lorro"


@pytest.mark.parametrize(
    ("source", "voice"),
    [
        ("the head of the Orla city military administration, Ilsa Orn,", "Orla city military administration"),
        ("Borno governor's spokesman Ilsa Orn", "Borno governor"),
        ("Ilsa Orn, spokeswoman for the governor of Orla,", "Governor of Orla"),
        ("Ilsa Orn, spokeswoman for the Orla governor,", "Orla governor"),
        ("a spokesman for the Borno governor", "Borno governor"),
        ("the head of the Orla Regional Administration Ilsa Orn", "Orla Regional Administration"),
        ("the Orla Resistance Committee", "Orla Resistance Committee"),
    ],
)
def test_who_holds_an_office_speaks_for_it(read, source, voice):
    (claim,) = read(f"Nine people were killed in the raid, {source} said.").claims
    assert claim.voice == voice


def test_the_name_between_commas_behind_a_title_is_whose_word_it_is(read):
    (claim,) = read("According to the adviser to the head of the region, Ilsa Orn, nine people died.").claims
    assert claim.voice == "Ilsa Orn"


def test_a_body_in_capitals_before_a_small_noun_is_no_body_before_it(read):
    page = read("Ilsa Orn, director of the Tern Hospital, said nine people died. The Orlu hospital reported two dead.")
    assert [c.voice for c in page.claims] == ["Tern Hospital", "Orlu hospital"]


def test_the_page_goes_before_the_list_of_persons(read):
    page = read(
        "Nine people died, said Yahya Saree, the spokesman of the Orla Rescue Service. Saree said two were children."
    )
    assert {c.voice for c in page.claims} == {"Orla Rescue Service"}


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        (
            "Coalition jets killed nine people in Raqqa in Syria, coalition spokesman Colonel Amir Lorro said.",
            "US-led coalition",
        ),
        ("Nine people died in Tal Mardo in Syria, the Idlib Civil Defence said.", "White Helmets"),
        (
            "Nine people died in Gaza City, the health ministry in the Hamas-run Gaza Strip said.",
            "Gaza Health Ministry",
        ),
        ("The mayor of the city of Orlu said nine people had died.", "Orlu mayor"),
        ("The popular committee in Orlu, for its part, said it had lost nine men.", "popular committee in Orlu"),
        ("Nine people died in Naypyitaw in Myanmar, the junta's spokesman said.", "Myanmar military"),
        ("Shells killed nine people in Idlib in Syria, the regime's news agency said.", "SANA"),
    ],
)
def test_who_speaks_for_what_the_words_only_hint_at(read, text, voice):
    assert read(text).statements[-1].party == voice


def test_a_governor_with_a_name_is_that_of_the_region_just_named(read):
    page = read(
        "Nine people were killed in Lozna in the Kherson region, governor Oleh Synor said. Six were hurt, he said."
    )
    assert {s.party for s in page.statements} == {"Kherson regional military administration"}


def test_a_label_may_be_the_one_head_of_a_place(read):
    page = read("Ramadi mayor: nine people were killed in the market.")
    assert [c.voice for c in page.claims] == ["Ramadi mayor"]
