"""What a page lost on its way: commas and apostrophes that scrapers drop, told again for the parser's sake."""
