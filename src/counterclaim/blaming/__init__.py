"""Who is held to have done it: noun phrases read as parties, deeds with their authors, frames of blame."""
