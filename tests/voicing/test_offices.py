import pytest


@pytest.mark.parametrize(
    ("source", "voice"),
    [
        ("Mayor Thabit Lorro", "Thabit Lorro"),
        ("Amir Lorro, director of Orlu hospital", "Orlu hospital"),
        ("Amir Lorro, a UNICEF official,", "UNICEF"),
        ("a UNICEF official", "unnamed: UNICEF official"),
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
