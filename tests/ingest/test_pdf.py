import io
from pathlib import Path

import pytest
from pypdf import PdfWriter

from counterclaim.ingest.pdf import paragraphs
from ingest.makers import pdf, read

SHEET = [
    "Shelling hit the market of Qarwan on Tuesday, killing at least 12",
    "people, a monitoring group said, as the fighting in the province en-",
    "tered its third week and the road to the south was cut again.",
    "The defence ministry denied that its forces had fired on the town",
    "and blamed gunmen.",
]
TEXT = (
    "Shelling hit the market of Qarwan on Tuesday, killing at least 12 people, a monitoring group said, as the "
    "fighting in the province entered its third week and the road to the south was cut again. "
    "The defence ministry denied that its forces had fired on the town and blamed gunmen."
)


def write(folder: Path, data: bytes) -> Path:
    path = folder / "report.pdf"
    path.write_bytes(data)
    return path


def test_text_title_and_language_but_no_day_of_publication(tmp_path: Path) -> None:
    (page,), skipped = read(write(tmp_path, pdf(SHEET, info="/Title (Qarwan: one week)")))
    assert page.text == TEXT
    assert (page.title, page.lang, page.published, page.outlet) == ("Qarwan: one week", "en", None, None)
    assert not skipped


@pytest.mark.parametrize("title", ["Microsoft Word - report v3.doc", "untitled", "report.pdf", "   "])
def test_what_a_writing_program_put_there_is_no_title(tmp_path: Path, title: str) -> None:
    (page,), _ = read(write(tmp_path, pdf(SHEET, info=f"/Title ({title})")))
    assert page.title is None


def test_a_sentence_goes_on_over_sheets_and_page_numbers(tmp_path: Path) -> None:
    first = [*SHEET[:1], "1"]
    second = ["people, a monitoring group said.", "Page 2 of 2"]
    (page,), _ = read(write(tmp_path, pdf(first, second)))
    assert page.text == f"{SHEET[0]} people, a monitoring group said."


@pytest.mark.parametrize(
    ("sheets", "text"),
    [
        (["A headline\n\nThe first paragraph of the page is long\nand goes on.\n\nThe second."],
         "A headline\nThe first paragraph of the page is long and goes on.\nThe second."),
        (["The fighting near al-\nQarwan went on."], "The fighting near al-Qarwan went on."),
        (["Between 20-\n30 people were killed"], "Between 20-30 people were killed"),
        (["soft\u00ad\nware"], "software"),
        (["It ended.", "A new page begins."], "It ended.\nA new page begins."),
        ([], ""),
        (["", "\n \n"], ""),
        (["7"], "7"),
    ],
)  # fmt: skip
def test_lines_become_paragraphs(sheets: list[str], text: str) -> None:
    assert paragraphs(sheets) == text


def test_a_locked_pdf(tmp_path: Path) -> None:
    _, (skipped,) = read(write(tmp_path, pdf(SHEET, encrypt="secret")))
    assert skipped.why == "the PDF is locked with a password"
    assert "qpdf" in skipped.hint


def test_a_pdf_that_anyone_may_read_is_read(tmp_path: Path) -> None:
    (page,), _ = read(write(tmp_path, pdf(SHEET, encrypt="")))
    assert page.text == TEXT


def test_a_scan_has_no_text(tmp_path: Path) -> None:
    writer, out = PdfWriter(), io.BytesIO()
    writer.add_blank_page(595, 842)
    writer.write(out)
    _, (skipped,) = read(write(tmp_path, out.getvalue()))
    assert "no text in this PDF" in skipped.why
    assert "OCR" in skipped.hint


@pytest.mark.parametrize(
    "data", [b"%PDF-1.4\nnot much", b"words that are no PDF", pdf(SHEET)[:400], b"%PDF-1.7\n" + bytes(range(256)) * 4]
)
def test_a_damaged_pdf(tmp_path: Path, data: bytes, capfd: pytest.CaptureFixture[str]) -> None:
    _, (skipped,) = read(write(tmp_path, data))
    assert "the PDF is damaged" in skipped.why
    assert capfd.readouterr() == ("", "")


def test_an_empty_pdf_and_one_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, (skipped,) = read(write(tmp_path, b""))
    assert skipped.why == "the file is empty"
    monkeypatch.setattr("counterclaim.ingest.pdf.MAX_CHARACTERS", 100)
    _, (skipped,) = read(write(tmp_path, pdf(SHEET)))
    assert skipped.why.startswith("longer than ")
    monkeypatch.setattr("counterclaim.ingest.pdf.MAX_PDF_BYTES", 100)
    _, (skipped,) = read(write(tmp_path, pdf(SHEET)))
    assert "the limit for a PDF" in skipped.why
