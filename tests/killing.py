"""The command line in processes that can be killed at any moment, without starting Python anew for each.

Run as a program this loads the models once. For each line on its standard input, `{"argv": …, "after": k, "delay": s}`,
it forks a process that runs the command with these arguments, and kills it s seconds after it has told of k pages or
judgements (never, where k is null). It answers with a line: what the process told on standard error, its standard
output and its exit code, -9 where it was killed.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from counterclaim.batch import read_pages
from counterclaim.faces.cli import main
from counterclaim.model import Document
from counterclaim.resources import package_hash, reader_of


class Killer:
    """Runs commands; see the module."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def run(self, *argv: object, after: int | None = None, delay: float = 0.0) -> dict[str, Any]:
        """Run a command, and kill it `delay` seconds after it told of `after` things, if that is not None."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"argv": [*map(str, argv)], "after": after, "delay": delay}) + "\n")
        self._process.stdin.flush()
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        return answer


@contextmanager
def killer() -> Iterator[Killer]:
    command = [sys.executable, __file__]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        yield Killer(process)
        assert process.stdin is not None
        process.stdin.close()


def serve() -> None:
    list(read_pages([Document("warm", "At least 12 people were killed in Tarnholt, the ministry said.", lang="en")]))
    reader_of(None), package_hash()
    for line in sys.stdin:
        asked = json.loads(line)
        sys.stdout.write(json.dumps(run(asked["argv"], asked["after"], asked["delay"])) + "\n")
        sys.stdout.flush()


def run(argv: list[str], after: int | None, delay: float) -> dict[str, object]:
    reading, writing = os.pipe()
    with tempfile.TemporaryFile() as output:
        child = os.fork()
        if child == 0:
            os.close(reading)
            os.dup2(output.fileno(), 1)
            os.dup2(writing, 2)
            be(argv)
        os.close(writing)
        told: list[str] = []
        with os.fdopen(reading, encoding="utf-8") as errors:
            if after is not None:
                while len(told) < after and (line := errors.readline()):
                    told.append(line.rstrip("\n"))
                time.sleep(delay)
                os.kill(child, signal.SIGKILL)
            told += [line.rstrip("\n") for line in errors if line.endswith("\n")]
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        output.seek(0)
        return {"told": told, "output": output.read().decode("utf-8"), "status": status}


def be(argv: list[str]) -> None:
    """Become the command; never comes back."""
    code = 0
    sys.stdin = Path(os.devnull).open(encoding="utf-8")  # noqa: SIM115  # as long as the process lives
    sys.stdout, sys.stderr = (os.fdopen(fd, "w", buffering=1, encoding="utf-8", closefd=False) for fd in (1, 2))
    try:
        sys.argv = ["counterclaim", *argv]
        main()
    except SystemExit as left:
        code = left.code if isinstance(left.code, int) else 1
    except BaseException as error:
        sys.stderr.write(f"FAULT {error!r}\n")
        code = 70
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parent))
    serve()
