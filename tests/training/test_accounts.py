"""What linking learns from: which annotated incidents are one."""

import importlib
import json
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from builders import TARN, VESK, claim, day, page
from counterclaim.linking.weights import LinkModel
from counterclaim.linking.words import Rarity

FOLDER = Path(__file__).parents[2] / "training"
MODEL = LinkModel({}, 0.0, -2.0, -1.0, Rarity({}, 11), frozenset())


@pytest.fixture
def accounts(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(str(FOLDER))
    yield importlib.import_module("accounts")
    for name in ("accounts", "answers", "groups", "choosing", "dates", "places"):
        sys.modules.pop(name, None)


def shared() -> dict[str, list[str]]:
    told = tomllib.loads((FOLDER / "linking-shared.toml").read_text(encoding="utf-8"))
    return {**told["incidents"], "unsure": told["unsure"]}


def test_every_key_is_annotated_and_stands_once() -> None:
    files = ("settings.jsonl", "own-pages.jsonl")
    rows = [json.loads(line) for f in files for line in (FOLDER / f).read_text(encoding="utf-8").splitlines()]
    known = {f"{row['id']} {c['incident']}" for row in rows for c in row["claims"]}
    keys = [key for keys in shared().values() for key in keys]
    assert set(keys) <= known
    assert len(keys) == len(set(keys))


def test_an_incident_of_one_page_is_its_own_and_an_unsure_one_teaches_nothing(accounts: ModuleType) -> None:
    name = accounts.incident_names()
    (one, two, *_), unsure = shared()["houla-2012"], shared()["unsure"][0]
    assert name(one) == name(two)
    assert name("a page b") == "a page b"
    assert name(unsure) is None
    assert name("one cumulative-syria-war") == name("two cumulative-war")
    assert name("one cumulative-x").startswith("cumulative")


def test_pages_that_tell_of_one_incident_or_are_joined_are_held_out_together(accounts: ModuleType) -> None:
    together = accounts.answers.told_together()
    for keys in (keys for name, keys in shared().items() if name != "unsure"):
        assert len({together[key.split()[0]] for key in keys}) == 1


def test_a_page_is_in_one_fold_in_whatever_form(accounts: ModuleType) -> None:
    pages = [
        page(name, claim(name, place=where, date=day("2019-05-03")), published="2019-05-04")
        for name, where in (("a", TARN), ("b", TARN), ("c", VESK))
    ]
    ids = [p.claims[0].id for p in pages]
    corpora = [
        accounts.Corpus(pages, dict(zip(ids, names, strict=True))) for names in (("x", "x", "y"), ("x", "z", "z"))
    ]
    for corpus in corpora:
        corpus.compare(MODEL)
    assert len({accounts.folds_of(corpora, 50)[name] for name in "abc"}) == 1
    assert len({accounts.folds_of(corpora[:1], 50)[name] for name in "abc"}) == 2
