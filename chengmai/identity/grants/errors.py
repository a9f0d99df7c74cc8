"""What four eyes refuse."""

from chengmai.kernel.errors import NotFound, Refusal


class RequestNotFound(NotFound):
    """No such open request."""

    code = "identity.request_not_found"


class AlreadyAsked(Refusal):
    """The same right for the same person waits for a decision."""

    code = "identity.already_asked"
    status = 409


class NeedsSecondAdministrator(Refusal):
    """An administrator's duty is asked for and confirmed by another; it is not given at once."""

    code = "identity.needs_second_administrator"
    status = 409


class LastAdministrator(Refusal):
    """Nobody would be left to administer."""

    code = "identity.last_administrator"
    status = 409
