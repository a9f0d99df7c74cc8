"""Every write of second factors."""

from chengmai.identity.factors.actions.codes import (
    Enrolment,
    begin_totp,
    confirm_totp,
    make_recovery_codes,
    take_code,
    take_recovery_code,
)
from chengmai.identity.factors.actions.passkeys import (
    Challenge,
    Site,
    add_passkey,
    begin_answer,
    begin_passkey,
    take_answer,
)
from chengmai.identity.factors.actions.proofs import (
    go_on,
    prove_with_code,
    prove_with_password,
    remove_factor,
    remove_factors_of,
    rescue_account,
    sign_in_with_passkey,
)

__all__ = [
    "Challenge",
    "Enrolment",
    "Site",
    "add_passkey",
    "begin_answer",
    "begin_passkey",
    "begin_totp",
    "confirm_totp",
    "go_on",
    "make_recovery_codes",
    "prove_with_code",
    "prove_with_password",
    "remove_factor",
    "remove_factors_of",
    "rescue_account",
    "sign_in_with_passkey",
    "take_answer",
    "take_code",
    "take_recovery_code",
]
