"""What a page looks like: its lines, and the words with which pages name their own parts."""
