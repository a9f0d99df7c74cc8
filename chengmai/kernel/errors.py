"""Refusals: what the system says no to, for a reason that a person can act on."""


class Refusal(Exception):
    """The system said no, for a reason with a stable code.

    `code` is `<domain>.<reason>` and is translated on the screen; `status` is the HTTP status;
    `facts` are JSON-serialisable details. A refusal about one input names it as `field=...`
    and, where there is one, `remedy=...` says what to do instead.
    """

    code = "refused"
    status = 409

    def __init__(self, message: str, **facts: object) -> None:
        super().__init__(message)
        self.facts = facts


class BadInput(Refusal):
    """An input cannot be used as it is; `field` names it and `remedy` says how to mend it."""

    code = "kernel.bad_input"
    status = 422


class NotFound(Refusal):
    """Not there, or not yours: one answer for both."""

    code = "kernel.not_found"
    status = 404


class Forbidden(Refusal):
    """You are known, but this is not yours to do."""

    code = "kernel.forbidden"
    status = 403
