"""Let go of a recipient: what they were told, where they are reached, and what they chose."""

from __future__ import annotations

from django.db import transaction

from chengmai.notices.models import Address, Choice, Kept, Message, QuietHours


@transaction.atomic
def forget_recipient(owner: str) -> int:
    """Remove every message to this recipient, what waits to be sent too, and their addresses and
    choices; how many messages. What is being sent at this moment still arrives."""
    ids = list(Message.objects.filter(owner=owner).values_list("pk", flat=True))
    Kept.objects.filter(message_id__in=ids).delete()
    for model in (Address, Choice, QuietHours):
        model.objects.filter(owner=owner).delete()
    return Message.objects.filter(pk__in=ids).delete()[0]
