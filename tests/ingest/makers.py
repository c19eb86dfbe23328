"""Files as a user may have them, made in memory: HTML, PDF, WARC."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterable, Mapping
from pathlib import Path

from pypdf import PdfReader, PdfWriter
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from counterclaim.ingest import read_documents
from counterclaim.model import Document, Skipped

ENGLISH = (
    "Shelling hit the market of Qarwan on Tuesday, killing at least 12 people, a monitoring group said, as the "
    "fighting in the province entered its third week."
)
SECOND = "The defence ministry denied that its forces had fired on the town and blamed gunmen who hold the hills."
GERMAN = (
    "Bei einem Angriff auf den Markt von Qarwan sind am Dienstag mindestens zwölf Menschen getötet worden, wie eine "
    "Beobachtergruppe mitteilte. Das Ministerium wies die Verantwortung für den Beschuss der Stadt zurück."
)
ARABIC = "قتل اثنا عشر شخصا على الأقل في قصف على سوق المدينة"


def read(*paths: str | Path, stdin: bytes = b"") -> tuple[list[Document], list[Skipped]]:
    """What `read_documents` gives, sorted out."""
    found = list(read_documents(paths, stdin=io.BytesIO(stdin)))
    return [f for f in found if isinstance(f, Document)], [f for f in found if isinstance(f, Skipped)]


def html(*paragraphs: str, head: str = "", body: str = "", lang: str = "en") -> str:
    """A page as outlets make them, with a menu, comments and a footer about the article."""
    text = "".join(f"<p>{p}</p>" for p in paragraphs or (ENGLISH, SECOND))
    return (
        f'<!doctype html><html lang="{lang}"><head>{head}</head><body><nav><ul><li><a href="/">Home</a></li></ul></nav>'
        f"<article>{body}<div>{text}</div></article>"
        '<div id="comments"><h3>Comments</h3><div class="comment"><p>I heard that 900 died there.</p></div></div>'
        "<footer><p>Copyright 2011-2019 The Qarwan Courier, updated 3 March 2019</p></footer></body></html>"
    )


def pdf(*sheets: Iterable[str], info: str = "", encrypt: str | None = None) -> bytes:
    """A PDF of these sheets, each a list of lines set in Helvetica."""
    objects = [
        "<< /Type /Catalog /Pages 2 0 R /Lang (en) >>",
        "",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    kids = []
    for lines in sheets:
        shown = " T* ".join(f"({line}) Tj" for line in lines)
        content = f"BT /F1 11 Tf 14 TL 50 780 Td {shown} ET"
        objects.append(f"<< /Length {len(content)} >>\nstream\n{content}\nendstream")
        resources = "/Resources << /Font << /F1 3 0 R >> >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R {resources} /MediaBox [0 0 595 842] /Contents {len(objects)} 0 R >>"
        )
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    objects.append(f"<< {info} /CreationDate (D:20200101000000Z) >>")
    data = _numbered(objects)
    return data if encrypt is None else _encrypted(data, encrypt)


def warc(
    pages: Mapping[str, str | bytes], *, status: str = "200 OK", headers: Mapping[str, str] | None = None
) -> bytes:
    """A gzipped archive with one response for each address, after a warcinfo record."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=True)
    writer.write_record(writer.create_warcinfo_record("x.warc.gz", {"software": "test"}))
    for url, payload in pages.items():
        data = payload.encode() if isinstance(payload, str) else payload
        fields = {"Content-Type": "text/html; charset=utf-8", **(headers or {})}
        http = StatusAndHeaders(status, list(fields.items()), protocol="HTTP/1.1")
        writer.write_record(writer.create_warc_record(url, "response", payload=io.BytesIO(data), http_headers=http))
    return out.getvalue()


def plain_warc(pages: Mapping[str, str]) -> bytes:
    """The same, not compressed."""
    return gzip.decompress(warc(pages))


def _numbered(objects: list[str]) -> bytes:
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n".encode("latin-1")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = (
        f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R /Info {size - 1} 0 R >>\n"
    )
    return out + f"{trailer}startxref\n{len(out)}\n%%EOF\n".encode()


def _encrypted(data: bytes, password: str) -> bytes:
    writer, out = PdfWriter(clone_from=PdfReader(io.BytesIO(data))), io.BytesIO()
    writer.encrypt(password, owner_password="the owner's", algorithm="RC4-128")
    writer.write(out)
    return out.getvalue()
