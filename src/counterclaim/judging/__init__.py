"""What people judge of what was read: recorded in a chain, and shown in views that are made anew each time."""

from counterclaim.judging.viewing import view

__all__ = ["view"]
