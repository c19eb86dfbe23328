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
    assert statement.voice == voice


def test_a_spokesman_of_the_ministry_is_that_of_the_ministry_named_before(read):
    page = read(
        "The Houthi health ministry said nine people were killed in the raid. "
        "On Monday ministry spokesman Amir Lorro said 12 had died."
    )
    first, second = page.statements
    assert second.voice == first.voice
