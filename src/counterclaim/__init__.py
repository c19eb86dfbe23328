"""counterclaim reads war reporting and says who claims what, on whose word, and who says otherwise."""

__version__ = "0.1.0"
