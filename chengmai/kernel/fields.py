"""Table columns whose content is sealed at rest."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.db import models

from chengmai.kernel.secrets import open_sealed, seal

if TYPE_CHECKING:
    _Text = models.TextField[Any, Any]
else:  # the field of Django itself takes no type arguments
    _Text = models.TextField


class SealedTextField(_Text):
    """Text that only this program can read: sealed on the way in, opened on the way out.

    It cannot be searched: keep a `blind_index` beside it. `context` names the column for good;
    changing it makes the stored values unreadable.
    """

    def __init__(self, *args: Any, context: str, **kwargs: Any) -> None:
        self.context = context
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, args, kwargs = super().deconstruct()
        return name, path, list(args), {**kwargs, "context": self.context}

    def get_db_prep_save(self, value: Any, connection: Any) -> Any:
        """Seal; an expression or None passes through."""
        if isinstance(value, str):
            value = seal(value, self.context)
        return super().get_db_prep_save(value, connection)

    def from_db_value(self, value: str | None, *_: object) -> str | None:
        """Open."""
        return None if value is None else open_sealed(value, self.context)

    def get_lookup(self, lookup_name: str) -> Any:
        """Nothing but `isnull`: every sealing of the same text differs."""
        return super().get_lookup(lookup_name) if lookup_name == "isnull" else None


class SealedJsonField(SealedTextField):
    """What JSON can hold, sealed as one text: the raw cells of a file, the form of a stranger."""

    if TYPE_CHECKING:
        _pyi_private_set_type: Any
        _pyi_private_get_type: Any

    def get_db_prep_save(self, value: Any, connection: Any) -> Any:
        """Write as JSON and seal; None passes through."""
        text = None if value is None else json.dumps(value, ensure_ascii=False)
        return super().get_db_prep_save(text, connection)

    def from_db_value(self, value: str | None, *_: object) -> Any:
        """Open and read."""
        text = super().from_db_value(value)
        return None if text is None else json.loads(text)


class SealedTokenField(_Text):
    """A sealed value that the program seals and opens itself, because SQL of its own writes it.

    The column is named to `kernel.resealing` by this class; empty text stays empty.
    """

    def __init__(self, *args: Any, context: str, **kwargs: Any) -> None:
        self.context = context
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> tuple[str, str, list[Any], dict[str, Any]]:
        name, path, args, kwargs = super().deconstruct()
        return name, path, list(args), {**kwargs, "context": self.context}
