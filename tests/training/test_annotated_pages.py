"""What the network is trained on, as far as it needs no PyTorch."""

import hashlib
import importlib
import json
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from types import ModuleType

import pytest

from counterclaim.resources import Resources
from counterclaim.speech.reading import ROLES
from counterclaim.weights import PIECES, Vocabulary

FOLDER = Path(__file__).parents[2] / "training" / "attribution"
TEXT = "The ministry, which denied it, said Veskad’s mayor claimed ten men had died."


@pytest.fixture
def pages(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(str(FOLDER))
    yield importlib.import_module("pages")
    sys.modules.pop("pages", None)


def spans(*words: str) -> list[tuple[int, int]]:
    return [(TEXT.index(w), TEXT.index(w) + len(w)) for w in words]


ROW = {
    "id": "tarn-1",
    "text": TEXT,
    "attributions": [
        {
            "source": spans("The ministry, which denied it"),
            "cue": spans("said"),
            "content": spans("Veskad’s mayor claimed ten men had died"),
            "nested": False,
        },
        {
            "source": spans("Veskad’s mayor"),
            "cue": spans("claimed"),
            "content": spans("ten men had died"),
            "nested": True,
        },
    ],
}


def words(row: dict, told: int, role: str) -> list[str]:
    return [row["text"][start:stop] for start, stop in row["attributions"][told][role]]


def test_a_page_without_its_marks_keeps_its_annotations(pages: ModuleType) -> None:
    bare = pages.without_marks(ROW)
    assert bare["text"] == TEXT.replace(",", "").replace("’", "")
    assert words(bare, 0, "source") == ["The ministry which denied it"]
    assert words(bare, 0, "content") == ["Veskads mayor claimed ten men had died"]
    assert words(bare, 1, "cue") == ["claimed"]


def test_each_cue_has_tags_of_its_own(pages: ModuleType, resources: Resources) -> None:
    vocabulary = Vocabulary((files("counterclaim") / "models" / PIECES).read_text(encoding="utf-8"))
    page = pages.page_of(ROW, resources, vocabulary)
    told, nested = page.gold
    assert (told.nested, nested.nested, page.nests) == (False, True, True)
    assert ROLES[page.tags[told.head][nested.head]] == "content"
    assert ROLES[page.tags[nested.head][nested.head]] == "cue"
    assert page.tags[nested.head][told.head] == 0
    assert set(page.tags) <= set(page.seen_from)
    assert len(page.pieces) == len(page.clues)


def test_the_role_in_anything_is_that_in_what_the_page_tells(pages: ModuleType, resources: Resources) -> None:
    vocabulary = Vocabulary((files("counterclaim") / "models" / PIECES).read_text(encoding="utf-8"))
    page = pages.page_of(ROW, resources, vocabulary)
    told, nested = page.gold
    assert ROLES[page.any_tags[told.head]] == "cue"
    assert ROLES[page.any_tags[nested.head]] == "content"


def test_annotations_are_not_put_on_another_text(pages: ModuleType, tmp_path: Path) -> None:
    articles, annotations = tmp_path / "articles.jsonl", tmp_path / "annotated.jsonl"
    articles.write_text(json.dumps({"id": "a", "text": "one"}) + "\n")
    row = {"id": "a", "sha256": hashlib.sha256(b"one").hexdigest(), "attributions": []}
    annotations.write_text(json.dumps(row) + "\n")
    assert pages.annotated_rows(annotations, articles) == [{**row, "text": "one"}]
    articles.write_text(json.dumps({"id": "a", "text": "another"}) + "\n")
    with pytest.raises(ValueError, match="a is not the text that was annotated"):
        pages.annotated_rows(annotations, articles)


def test_a_page_on_which_nothing_is_read_is_left_out(pages: ModuleType, resources: Resources) -> None:
    vocabulary = Vocabulary((files("counterclaim") / "models" / PIECES).read_text(encoding="utf-8"))
    assert pages.page_of({"id": "a", "text": " \n ", "attributions": []}, resources, vocabulary) is None
