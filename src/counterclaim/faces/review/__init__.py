"""People judge what was read, in the terminal, a key a verdict: what to look at, what a key does, and how it looks.

Everything but `app` and `asking` knows no terminal.
"""
