"""Text reuse: which words of one page stand on another, what was changed between them, and whose they were first."""
