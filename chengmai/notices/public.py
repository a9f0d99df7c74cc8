"""The door of notices: tell people. Who they are is identity's word, what about the caller's."""

from chengmai.notices.actions import load_default_templates, tell
from chengmai.notices.words import Channel, Recipient, Topic

__all__ = ["Channel", "Recipient", "Topic", "load_default_templates", "tell"]
