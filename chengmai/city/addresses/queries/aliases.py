"""The other names that are in use."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q

from chengmai.city.addresses.models import Alias


@dataclass(frozen=True)
class AliasCard:
    """One other name."""

    id: int
    alias: str
    name: str
    note: str
    source: str


def alias_cards(text: str = "", limit: int = 500) -> list[AliasCard]:
    """The aliases in use, by name; `text` in the alias or the name."""
    rows = Alias.objects.filter(valid_to__isnull=True)
    if text.strip():
        rows = rows.filter(Q(alias__icontains=text[:40]) | Q(name__icontains=text[:40]))
    return [
        AliasCard(*values)
        for values in rows.order_by("name", "alias").values_list(
            "id", "alias", "name", "note", "source"
        )[:limit]
    ]
