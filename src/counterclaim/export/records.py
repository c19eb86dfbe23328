"""Any record of the model as JSON and back, losing nothing: what comes back is equal to what went in.

The fields are those of the record, by name; spans keep their words. What is read back is checked against the types of
the record, so that a damaged or foreign file does not become a wrong claim. The rows that users see are in `jsonl`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from enum import Enum
from functools import lru_cache, partial
from types import NoneType, UnionType
from typing import Any, Literal, TypeVar, Union, cast, get_args, get_origin, get_type_hints

Record = TypeVar("Record")
Reader = Callable[[Any], Any]


def dumps(record: object) -> str:
    """A record, or a tuple of records, as compact JSON; equal records give the same characters."""
    return json.dumps(to_json(record), ensure_ascii=False, separators=(",", ":"))


def loads(kind: type[Record], text: str) -> Record:
    """The record of type `kind` (`tuple[Claim, ...]` for several) that `dumps` wrote.

    Raises ValueError when the text is no JSON, or does not hold such a record.
    """
    return from_json(kind, json.loads(text))


def to_json(value: object) -> Any:
    """A record as dicts, lists, strings, numbers and None; raises TypeError for anything that is no record."""
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: to_json(getattr(value, f.name)) for f in fields(value)}
    if isinstance(value, tuple):
        return [to_json(item) for item in value]
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, str | int | float):
        return value
    raise TypeError(f"{type(value).__name__} is no record")


def from_json(kind: type[Record], data: Any) -> Record:
    """The record of type `kind` that `to_json` gave; raises ValueError when the data do not fit the type.

    A field that the data lack has its default, so that what an older version wrote can be read; a field that the
    record lacks is an error.
    """
    return cast(Record, _reader(cast(Any, kind))(data))


@lru_cache(maxsize=256)
def _reader(kind: Any) -> Reader:
    """How to read values of one type, worked out once."""
    origin, arguments = get_origin(kind), get_args(kind)
    if is_dataclass(kind):
        return _record_reader(cast(type, kind))
    if origin is Literal:
        return partial(_one_of, arguments)
    if origin in (Union, UnionType):
        return _optional_reader(arguments)
    if origin is tuple:
        return _tuple_reader(arguments)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return kind
    if kind in (str, int, float, bool):
        return partial(_plain, kind)
    raise TypeError(f"{kind} does not occur in records")


def _record_reader(kind: type) -> Reader:
    hints = get_type_hints(kind)
    required = frozenset(f.name for f in fields(kind) if _is_required(f))
    readers = {f.name: _reader(hints[f.name]) for f in fields(kind)}

    def read(data: Any) -> Any:
        if not isinstance(data, Mapping):
            raise ValueError(f"{kind.__name__}: {type(data).__name__} instead of an object")  # noqa: TRY004  # documented
        if unknown := data.keys() - readers.keys():
            raise ValueError(f"{kind.__name__} has no field {', '.join(sorted(map(repr, unknown)))}")
        if missing := required - data.keys():
            raise ValueError(f"{kind.__name__} lacks {', '.join(sorted(missing))}")
        return kind(**{name: _field(kind, name, readers[name], value) for name, value in data.items()})

    return read


def _field(kind: type, name: str, reader: Reader, value: Any) -> Any:
    try:
        return reader(value)
    except ValueError as error:
        raise ValueError(f"{kind.__name__}.{name}: {error}") from error


def _is_required(field: Field[Any]) -> bool:
    return field.default is MISSING and field.default_factory is MISSING


def _optional_reader(arguments: tuple[Any, ...]) -> Reader:
    """A type or None: the only unions that records have."""
    kinds = [a for a in arguments if a is not NoneType]
    if len(kinds) != 1 or len(arguments) != 2:
        raise TypeError(f"records have no union of {arguments}")
    reader = _reader(kinds[0])
    return lambda value: None if value is None else reader(value)


def _tuple_reader(arguments: tuple[Any, ...]) -> Reader:
    if arguments[-1] is Ellipsis:
        reader = _reader(arguments[0])
        return lambda value: tuple(map(reader, _list(value)))
    readers = tuple(map(_reader, arguments))
    return lambda value: tuple(r(v) for r, v in zip(readers, _list(value, len(readers)), strict=True))


def _list(value: Any, length: int | None = None) -> list[Any]:
    if not isinstance(value, list) or length not in (None, len(value)):
        raise ValueError(f"{_shown(value)} instead of a list" + (f" of {length}" if length else ""))
    return value


def _one_of(choices: tuple[Any, ...], value: Any) -> Any:
    if value not in choices:
        raise ValueError(f"{_shown(value)} is none of {', '.join(map(str, choices))}")
    return value


def _plain(kind: type, value: Any) -> Any:
    wanted: tuple[type, ...] = (int, float) if kind is float else (kind,)
    if not isinstance(value, wanted) or (isinstance(value, bool) and kind is not bool):
        raise ValueError(f"{_shown(value)} instead of {kind.__name__}")
    return value


def _shown(value: Any) -> str:
    text = ascii(value)
    return text if len(text) <= 40 else f"{text[:39]}…"
