"""How far two places are apart on the globe."""

from __future__ import annotations

from math import asin, cos, radians, sin, sqrt

from counterclaim.model import Place

EARTH_KM = 6371.0


def distance_km(a: Place, b: Place) -> float | None:
    """Great-circle distance (haversine), None when either has no coordinates."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    return _between_km((a.lat, a.lon), (b.lat, b.lon))


def _between_km(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance of two points given as latitude and longitude in degrees."""
    la, lb = radians(a[0]), radians(b[0])
    h = sin((lb - la) / 2) ** 2 + cos(la) * cos(lb) * sin(radians(b[1] - a[1]) / 2) ** 2
    return 2 * EARTH_KM * asin(min(1.0, sqrt(h)))
