"""Pairs of occurrences weighed by Splink (Linacre et al. 2022) on DuckDB, in memory and in this process.

The model is Fellegi and Sunter's (1969): each comparison has a level, each level a weight, and a pair weighs their sum.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from counterclaim.linking.blocking import keys
from counterclaim.linking.comparisons import COMPARISONS, UNKNOWN
from counterclaim.linking.records import Record
from counterclaim.linking.weights import LinkModel

Row = Mapping[str, Any]

SCHEMA = {
    "id": "int64", "keys": "[int64]", "page": "int64", "leads": "bool",
    "first": "int64", "last": "int64", "published": "int64", "running": "bool",
    "place": "int64", "place_name": "string", "place_words": "[int64]", "named": "[int64]",
    "places": "[int64]", "width": "int64", "country": "string",
    "x": "double", "y": "double", "z": "double",
    "kind": "string", "family": "string", "parties": "[int64]", "targets": "[int64]",
    "victims": "[int64]", "copied": "[int64]", "figures": "[int64]",
    "killed": "[int64]", "injured": "[int64]", "others": "[int64]", "most_killed": "int64", "most_injured": "int64",
    "names": "[int64]", "words": "[int64]", "length": "double",
    "page_names": "[int64]", "page_words": "[int64]", "page_length": "double",
}  # fmt: skip
DATABASE: dict[str, str | bool | int | float | list[str]] = {
    "temp_directory": "",
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}
"""Nothing is written to disk, nothing is fetched."""
DECIMALS = 6  # of a weight: what is left is not the same on every machine


@dataclass(frozen=True, slots=True)
class Pair:
    """Two occurrences by number, a before b, what they weigh in bits, and the level of each comparison if asked for."""

    a: int
    b: int
    weight: float
    levels: tuple[str, ...] = ()


def row_of(record: Record) -> Row:
    """What of an occurrence the database compares, small enough to be kept for all of them."""
    lists = {name: np.array(value, dtype=np.int64) for name, value in record.row.items() if isinstance(value, list)}
    return {**record.row, **lists, "keys": np.array(keys(record), dtype=np.int64)}


def score(rows: Sequence[Row], model: LinkModel) -> list[Pair]:
    """The pairs of different pages that share a key and weigh more than `apart`, in order."""
    return _score([{"id": n, **row} for n, row in enumerate(rows)], model, model.apart)


def levels_of(records: Sequence[Record], pairs: Sequence[tuple[int, int]], model: LinkModel) -> list[Pair]:
    """These pairs with the level of every comparison, in order."""
    of: dict[int, list[int]] = defaultdict(list)
    for key, pair in enumerate(pairs):
        for n in pair:
            of[n].append(key)
    return _score([{"id": n, **records[n].row, "keys": of[n]} for n in sorted(of)], model, None)


def _score(rows: Sequence[Row], model: LinkModel, least: float | None) -> list[Pair]:
    """Pairs of rows that share a key: those above `least`, or where that is None all, with their levels."""
    if not _shares_keys(rows):
        return []
    import duckdb  # noqa: PLC0415  # these three take a third of a second: only where there is something to link
    import pyarrow as pa  # noqa: PLC0415
    from splink import DuckDBAPI, Linker  # noqa: PLC0415

    schema = pa.schema([(name, _type(pa, kind)) for name, kind in SCHEMA.items()])
    with duckdb.connect(":memory:", config=DATABASE) as connection:
        table = DuckDBAPI(connection).register(pa.Table.from_pylist(rows, schema=schema))
        linker = Linker(table, settings(model, levels=least is None), log_level=None, validate_settings=False)
        scored = linker.inference.predict(threshold_match_weight=least, warning_mode="never")
        columns = ["id_l", "id_r", "match_weight", *(f"gamma_{name}" for name in COMPARISONS if least is None)]
        query = f"SELECT {', '.join(columns)} FROM {scored.physical_name} ORDER BY id_l, id_r"  # noqa: S608  # own names
        found = connection.execute(query).fetchall()
    return sorted(
        (Pair(min(a, b), max(a, b), round(weight, DECIMALS), _names(gammas)) for a, b, weight, *gammas in found),
        key=lambda pair: (pair.a, pair.b),
    )


def _shares_keys(rows: Sequence[Mapping[str, Any]]) -> bool:
    """Whether any two pages share a key: if not there is nothing to ask the database."""
    page_of: dict[int, int] = {}
    return any(page_of.setdefault(int(key), row["page"]) != row["page"] for row in rows for key in row["keys"])


def _names(gammas: Sequence[int]) -> tuple[str, ...]:
    """The levels by name: Splink numbers the known ones downwards to 0, and the unknown -1."""
    known = [[level for level in levels if level != UNKNOWN] for levels in COMPARISONS.values()]
    return tuple(
        UNKNOWN if gamma < 0 else names[len(names) - 1 - gamma] for names, gamma in zip(known, gammas, strict=False)
    )


def settings(model: LinkModel, *, levels: bool = False) -> dict[str, Any]:
    """The model as Splink takes it; with `levels` every pair tells the level of each of its comparisons."""
    return {
        "link_type": "dedupe_only",
        "unique_id_column_name": "id",
        "probability_two_random_records_match": 1 / (1 + 2.0**-model.prior),
        "blocking_rules_to_generate_predictions": [
            {"blocking_rule": "l.keys = r.keys AND l.page <> r.page", "arrays_to_explode": ["keys"]}
        ],
        "comparisons": [
            {
                "output_column_name": name,
                "comparison_levels": [
                    _level(level, sql, model.weights[name].get(level, 0.0)) for level, sql in found.items()
                ],
            }
            for name, found in COMPARISONS.items()
        ],
        "retain_matching_columns": levels,
        "retain_intermediate_calculation_columns": False,
    }


def _level(name: str, sql: str, weight: float) -> dict[str, Any]:
    """A level as Splink takes it: the weight is the binary logarithm of m by u, of which the greater is a half."""
    if name == UNKNOWN:
        return {"sql_condition": sql, "label_for_charts": name, "is_null_level": True}
    ratio = 2.0**weight
    m, u = 0.5 * min(1.0, ratio), 0.5 * min(1.0, 1 / ratio)
    return {"sql_condition": sql, "label_for_charts": name, "m_probability": m, "u_probability": u}


def _type(pa: Any, kind: str) -> Any:
    return pa.list_(pa.type_for_alias(kind[1:-1])) if kind.startswith("[") else pa.type_for_alias(kind)
