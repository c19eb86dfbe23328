"""Fixtures that are dear to make and safe to share: the models, loaded once a session."""

from collections.abc import Callable

import pytest

from counterclaim.lexicon import Lexicon, load_lexicon
from counterclaim.model import Document, Page
from counterclaim.pipeline import read_page
from counterclaim.resources import Resources, load_resources
from counterclaim.stages.passages import split_passages
from counterclaim.syntax import Parse


@pytest.fixture(scope="session")
def resources() -> Resources:
    return load_resources()


@pytest.fixture(scope="session")
def lexicon() -> Lexicon:
    return load_lexicon()


@pytest.fixture(scope="session")
def parse(resources: Resources) -> Callable[[str], Parse]:
    """Text to a Parse, by way of the passages."""

    def run(text: str) -> Parse:
        document = Document("test", text)
        return resources.parser(text, split_passages(document, resources.lexicon))

    return run


@pytest.fixture(scope="session")
def read(resources: Resources) -> Callable[..., Page]:
    """Text to a page read by the whole pipeline; keywords go to the Document."""

    def run(text: str, **fields: str) -> Page:
        return read_page(Document(fields.pop("id", "test"), text, **fields), resources)

    return run


@pytest.fixture(scope="session")
def explain(resources: Resources) -> Callable[..., Page]:
    """The same, with the evidence for every claim."""

    def run(text: str, **fields: str) -> Page:
        return read_page(Document(fields.pop("id", "test"), text, **fields), resources, explain=True)

    return run
