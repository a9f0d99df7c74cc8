"""What API clients are refused."""

from chengmai.kernel.errors import BadInput, Forbidden, NotFound, Refusal


class KeyRefused(Refusal):
    """Unknown, expired or revoked key, or a client that is not approved."""

    code = "identity.key_refused"
    status = 401


class AddressRefused(Forbidden):
    """The key may not be used from this address."""

    code = "identity.address_refused"


class ScopeNeeded(Forbidden):
    """The key does not open this operation; `facts.scope` names what would."""

    code = "identity.scope_needed"


class QuotaSpent(Refusal):
    """Too many calls in this minute or on this day; `facts.seconds` says how long to wait."""

    code = "identity.quota_spent"
    status = 429


class ClientNotFound(NotFound):
    """No such API client or key."""

    code = "identity.client_not_found"


class ClientNameTaken(Refusal):
    """Another client has this name."""

    code = "identity.client_name_taken"
    status = 409


class ClientNotActive(Refusal):
    """The client waits for approval, or was revoked."""

    code = "identity.client_not_active"
    status = 409


class BadClient(BadInput):
    """A scope, address or quota that cannot be."""

    code = "identity.bad_client"
