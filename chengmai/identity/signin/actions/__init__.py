"""Every write of signing in."""

from chengmai.identity.signin.actions.ceremonies import begin_ceremony, take_ceremony
from chengmai.identity.signin.actions.devices import (
    end_other_sessions,
    end_own_session,
    force_out,
    purge,
    unlock,
)
from chengmai.identity.signin.actions.passwords import (
    change_password,
    give_password,
    password_policy,
    refuse_weak,
    reset_password,
)
from chengmai.identity.signin.actions.policy import (
    PolicyRow,
    policy_rows,
    refuse_bad_policy,
    set_policy,
)
from chengmai.identity.signin.actions.sessions import (
    Device,
    SignedInSession,
    advance,
    confirm_session,
    count_try,
    end_sessions,
    needs_factor,
    note,
    open_session,
    refuse_flood,
    sign_in,
    sign_out,
)

__all__ = [
    "Device",
    "PolicyRow",
    "SignedInSession",
    "advance",
    "begin_ceremony",
    "change_password",
    "confirm_session",
    "count_try",
    "end_other_sessions",
    "end_own_session",
    "end_sessions",
    "force_out",
    "give_password",
    "needs_factor",
    "note",
    "open_session",
    "password_policy",
    "policy_rows",
    "purge",
    "refuse_bad_policy",
    "refuse_flood",
    "refuse_weak",
    "reset_password",
    "set_policy",
    "sign_in",
    "sign_out",
    "take_ceremony",
    "unlock",
]
