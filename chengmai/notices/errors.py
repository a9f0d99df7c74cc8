"""What notices say no to."""

from chengmai.kernel.errors import BadInput, NotFound, Refusal


class TemplateUnknown(NotFound):
    code = "notices.template_unknown"


class PlaceholderUnknown(BadInput):
    """A template names a value that its topic does not give."""

    code = "notices.placeholder_unknown"


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
    """A gateway could not send: `again` tells whether a later try may help."""

    def __init__(self, why: str, *, again: bool) -> None:
        super().__init__(why)
        self.why = why[:200]
        self.again = again
