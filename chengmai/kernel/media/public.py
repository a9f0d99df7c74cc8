"""The door of media: keep what was sent, show cards, tie files to what they show."""

from chengmai.kernel.media.actions import attach, claim_media, forget_unused, keep_upload
from chengmai.kernel.media.links import with_signed_addresses
from chengmai.kernel.media.queries import media_cards, read_view
from chengmai.kernel.media.words import MediaCard, MediaKind

__all__ = [
    "MediaCard",
    "MediaKind",
    "attach",
    "claim_media",
    "forget_unused",
    "keep_upload",
    "media_cards",
    "read_view",
    "with_signed_addresses",
]
