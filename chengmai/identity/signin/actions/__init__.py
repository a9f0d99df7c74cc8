"""Every write of signing in."""

from chengmai.identity.signin.actions.sessions import (
    Device,
    SignedInSession,
    advance,
    confirm_session,
    count_try,
    end_sessions,
    note,
    open_session,
    refuse_flood,
    sign_in,
    sign_out,
)

__all__ = [
    "Device",
    "SignedInSession",
    "advance",
    "confirm_session",
    "count_try",
    "end_sessions",
    "note",
    "open_session",
    "refuse_flood",
    "sign_in",
    "sign_out",
]
