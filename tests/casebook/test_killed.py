"""Commands killed with SIGKILL at whatever moment: nothing that was told as saved is lost, and they can go on."""

import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from casebooks import addresses, content
from counterclaim.casebook import open_casebook
from counterclaim.model import Page
from killing import Killer, killer

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no SIGKILL there")

PAGES = 400
KILLS = 50
TOWNS = ("Tarnholt", "Veskad", "Norrin", "Qarwan", "Dovrin", "Tolmera", "Peshtal", "Vorrin", "Bardane", "Orlu")
SPEAKERS = ("the Tarn Watch monitoring group", "the Orsk army", "a hospital doctor", "the rescue service", "residents")
DEEDS = (
    "an air strike hit the market",
    "shells fell on the mill",
    "a mine exploded near the ferry",
    "gunmen opened fire",
)
FATES = ("were killed", "were wounded", "were missing")


def written(path: Path) -> Path:
    """Four hundred short pages of our own, no two alike."""
    chance = random.Random(7)
    with path.open("w", encoding="utf-8") as out:
        for number in range(PAGES):
            figure, town = chance.randint(2, 90), chance.choice(TOWNS)
            text = (
                f"At least {figure} people {chance.choice(FATES)} when {chance.choice(DEEDS)} in {town} on Friday, "
                f"{chance.choice(SPEAKERS)} said."
            )
            day = f"2019-05-{chance.randint(1, 28):02d}"
            row = {"id": f"page-{number:03d}", "text": text, "outlet": "Weir Post", "published": day, "lang": "en"}
            out.write(json.dumps(row) + "\n")
    return path


@pytest.fixture(scope="module")
def killed() -> Iterator[Killer]:
    with killer() as found:
        yield found


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("pages") / "pages.jsonl")


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, killed: Killer, pages: Path) -> tuple[str, str]:
    """The casebook of a reading without a kill, and its export."""
    address = str(tmp_path_factory.mktemp("whole") / "counterclaim.db")
    done = killed.run("read", pages, "--casebook", address, "-p", 1, "-q")
    assert done["status"] == 0, done["told"]
    return address, exported(killed, address)


def exported(killed: Killer, address: str) -> str:
    done = killed.run("export", "jsonl", "--casebook", address)
    assert done["status"] == 0, done["told"]
    output: str = done["output"]
    return output


def verified(killed: Killer, address: str) -> None:
    done = killed.run("verify", "--casebook", address)
    assert done["status"] == 0, (done["told"], done["output"])


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_read_killed_at_fifty_moments(
    engine: str, tmp_path: Path, killed: Killer, pages: Path, whole: tuple[str, str]
) -> None:
    chance = random.Random(f"kill {engine}")
    saved: set[str] = set()
    deaths = 0
    for address in addresses(engine, tmp_path):
        command = ("read", pages, "--casebook", address, "-p", 1, "--verbose")
        open_casebook(address).close()
        for _ in range(KILLS):
            done = killed.run(*command, after=chance.randint(0, 15), delay=chance.uniform(0, 0.06))
            assert done["status"] in (-9, 0), done["told"]
            deaths += done["status"] == -9
            fresh = {line.removeprefix("saved: ") for line in done["told"]}
            assert not fresh & saved, "a page that was saved was read again"
            saved |= fresh
            with open_casebook(address) as book:
                assert saved <= {d.id for d in book.headers()}, "a page that was said to be saved is lost"
            verified(killed, address)
        assert deaths > KILLS * 0.6, "too few of the runs were killed before they were done"
        assert killed.run(*command)["status"] == 0
        verified(killed, address)
        assert exported(killed, address) == whole[1]
        with open_casebook(address) as book, open_casebook(whole[0]) as other:
            assert list(book.pages()) == list(other.pages())
            assert all(len(book.read_by(d.id)) == len(book.obtained(d.id)) == 1 for d in book.headers())
            assert all(book.original(d.id) == other.original(d.id) for d in book.headers())


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_two_who_read_at_once_and_are_killed(
    engine: str, tmp_path: Path, killed: Killer, pages: Path, whole: tuple[str, str]
) -> None:
    few = tmp_path / "few.jsonl"
    few.write_text("".join(pages.read_text(encoding="utf-8").splitlines(keepends=True)[:40]), encoding="utf-8")
    chance = random.Random("two")
    for address in addresses(engine, tmp_path):
        command = ("read", few, "--casebook", address, "-p", 1, "--verbose")
        with killer() as other:
            for _ in range(4):
                after = chance.randint(1, 6)
                with ThreadPoolExecutor(2) as both:
                    runs = [both.submit(k.run, *command, after=after, delay=0.02) for k in (killed, other)]
                done = [run.result() for run in runs]
                assert all(d["status"] in (-9, 0) for d in done), done
                verified(killed, address)
        assert killed.run(*command)["status"] == 0
        with open_casebook(address) as book, open_casebook(whole[0]) as reference:
            assert list(map(anywhere, book.pages())) == list(map(anywhere, reference.pages()))[:40]


def anywhere(page: Page) -> Page:
    """A page wherever it was read from."""
    return replace(page, document=replace(page.document, source=None))


JUDGES = """
import sys
from counterclaim.casebook import open_casebook
from counterclaim.model import Page
from counterclaim.judging.chain import following
from counterclaim.judging.opinions import reliability
with open_casebook(sys.argv[1]) as book:
    for n in range(100_000):
        opinion = reliability(f"source {n}", "B", note="x" * 2000)
        made = book.append_judgement(lambda last: following(last, opinion, person="ann", at="2026-11-22T05:41:00Z"))
        print(made.number, made.hash, flush=True)
"""


@pytest.mark.parametrize("engine", ["sqlite", "postgresql"])
def test_who_judges_is_killed(engine: str, tmp_path: Path, killed: Killer) -> None:
    chance = random.Random("judge")
    for address in addresses(engine, tmp_path):
        for _ in range(4):
            with subprocess.Popen([sys.executable, "-c", JUDGES, address], stdout=subprocess.PIPE, text=True) as judge:
                assert judge.stdout is not None
                told = [judge.stdout.readline().split() for _ in range(chance.randint(1, 9))]
                time.sleep(chance.uniform(0, 0.02))
                judge.kill()
                told += [line.split() for line in judge.stdout if line.endswith("\n")]
            with open_casebook(address) as book:
                there = {str(j.number): j.hash for j in book.judgements()}
                assert all(there.get(number) == digest for number, digest in told), "a judgement is lost"
            verified(killed, address)


def test_export_killed_leaves_the_file_that_was_there(tmp_path: Path, killed: Killer, whole: tuple[str, str]) -> None:
    out = tmp_path / "out.jsonl"
    out.write_text("before\n", encoding="utf-8")
    before = content(whole[0])
    for delay in (0.05, 0.5, 1.0, 2.0, 3.0):
        done = killed.run("export", "jsonl", "--casebook", whole[0], "-o", out, after=0, delay=delay)
        told = out.read_text(encoding="utf-8")
        assert told in ("before\n", whole[1])
        assert done["status"] == -9 or told == whole[1]
    assert content(whole[0]) == before
    verified(killed, whole[0])


WORKERS = """
import sys
from counterclaim.batch import read_pages
from counterclaim.model import Document
pages = (Document(f"p{n}", "At least 12 people were killed in Tarnholt.", lang="en") for n in range(10_000))
for page in read_pages(pages, processes=2):
    print(page.document.id, flush=True)
"""


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="processes are looked up in /proc")
def test_no_worker_outlives_a_reader_that_is_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", WORKERS], stdout=subprocess.PIPE, text=True) as reader:
        assert reader.stdout is not None
        reader.stdout.readline()
        workers = children(reader.pid)
        assert len(workers) >= 2
        reader.kill()
        reader.stdout.read()
    for _ in range(100):
        if not any(map(is_running, workers)):
            return
        time.sleep(0.1)
    pytest.fail("a worker goes on without the process that started it")


def children(parent: int) -> list[int]:
    found = []
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            state = entry.read_text(encoding="utf-8").rpartition(") ")[2].split()
        except OSError:
            continue
        if int(state[1]) == parent:
            found.append(int(entry.parent.name))
    return found


def is_running(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(") ")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
