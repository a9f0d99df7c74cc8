"""What the closed loop says no to."""

from chengmai.kernel.errors import BadInput, Forbidden, NotFound, Refusal


class CaseNotFound(NotFound):
    """No such case, or not one that you may know of."""

    code = "case.not_found"


class TrackingUnknown(NotFound):
    """No report has this tracking number; forged numbers end here."""

    code = "case.tracking_unknown"


class MoveNotAllowed(Refusal):
    """The case cannot take this step from where it stands."""

    code = "case.move_not_allowed"


class StalePage(Refusal):
    """Somebody moved the case since this page was read."""

    code = "case.stale_page"


class NotYourDuty(Forbidden):
    """Another duty takes this step."""

    code = "case.not_your_duty"


class NotYourTask(Forbidden):
    """The step belongs to another person or unit."""

    code = "case.not_your_task"


class SelfApproval(Forbidden):
    """Nobody decides on what they asked for or did themselves."""

    code = "case.self_approval"


class ReturnReceiver(Forbidden):
    """Who received a returned case may not take the sender's forward step in the same go."""

    code = "case.return_receiver"


class Incomplete(BadInput):
    """A step lacks something that it needs."""

    code = "case.incomplete"


class ReasonMissing(Incomplete):
    code = "case.reason_missing"


class PhotoMissing(Incomplete):
    code = "case.photo_missing"


class ClassMissing(Incomplete):
    code = "case.class_missing"


class ConditionMissing(Incomplete):
    code = "case.condition_missing"


class PlaceMissing(Incomplete):
    code = "case.place_missing"


class InputMissing(Incomplete):
    code = "case.input_missing"


class ClassUnknown(BadInput):
    """No such class, or no such condition of it."""

    code = "case.class_unknown"


class SourceUnknown(BadInput):
    code = "case.source_unknown"


class OrganisationUnknown(BadInput):
    """No such unit, or not one that may be given this case."""

    code = "case.organisation_unknown"


class NotOwnChild(BadInput):
    """A case is passed down only to a unit of one's own."""

    code = "case.not_own_child"


class TextTooLong(BadInput):
    code = "case.text_too_long"


class TooFarAway(BadInput):
    """The photo was taken too far from the case."""

    code = "case.too_far_away"


class MasterNotOpen(BadInput):
    """A case is merged into one that is itself open, and not into itself."""

    code = "case.master_not_open"


class ApplicationPending(Refusal):
    """An application waits for a decision first."""

    code = "case.application_pending"


class NothingPending(Refusal):
    """There is no such application to decide on."""

    code = "case.nothing_pending"


class AlreadyOverdue(Refusal):
    """An extension is asked for before the deadline, not after."""

    code = "case.already_overdue"


class LimitReached(Refusal):
    """It may not be asked for again."""

    code = "case.limit_reached"


class TooLate(Refusal):
    """A return is asked for early in the time allowed."""

    code = "case.too_late"


class TooLong(BadInput):
    """Longer than the rules allow."""

    code = "case.too_long"


class NotYet(Refusal):
    """The time for this has not come."""

    code = "case.not_yet"


class PartsOpen(Refusal):
    """Mandatory co-units have not finished."""

    code = "case.parts_open"


class NotOverdue(Refusal):
    """There is nothing to appeal against: the case was handled in time."""

    code = "case.not_overdue"


class NotSelfDisposable(BadInput):
    """A case of this class is not disposed of on the spot."""

    code = "case.not_self_disposable"


class NeverDispatched(Refusal):
    """A case that no unit ever handled cannot be handled again."""

    code = "case.never_dispatched"


class CloseConditionUnmet(Incomplete):
    """The closing condition has not been ticked."""

    code = "case.close_condition_unmet"


class NotCollectorSourced(Refusal):
    code = "case.not_collector_sourced"


class LinkUnknown(BadInput):
    code = "case.link_unknown"


class ComponentDoesNotFit(BadInput):
    """The component that a case is said to be about: none, of another class or district."""

    code = "case.component_does_not_fit"
