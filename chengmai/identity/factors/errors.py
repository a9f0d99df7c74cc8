"""What second factors refuse."""

from chengmai.kernel.errors import BadInput, NotFound, Refusal


class WrongCode(BadInput):
    """Not the code of now, used before, or not one of the recovery codes."""

    code = "identity.wrong_code"


class PasskeyRefused(BadInput):
    """The passkey's answer does not hold for this site, this challenge or this person."""

    code = "identity.passkey_refused"


class FactorNotFound(NotFound):
    """No such factor of this person."""

    code = "identity.factor_not_found"


class LastFactor(Refusal):
    """The person's duties need a second factor, and this is the only one."""

    code = "identity.last_factor"
    status = 409


class TooManyFactors(Refusal):
    """A person has a handful of passkeys, not a hundred."""

    code = "identity.too_many_factors"
    status = 409
