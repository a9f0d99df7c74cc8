"""What single sign-on refuses."""

from chengmai.kernel.errors import NotFound, Refusal


class ProviderNotFound(NotFound):
    """No such provider, or it is switched off."""

    code = "identity.provider_not_found"


class ProviderUnavailable(Refusal):
    """The provider does not answer, or answers rubbish; trying again later may help."""

    code = "identity.provider_unavailable"
    status = 502


class ProviderRefused(Refusal):
    """The provider's word does not hold; `facts.why` says in which point."""

    code = "identity.provider_refused"
    status = 401


class NobodyHere(Refusal):
    """The provider knows them, this city does not: nobody is made by signing in."""

    code = "identity.nobody_here"
    status = 403
