"""Which words of a page gave which field of a claim; looked up only where it is asked for."""
