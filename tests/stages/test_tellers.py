import pytest


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        (
            "A raid on the town of Orlu killed nine people and wounded 30, two aid workers said on Monday.",
            ["30", "nine people"],
        ),
        ("Shells fell on Orlu and killed a boy, according to a field doctor.", ["a boy"]),
        ("A man who lost nine relatives in the raid said he would stay.", ["nine relatives"]),
    ],
)
def test_those_who_only_speak_are_not_counted(read, text, counted):
    assert sorted(c.span.exact for c in read(text).claims if c.aspect != "responsibility") == counted
