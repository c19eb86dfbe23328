"""Exports from Python."""

import csv
from pathlib import Path

import pytest

import counterclaim
from counterclaim import Document

MILL = "At least 12 people were killed at the mill in Tarnholt, Samira al-Khatib, 34, a nurse, said on Friday."


def test_a_reading_and_a_dossier_are_exported(tmp_path: Path) -> None:
    reading = counterclaim.read(Document("mill", MILL, published="2019-05-05", title="What Samira al-Khatib saw"))
    path = reading.export("csv", tmp_path / "claims.csv", hxl=True)
    assert list(csv.reader(path.open(encoding="utf-8")))[2][1] == "mill"
    dossier = counterclaim.compare(reading)
    assert "Khatib" in dossier.export("csv", tmp_path / "a.csv").read_text(encoding="utf-8")
    assert "Khatib" not in dossier.export("csv", tmp_path / "b.csv", redact=True).read_text(encoding="utf-8")
    with pytest.raises(ValueError, match="docx"):
        reading.export("docx", tmp_path / "x")
    with pytest.raises(TypeError):
        reading.export("csv", tmp_path / "x", bold=True)
