"""What identity refuses."""

from chengmai.kernel.errors import BadInput, Forbidden, NotFound, Refusal


class SessionExpired(Refusal):
    """Nobody is signed in, or the session has ended."""

    code = "identity.session_expired"
    status = 401


class WrongPassword(Refusal):
    """Unknown name and wrong password give the same answer."""

    code = "identity.wrong_password"
    status = 401


class Locked(Refusal):
    """Too many wrong passwords; `facts.until` says when to try again."""

    code = "identity.locked"
    status = 423


class TooManySignIns(Refusal):
    """This address tried to sign in too often in the last minute."""

    code = "identity.too_many_sign_ins"
    status = 429


class NotYourDuty(Forbidden):
    """Another duty is needed."""

    code = "identity.not_your_duty"


class ForgedRequest(Forbidden):
    """An unsafe request that did not come from our own pages."""

    code = "identity.forged_request"


class SelfApproval(Forbidden):
    """Who applies does not approve."""

    code = "identity.self_approval"


class DutiesExclude(Refusal):
    """System, security and audit administration are kept apart."""

    code = "identity.duties_exclude"
    status = 409


class OrganisationNotFound(NotFound):
    """No such organisation."""

    code = "identity.organisation_not_found"


class PersonNotFound(NotFound):
    """No such person."""

    code = "identity.person_not_found"


class ContactNotFound(NotFound):
    """No such contact."""

    code = "identity.contact_not_found"


class TreeWouldLoop(Refusal):
    """An organisation cannot be moved below itself."""

    code = "identity.tree_would_loop"
    status = 409


class UsernameTaken(Refusal):
    """Somebody has this user name."""

    code = "identity.username_taken"
    status = 409


class BadPhone(BadInput):
    """Not a phone number."""

    code = "identity.bad_phone"


class ReasonMissing(BadInput):
    """A reason must be given."""

    code = "identity.reason_missing"
