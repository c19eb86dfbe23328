"""Every error that the library raises on purpose.

CounterclaimError
├── InputError            nothing could be read at all: the message names the path and what to try
├── PageError             one page cannot be read; the pipeline turns it into a `Skipped`, the other pages go on
├── CasebookError         the casebook cannot be opened, read or written
│   └── SchemaError       it was made by a newer counterclaim
├── JudgementError        a judgement that makes no sense: a date that is none, somebody else's taken back
├── NotFoundError         no such page, claim or incident in what was read
└── DataError             a shipped data file is missing or damaged: the installation is broken
"""


class CounterclaimError(Exception):
    """Base of all errors raised on purpose; its message can be shown to a person as it is."""


class InputError(CounterclaimError):
    """A path, pattern or stream from which nothing can be read."""


class PageError(CounterclaimError):
    """One page that cannot be read.

    `name` is the page as the user knows it (file name, or file name and line), `why` the reason, `hint` what to try.
    """

    def __init__(self, name: str, why: str, hint: str = "") -> None:
        super().__init__(f"{name}: {why}" + (f" ({hint})" if hint else ""))
        self.name, self.why, self.hint = name, why, hint


class CasebookError(CounterclaimError):
    """The casebook cannot be opened, read or written."""


class SchemaError(CasebookError):
    """The casebook was written by a newer version."""


class NotFoundError(CounterclaimError):
    """What was asked for is not in what was read."""


class JudgementError(CounterclaimError):
    """A judgement that makes no sense; nothing was recorded."""


class DataError(CounterclaimError):
    """A shipped data file is missing or damaged."""
