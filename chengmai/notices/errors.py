"""What notices say no to."""

from chengmai.kernel.errors import BadInput, NotFound, Refusal
from chengmai.kernel.masks import mask_numbers_in


class TemplateUnknown(NotFound):
    code = "notices.template_unknown"


class PlaceholderUnknown(BadInput):
    """A template names a value that its topic does not give."""

    code = "notices.placeholder_unknown"


class UnfitForChannel(BadInput):
    """A text that the provider of this channel would refuse."""

    code = "notices.unfit_for_channel"


class MessageUnknown(NotFound):
    code = "notices.message_unknown"


class NotDead(Refusal):
    """Only a message that is given up can be sent again by hand."""

    code = "notices.not_dead"


class BadAddress(BadInput):
    code = "notices.bad_address"


class ChannelClosed(BadInput):
    """Nothing is set up behind this channel."""

    code = "notices.channel_closed"


class OutboxFull(Refusal):
    """More messages wait than the outbox takes."""

    code = "notices.outbox_full"
    status = 503


class BadReceipt(BadInput):
    """A delivery receipt whose signature or message is not ours."""

    code = "notices.bad_receipt"
    status = 403


class SendFailed(Exception):
    """A gateway could not send: `again` tells whether a later try may help, `gone` that nobody is
    at this address any more. What a provider says may quote a number: it is masked."""

    def __init__(self, why: str, *, again: bool, gone: bool = False) -> None:
        super().__init__(why)
        self.why = mask_numbers_in(why)[:200]
        self.again = again
        self.gone = gone
