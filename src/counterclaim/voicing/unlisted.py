"""Bodies that no list knows, new on a page: by the short name that it gives them, and by what "the group" may mean."""

from __future__ import annotations

import re

from counterclaim.folding import key
from counterclaim.identity import keys
from counterclaim.voicing.voice import Voice
from counterclaim.voicing.words import SpeakerWords

WORDS = re.compile(r"[\w-]+")


def goes_by(name: str, short: str, text: str) -> bool:
    """Whether a body is also called by a short name: its initials, or what the page puts in brackets behind it."""
    if key(short).replace(" ", "") in keys(name):
        return True
    is_short = short.isupper() and " " not in short and name != short
    return is_short and any(f"{name}{form.format(short)}" in text for form in (" ({}", ", or {},", " or {} "))


def is_called(voice: Voice, noun: str, words: SpeakerWords) -> bool:
    """Whether an unlisted body may be meant by a plain noun: "the group" is no hospital, and no ministry."""
    if voice.kind != "body" or voice.party is not None or noun not in words.called_unlisted:
        return False
    parts = WORDS.findall(voice.name)
    named = len(parts) > 1 and voice.name[:1].isupper()
    return named and any(p.lower() in words.unlisted_nouns for p in parts)
