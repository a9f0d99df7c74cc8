"""What exports say no to."""

from chengmai.kernel.errors import NotFound, Refusal


class ExportNotFound(NotFound):
    """No such export, or somebody else's."""

    code = "export.not_found"


class TooManyExports(Refusal):
    """The person has as many exports waiting or kept as are allowed."""

    code = "export.too_many"


class ExportNotReady(Refusal):
    """The file is not there: not made yet, cancelled or failed."""

    code = "export.not_ready"


class ExportExpired(Refusal):
    """The file was removed after its time."""

    code = "export.expired"
    status = 410


class ScopeChanged(Refusal):
    """What the person may see has changed since the file was made."""

    code = "export.scope_changed"
    status = 403


class ExportStopped(Exception):
    """The person cancelled while the file was being made."""
