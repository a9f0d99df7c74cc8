"""What census refuses."""

from __future__ import annotations

from chengmai.kernel.errors import BadInput, Forbidden, NotFound, Refusal


class FileNotReadable(BadInput):
    """The file is nothing that an import takes; `facts.reason` says what it seems to be."""

    code = "census.file_not_readable"


class FileTooLarge(BadInput):
    """The file, or what it unpacks to, is larger than the setting allows."""

    code = "census.file_too_large"
    status = 413


class UnsafeArchive(BadInput):
    """An archive that would write outside its folder, or unpacks without end."""

    code = "census.unsafe_archive"


class ImportNotFound(NotFound):
    """No such import."""

    code = "census.import_not_found"


class ImportNotReady(Refusal):
    """The import cannot take this step now."""

    code = "census.import_not_ready"


class SystemUnknown(BadInput):
    """Nobody knows in which coordinate system the file is; `facts.candidates` are guesses."""

    code = "census.system_unknown"


class BadChoice(BadInput):
    """A choice that does not fit the file or the target."""

    code = "census.bad_choice"


class NotYours(Forbidden):
    """Only the system administrator moves the city's data."""

    code = "census.not_yours"


class Stopped(Exception):
    """The person has cancelled while the worker was at it."""
