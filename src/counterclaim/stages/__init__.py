"""Stages: one file each, pure functions from records to records; none imports another."""
