"""How names are found on a page: what stands around them, what they may stand for, which of the namesakes is meant."""
