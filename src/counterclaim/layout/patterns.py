"""The shapes of lines on a page that are no article: addresses, counters, bylines, accounts, credits."""

from __future__ import annotations

import re

ADDRESS = re.compile(r"(?:https?://|www\.|t\.me/)\S+|[\w.+\-]+@[\w\-]+\.[\w.]+", re.I)
COUNTER = re.compile(
    r"[\d.,]*[km]?\s?views[\d.,km]*|[\d.,]+[km]?\+?\s?(?:views?|likes?|shares?|comments?|retweets?|reads?|replies|followers|subscribers)",
    re.I,
)
BYLINE = re.compile(
    r"(?:by|BY|By):?\s+[A-Z][^\s,;&/|]*(?:[\s,;&/|]+(?:(?:and|in|for|at)\s+)?[A-Z][^\s,;&/|]*){0,11}[\s,;&/|]*"
)
NAMES = re.compile(r"[A-Z][^\s,;:&/|]*(?:[\s,;&/|]+[A-Z][^\s,;:&/|]*){0,5}")
ACCOUNT = re.compile(r"[^@\n]{1,60}@\w{2,15}")
MARKED = re.compile(
    r"#?\d{1,3}[.)\-+]?|[+\-]\d{1,4}|(?:\S+ ){0,5}\d+ ?"
    r"(?:seconds?|minutes?|mins?|hours?|days?|weeks?|months?|years?|[hd]) ago"
)
TALK = re.compile(
    r"\b(?:I|I'm|I’m|my|you|your|u|lol|hey|sorry|thanks|yes|why|please|stupid|shame)\b|[?!]{1,}|\.\.\.|…| – ", re.I
)
SAYING = re.compile(r"(?:\S+ ){1,3}says: |@\w+:? |#\d{1,3} |In reply to ")
BREADCRUMB = re.compile(r"\s*[|•·»›>/]\s*")
DATED = re.compile(
    r"\d{1,2}:\d\d|\b\d{1,4}[./\-]\d{1,2}[./\-]\d{1,4}\b"
    r"|\b\d{1,2} [a-z]{3,9},? (?:19|20)\d\d|[a-z]{3,9} \d{1,2},? (?:19|20)\d\d"
    r"|\b\d+ ?(?:min|minute|hour|day|week|month|year)s?(?: ago|$)"
)
QUOTES = re.compile(r"[\"“”«»]")
AT_WORK = re.compile(
    r",? (?:covers|reports|writes|leads|edits|works|teaches|studies|joined|is an?|is the|was"
    r"|has (?:been )?(?:cover|report|work|written))\b"
)
READER = re.compile(r"\b(?:you|your|please)\b")
FIGURED = re.compile(r"\d[:./\-]\s?\d")
OF_SITE = re.compile(
    r"\b(?:pages?|sites?|website|cookies?|copyright|rights|browser|javascript|transcript|newsletter|text is|quotes)\b|©"
)
CREDITED = re.compile(
    r"[\[(][A-Z][^\[\]()/]{1,40}/\s?[A-Z][^\[\]()]{1,40}[\])]$"
    r"|\b(?:Photo|Photograph|Picture|Image|Credit)s?(?: by)?(?::|\.\.\.|…)\s?[A-Z][^.!?]{1,60}$"
    r"|© ?(?:\d{4} )?[A-Z][^.!?]{1,60}$"
)
SELF = re.compile(
    r"[A-Z].{2,60}\b(?:is|are) (?:an?|the|one of) .{0,80}\b(?:organi[sz]ation|newspaper|agency|magazine|website"
    r"|platform|collective|network|charity|non-?profit|newsroom|outlet|news|media|broadcaster|publication|project|initiative"
    r"|think tank|institute|portal)\b"
)
VERIFIED = ("✔", "✓", "☑")
