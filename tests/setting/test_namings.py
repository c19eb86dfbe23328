import pytest

from counterclaim.lexicon import load_lexicon
from counterclaim.setting.namings import load_naming_words


@pytest.mark.parametrize(
    ("words", "days", "form"),
    [
        ("tuesday night", 1, "weekday"),
        ("since monday", 3, "since"),
        ("the day after", 1, "counted"),
        ("last night", 2, "today"),
        ("yesterday", 1, "yesterday"),
        ("4 may", 1, "date"),
        ("2011", 365, "stretch"),
        ("june", 30, "month"),
    ],
)
def test_words_for_days_are_sorted(words: str, days: int, form: str) -> None:
    assert load_naming_words(load_lexicon()).form(words, days) == form
