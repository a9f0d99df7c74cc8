"""What is refused of an upload; every refusal carries `field` and, where there is one, `remedy`."""

from chengmai.kernel.errors import BadInput, NotFound, Refusal


class EmptyFile(BadInput):
    code = "media.empty"


class FileTooLarge(BadInput):
    code = "media.too_large"
    status = 413


class UnknownContent(BadInput):
    code = "media.unknown_content"
    status = 415


class NameDisagrees(BadInput):
    code = "media.name_disagrees"


class KindNotWanted(BadInput):
    code = "media.kind_not_wanted"


class BrokenFile(BadInput):
    code = "media.broken"


class TooManyPixels(BadInput):
    code = "media.too_many_pixels"


class NotYourMedia(NotFound):
    code = "media.not_found"


class QuotaReached(BadInput):
    code = "media.quota_reached"
    status = 429


class Infected(BadInput):
    code = "media.infected"


class TooMuchUnpacked(BadInput):
    code = "media.bomb"


class NotScanned(Refusal):
    code = "media.not_scanned"
    status = 503
