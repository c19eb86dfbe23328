"""What statements assert: clauses reduced to a matter, a side of it, what it is about, and who is said to do it."""
