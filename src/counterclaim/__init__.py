"""counterclaim reads war reporting and says who claims what, on whose word, and who says otherwise.

import counterclaim

reading = counterclaim.read("pages/")
dossier = counterclaim.compare(reading)
dossier["killed"].voices
"""

__version__ = "0.1.0"

from counterclaim.casebook import Casebook, open_casebook
from counterclaim.errors import CounterclaimError
from counterclaim.faces.api import Answers, Dossier, Reading, compare, read
from counterclaim.faces.opining import judge_in_words as judge
from counterclaim.model import (
    Account,
    Claim,
    Document,
    Incident,
    Judgement,
    Page,
    Position,
    Question,
    Reuse,
    Skipped,
    Span,
    Statement,
)

__all__ = [
    "Account",
    "Answers",
    "Casebook",
    "Claim",
    "CounterclaimError",
    "Document",
    "Dossier",
    "Incident",
    "Judgement",
    "Page",
    "Position",
    "Question",
    "Reading",
    "Reuse",
    "Skipped",
    "Span",
    "Statement",
    "compare",
    "judge",
    "open_casebook",
    "read",
]
