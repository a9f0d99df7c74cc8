"""What is refused of requests about personal data."""

from chengmai.kernel.errors import BadInput, NotFound, Refusal


class RequestUnknown(NotFound):
    code = "privacy.request_unknown"


class PersonUnknown(NotFound):
    """Nobody with this number has ever told us anything."""

    code = "privacy.person_unknown"


class NotForACopy(Refusal):
    """The request is for something else, or was answered."""

    code = "privacy.not_for_a_copy"
    status = 409


class NotConfirmed(BadInput):
    """Erasing cannot be undone; it wants a clear yes."""

    code = "privacy.not_confirmed"


class AnsweredAlready(Refusal):
    code = "privacy.answered_already"
