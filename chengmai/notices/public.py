"""The door of notices: tell people. Who they are is identity's word, what about the caller's."""

from chengmai.notices.actions import choose, forget_recipient, load_default_templates, tell
from chengmai.notices.queries import declined
from chengmai.notices.words import Channel, Recipient, Topic

__all__ = [
    "Channel",
    "Recipient",
    "Topic",
    "choose",
    "declined",
    "forget_recipient",
    "load_default_templates",
    "tell",
]
