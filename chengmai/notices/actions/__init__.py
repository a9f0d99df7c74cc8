"""Every write of notices."""

from chengmai.notices.actions.bouncing import note_bounce, take_bounces
from chengmai.notices.actions.choosing import (
    add_address,
    choose,
    keep_quiet,
    mark_read,
    remove_address,
)
from chengmai.notices.actions.delivery import (
    deliver,
    note_receipt,
    note_stop,
    send_again,
)
from chengmai.notices.actions.forgetting import forget_recipient
from chengmai.notices.actions.setup import (
    load_default_templates,
    preview,
    refuse_unfit,
    refuse_unknown_places,
    set_up_channel,
    try_channel,
)
from chengmai.notices.actions.telling import queue_delivery, tell

__all__ = [
    "add_address",
    "choose",
    "deliver",
    "forget_recipient",
    "keep_quiet",
    "load_default_templates",
    "mark_read",
    "note_bounce",
    "note_receipt",
    "note_stop",
    "preview",
    "queue_delivery",
    "refuse_unfit",
    "refuse_unknown_places",
    "remove_address",
    "send_again",
    "set_up_channel",
    "take_bounces",
    "tell",
    "try_channel",
]
