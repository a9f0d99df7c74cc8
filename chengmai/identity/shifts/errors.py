"""What rosters refuse."""

from chengmai.kernel.errors import BadInput, NotFound, Refusal


class ShiftNotFound(NotFound):
    """No such shift at this organisation."""

    code = "identity.shift_not_found"


class RosterLineNotFound(NotFound):
    """No such line of the roster."""

    code = "identity.roster_line_not_found"


class ShiftNameTaken(Refusal):
    """The organisation has a shift of this name."""

    code = "identity.shift_name_taken"
    status = 409


class BadRoster(BadInput):
    """Rows that cannot be rostered; `facts.rows` says which and why. Nothing was written."""

    code = "identity.bad_roster"
