"""The door of media: keep what was sent, show cards, tie files to what they show."""

from chengmai.kernel.media.actions import attach, claim_media, forget_unused, keep_upload
from chengmai.kernel.media.links import with_signed_addresses
from chengmai.kernel.media.queries import media_cards, most_bytes, read_original, read_view
from chengmai.kernel.media.ties import known_media, tie_many, untie_many
from chengmai.kernel.media.words import MediaCard, MediaKind

__all__ = [
    "MediaCard",
    "MediaKind",
    "attach",
    "claim_media",
    "forget_unused",
    "keep_upload",
    "known_media",
    "media_cards",
    "most_bytes",
    "read_original",
    "read_view",
    "tie_many",
    "untie_many",
    "with_signed_addresses",
]
