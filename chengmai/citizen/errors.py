"""What the citizen's side says no to."""

from chengmai.kernel.errors import BadInput, NotFound, Refusal


class ConsentMissing(BadInput):
    """The present privacy notice has not been agreed to."""

    code = "citizen.consent_missing"


class TooManyReports(Refusal):
    """More than one device or address sends in a while; try again later."""

    code = "citizen.too_many"
    status = 429


class NothingSaid(BadInput):
    """A report needs words or a photo."""

    code = "citizen.nothing_said"


class RatedAlready(Refusal):
    """A report is rated once."""

    code = "citizen.rated_already"


class NotToRate(Refusal):
    """A report is rated when its problem is closed."""

    code = "citizen.not_to_rate"


class ReopenedAlready(Refusal):
    """A problem is opened again once."""

    code = "citizen.reopened_already"


class ProblemUnknown(NotFound):
    """No such open problem."""

    code = "citizen.problem_unknown"
