"""What a neighbourhood team is, whom it consists of, what it works on and where it can be met."""

from .events import Event, Vehicle
from .gazetteer import Place, Postcode
from .ground import AreaMap, Boundary
from .pages import NeighbourhoodIndexPage, NeighbourhoodPage, NeighbourhoodSettings
from .people import Officer, Posting
from .priorities import Priority, PriorityUpdate

__all__ = [
    "AreaMap",
    "Boundary",
    "Event",
    "NeighbourhoodIndexPage",
    "NeighbourhoodPage",
    "NeighbourhoodSettings",
    "Officer",
    "Place",
    "Postcode",
    "Posting",
    "Priority",
    "PriorityUpdate",
    "Vehicle",
]
