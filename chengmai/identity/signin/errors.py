"""What signing in refuses."""

from chengmai.kernel.errors import BadInput, Forbidden, NotFound, Refusal


class SecondFactorNeeded(Forbidden):
    """The password was right; the session opens nothing before the second factor."""

    code = "identity.second_factor_needed"


class PasswordChangeNeeded(Forbidden):
    """The password was given by somebody else or has grown old; choose a new one first."""

    code = "identity.password_change_needed"


class ConfirmAgain(Forbidden):
    """This needs a password or factor given minutes ago; give it again and repeat."""

    code = "identity.confirm_again"


class WeakPassword(BadInput):
    """The policy refuses the password; `facts.why` lists the codes."""

    code = "identity.weak_password"


class PasswordUsedBefore(BadInput):
    """It is one of the last passwords."""

    code = "identity.password_used_before"


class CurrentPasswordWrong(BadInput):
    """The password that should be replaced is another one."""

    code = "identity.current_password_wrong"


class DeviceNotFound(NotFound):
    """No such living session."""

    code = "identity.device_not_found"


class UnknownSetting(NotFound):
    """No such row of the policy."""

    code = "identity.unknown_setting"


class BadSetting(BadInput):
    """The value is not one that the policy may have."""

    code = "identity.bad_setting"


class CeremonyOver(Refusal):
    """The challenge was answered before, has run out, or was never given."""

    code = "identity.ceremony_over"
    status = 409
