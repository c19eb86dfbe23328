"""From paths and streams to documents."""
