"""The report: one HTML file in which every figure leads to the words it stands on (docs/reading-a-report.md)."""
