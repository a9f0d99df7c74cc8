"""What managed areas refuse."""

from chengmai.kernel.errors import BadInput, NotFound


class AreaNotFound(NotFound):
    """No such area in use."""

    code = "city.area_not_found"


class BadArea(BadInput):
    """An area that cannot stand: no ground, an unknown kind or level, nobody who answers."""

    code = "city.bad_area"


class AreaOutside(BadInput):
    """The ground lies outside the city."""

    code = "city.area_outside"


class AreaOverlaps(BadInput):
    """Two management grids of one kind would claim the same ground."""

    code = "city.area_overlaps"
