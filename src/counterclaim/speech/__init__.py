"""How people are reported to say things: cue words, and the extents of who says and what is said."""
