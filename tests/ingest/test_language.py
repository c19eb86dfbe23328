import subprocess
import sys

import pytest

from counterclaim.errors import PageError
from counterclaim.ingest.language import is_english, language_name, language_of, require_english
from ingest.makers import ARABIC, ENGLISH, GERMAN, SECOND


@pytest.mark.parametrize(
    ("text", "given", "language"),
    [
        (ENGLISH, None, "en"),
        (ENGLISH, "de", "en"),  # a template's default is no evidence against the words
        (ENGLISH, "not a tag", "en"),
        (GERMAN, None, "de"),
        (GERMAN, "en-GB", "en"),  # given as English, and in its script
        (ARABIC, "en", "ar"),
        ("12 dead in Qarwan", None, None),
        ("Zwölf Tote in Qarwan", None, None),
        ("Zwölf Tote in Qarwan", "de-AT", "de"),
        ("12 dead in Qarwan", "English", "en"),
        ("12 dead in Qarwan", "xx", None),
        ("", None, None),
        ("12 14 16 " * 50, None, None),
        ("🙂" * 50, None, None),
    ],
)
def test_the_language_of_a_text(text: str, given: str | None, language: str | None) -> None:
    assert language_of(text, given) == language


def test_english_full_of_foreign_names_is_english() -> None:
    text = (
        "Abu Zarwan, Tel Qarwan, Wadi Hesht and Bir Nuwara were shelled by the army, Karam Hadwani of Khabar Sahil said"
    )
    assert language_of(text + " on Monday") == "en"


def test_another_language_is_named() -> None:
    with pytest.raises(PageError, match=r"^p: the page is in German \(only English is read for now\)"):
        require_english(GERMAN, None, "en", name="p")
    with pytest.raises(PageError, match="the page is in Arabic"):
        require_english(ARABIC * 3, "en", name="p")
    assert require_english(ENGLISH, None, name="p") == "en"
    assert require_english("Short.", None, name="p") is None


def test_names_and_tags() -> None:
    assert language_name("fa") == "Persian"
    assert language_name("xyz") == "the language 'xyz'"
    assert is_english("en_US")
    assert not is_english("fr")
    assert not is_english(None)


def test_an_english_page_loads_no_identifier() -> None:
    code = (
        "import sys; from counterclaim.ingest.language import language_of;"
        f"assert language_of({(ENGLISH + SECOND)!r}) == 'en'; assert 'py3langid' not in sys.modules"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
