"""What a statistical pipeline says of words, read off its weights and tables with as little work as it takes."""
