"""What the desk says no to."""

from chengmai.kernel.errors import BadInput, NotFound, Refusal


class ViewNotFound(NotFound):
    """No such view, or not one that is shared with you."""

    code = "desk.view_not_found"


class TooManyViews(Refusal):
    """The person has saved as many views as are allowed."""

    code = "desk.too_many_views"


class ViewNameTaken(BadInput):
    """The person has a view of this name."""

    code = "desk.view_name_taken"


class PhraseNotFound(NotFound):
    """No such phrase of yours."""

    code = "desk.phrase_not_found"


class TooManyPhrases(Refusal):
    """As many phrases as are allowed."""

    code = "desk.too_many_phrases"


class TooManyCases(BadInput):
    """More cases than one bulk move, or one file, takes."""

    code = "desk.too_many_cases"


class NoCases(BadInput):
    """Nothing was chosen."""

    code = "desk.no_cases"


class NotInBulk(BadInput):
    """This move needs something of each case's own, such as a photo."""

    code = "desk.not_in_bulk"


class TooManyBulks(Refusal):
    """Earlier bulk moves of this person are still running."""

    code = "desk.too_many_bulks"


class BulkNotFound(NotFound):
    """No such bulk move of yours."""

    code = "desk.bulk_not_found"


class NoWayBack(Refusal):
    """The loop has no move that takes this one back."""

    code = "desk.no_way_back"


class TooManyRows(BadInput):
    """The list is longer than one workbook may be."""

    code = "desk.too_many_rows"
