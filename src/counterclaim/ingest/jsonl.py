"""JSON lines: one page a line, as `text` or `html`, with what is known of it.

Lines are read one by one, however long the file; a line that cannot be read is named and the others go on. A field of
the wrong type is taken as unknown, and that is said.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, BinaryIO

from counterclaim.errors import PageError
from counterclaim.ingest.dates import parse_published
from counterclaim.ingest.draft import Draft, excerpt, has_surrogates
from counterclaim.ingest.encoding import damaged, refuse_binary
from counterclaim.ingest.html import markup_page
from counterclaim.model import Original, Skipped

MAX_LINE_BYTES = 16_000_000
"""The longest line: a page of a million characters, each written as an escape of six bytes or more, and its fields."""
PIECE = 1 << 20
TEXT_FIELDS = ("outlet", "title", "url", "lang")
ONE_A_LINE = 'write one page a line, such as {"text": "…", "outlet": "…", "published": "2017-04-15"}'
COMPACT = "write one page a line: jq -c '.[]?' turns a list into lines, jq -c . one page into a line"


def read_jsonl(stream: BinaryIO, name: str) -> Iterator[Draft | Skipped]:
    """The pages of a stream of JSON lines; raises PageError when it is no such stream at all."""
    number, blank = 0, True
    for number, line in enumerate(_lines(stream), 1):
        where = f"{name}:{number}"
        if line is None:
            blank = False
            yield Skipped(where, f"the line is longer than {MAX_LINE_BYTES / 1e6:,.0f} MB", "one page a line")
            continue
        content = line.removeprefix(b"\xef\xbb\xbf").strip() if number == 1 else line.strip()
        if not content:
            continue
        if blank:
            _check_opening(content, name)
        blank = False
        try:
            yield replace(json_page(content, where), original=Original(content, "application/json", "line"))
        except PageError as error:
            yield Skipped(error.name, error.why, error.hint)
    if blank:
        raise PageError(name, "the file is empty", ONE_A_LINE)


def json_page(line: bytes, name: str) -> Draft:
    """The page of one line; raises PageError when the line holds none."""
    row = _row(line, name)
    markup, notes = row.get("html"), list[Skipped]()
    if row.get("text") not in (None, "") or markup is None:
        draft = Draft(name, _content(row, "text", name))
    else:
        draft = markup_page(_content(row, "html", name), name, url=_string(row, "url", name, []))
    given = {field: _string(row, field, name, notes) for field in TEXT_FIELDS}
    given["id"] = _id(row, name, notes)
    given["published"] = _published(row, name, notes)
    known: dict[str, Any] = {k: v for k, v in given.items() if v is not None}
    return replace(draft, **known, notes=(*draft.notes, *notes))


def _lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """The lines of a stream, None for one that is too long (which is passed over piece by piece)."""
    while line := stream.readline(MAX_LINE_BYTES + 1):
        if len(line) <= MAX_LINE_BYTES or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(PIECE)
        yield None


def _check_opening(content: bytes, name: str) -> None:
    """Refuse at once what is no JSON lines from the start, instead of naming each of its lines."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\0" in content[:4]:
        raise PageError(name, "the file is in UTF-16 or UTF-32", "JSON lines are UTF-8: save it again as UTF-8")
    refuse_binary(content, name)
    if content in (b"{", b"[") or (content[:1] == b"[" and content[1:].lstrip()[:1] == b"{"):
        raise PageError(name, "the file is one JSON document over many lines, not one page a line", COMPACT)


def _row(line: bytes, name: str) -> Mapping[str, Any]:
    try:
        row = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise damaged(line, error, name) from None
    except json.JSONDecodeError as error:
        raise PageError(name, f"the line is not JSON: {error.msg} at column {error.colno}", ONE_A_LINE) from None
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, lists within lists without end
        raise PageError(name, f"the line cannot be read as JSON: {type(error).__name__}", ONE_A_LINE) from None
    if not isinstance(row, dict):
        raise PageError(name, f"the line is no JSON object but {_kind(row)}", ONE_A_LINE)
    return row


def _content(row: Mapping[str, Any], field: str, name: str) -> str:
    value = row.get(field)
    if value is None:
        has = f"it has {', '.join(map(excerpt, sorted(row)[:6]))}" if row else "it has no field at all"
        raise PageError(name, f"the page has neither text nor html ({has})", ONE_A_LINE)
    if not isinstance(value, str):
        raise PageError(name, f"{field} is no string but {_kind(value)}", ONE_A_LINE)
    if has_surrogates(value):
        raise PageError(
            name, f"{field} holds half of a surrogate pair, which no file can hold", "mend the \\ud… escape"
        )
    return value


def _string(row: Mapping[str, Any], field: str, name: str, notes: list[Skipped]) -> str | None:
    """A field that should be a string: None where it is missing or blank, and with a note where it is anything else."""
    value = row.get(field)
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if isinstance(value, str) and not has_surrogates(value):
        return value
    why = "holds half of a surrogate pair" if isinstance(value, str) else f"is no string but {_kind(value)}"
    notes.append(Skipped(name, f"{field} {why} and is taken as unknown: {excerpt(value)}", part=field))
    return None


def _id(row: Mapping[str, Any], name: str, notes: list[Skipped]) -> str | None:
    """The id given with the page; a whole number is an id as well."""
    value = row.get("id")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    found = _string(row, "id", name, notes)
    if found is None or found.isprintable():
        return found
    notes.append(Skipped(name, f"id holds control characters and is not used: {excerpt(found)}", part="id"))
    return None


def _published(row: Mapping[str, Any], name: str, notes: list[Skipped]) -> str | None:
    value = _string(row, "published", name, notes)
    day = parse_published(value) if value else None
    if value and day is None:
        why = f"published is no date and is taken as unknown: {excerpt(value)}"
        notes.append(Skipped(name, why, "give it as 2017-04-15", part="published"))
    return day


def _kind(value: Any) -> str:
    """What a JSON value is, in words."""
    if isinstance(value, bool):
        return "true or false"
    return {dict: "an object", list: "a list", str: "a string", int: "a number", float: "a number"}.get(
        type(value), "null"
    )
