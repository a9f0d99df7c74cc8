"""What leave refuses."""

from chengmai.kernel.errors import BadInput, NotFound, Refusal


class BadDelegation(BadInput):
    """Times, duties or people that cannot be."""

    code = "identity.bad_delegation"


class DelegationNotFound(NotFound):
    """No such delegation of or to this person."""

    code = "identity.delegation_not_found"


class DelegationNotInForce(Refusal):
    """It has not begun, is over, or was taken back."""

    code = "identity.delegation_not_in_force"
    status = 409
