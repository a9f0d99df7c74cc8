"""Refusals of intake."""

from chengmai.cases.intake.words import Reason
from chengmai.kernel.errors import BadInput, NotFound, Refusal


class FileNotReadable(BadInput):
    """The file is not a table that can be read; `reason` says what it seems to be."""

    code = "case.import_not_readable"


class FileTooLarge(BadInput):
    """The file is larger than an import takes."""

    code = "case.import_too_large"
    status = 413


class ImportNotFound(NotFound):
    """No such import."""

    code = "case.import_not_found"


class ImportNotReady(Refusal):
    """The import cannot take this step now."""

    code = "case.import_not_ready"


class RowRefused(Exception):
    """One row cannot be taken; the file goes on."""

    def __init__(self, reason: Reason, detail: str = "") -> None:
        super().__init__(reason, detail)
        self.reason = reason
        self.detail = detail
