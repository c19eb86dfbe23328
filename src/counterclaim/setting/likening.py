"""Days with which what is told is only compared: "up from seven on Saturday", "half as many as in the same week"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from counterclaim.setting.stretches import either

SPAN = r"(?:period|time|span|\w+\s+months|months?|quarter|half|weeks?)"
AGAINST = r"(?:over|on|from|to|with|than|as|against)"


def likened(words: Iterable[str], numbers: Iterable[str]) -> re.Pattern[str]:
    """What stands before another day's figure or attack: "up from seven on", "an increase over the same period in"."""
    led = r"(?:on|in|for|during)\s+"
    return re.compile(
        rf"\b(?:{either(words)})\s+(?:\d[\d,.]*|{either(numbers)})\s+(?:{led})?$"
        rf"|\bthe\s+same\s+number\s+as\s+{led}$"
        rf"|\b{AGAINST}\s+(?:(?:in|during)\s+)?the\s+same\s+{SPAN}\s+(?:(?:in|of|during)\s+)?(?:the\s+)?$",
        re.I,
    )
