"""Counts of people and what became of them: the parts that the stages quantities, casualties and subsets share."""
