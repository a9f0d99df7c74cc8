"""What city refuses."""

from chengmai.kernel.errors import BadInput, NotFound, Refusal


class ClassNotFound(BadInput):
    """No such class in the tables in force."""

    code = "city.class_not_found"


class NoGridHere(BadInput):
    """The point is in the city, but in no unit grid (sea, or land not yet divided)."""

    code = "city.no_grid_here"


class LayerNotFound(NotFound):
    """No such layer of the map."""

    code = "city.layer_not_found"


class NoSuchTile(BadInput):
    """Zoom, column or row outside the world."""

    code = "city.no_such_tile"
    status = 400


class GridNotFound(NotFound):
    """No such unit grid or duty grid."""

    code = "city.grid_not_found"


class GridPartsDoNotFit(BadInput):
    """Grids cannot be divided or joined in this way."""

    code = "city.grid_parts_do_not_fit"


class FixtureBroken(Refusal):
    """A reference table cannot be loaded; `facts.rows` says which rows and why."""

    code = "city.fixture_broken"
    status = 422


class BadCalendarDay(BadInput):
    """This day cannot stand in the calendar."""

    code = "city.bad_calendar_day"


class BadBox(BadInput):
    """Not a box of the map, or one too large."""

    code = "city.bad_box"


class ComponentNotFound(NotFound):
    """No component has this code."""

    code = "city.component_not_found"


class BadComponent(BadInput):
    """This cannot be written of a component."""

    code = "city.bad_component"


class PlaceNotFound(NotFound):
    """No such public place."""

    code = "city.place_not_found"


class BadPlan(BadInput):
    """This cannot be planned."""

    code = "city.bad_plan"


class PlanNotFound(NotFound):
    """No such planned change waits."""

    code = "city.plan_not_found"
