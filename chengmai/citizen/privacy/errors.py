"""What is refused of requests about personal data."""

from chengmai.kernel.errors import BadInput, NotFound, Refusal


class RequestUnknown(NotFound):
    code = "privacy.request_unknown"


class PersonUnknown(NotFound):
    """Nobody with this number has ever told us anything."""

    code = "privacy.person_unknown"


class NotConfirmed(BadInput):
    """Erasing cannot be undone; it wants a clear yes."""

    code = "privacy.not_confirmed"


class AnsweredAlready(Refusal):
    code = "privacy.answered_already"
