"""What faults refuse."""

from chengmai.kernel.errors import NotFound, Refusal


class CheckNotFound(NotFound):
    """No such check of the grids."""

    code = "city.grid_check_not_found"


class CheckRunning(Refusal):
    """A check of the grids is at work; its number is in `facts.id`."""

    code = "city.grid_check_running"
    status = 409
