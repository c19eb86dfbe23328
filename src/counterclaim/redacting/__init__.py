"""Names of private persons, found and masked."""
