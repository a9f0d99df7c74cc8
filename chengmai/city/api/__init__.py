"""HTTP in and out of city, divided by noun."""

from __future__ import annotations

from ninja import Router

from chengmai.city.api import layers, reference

router = Router()
router.add_router("", reference.router)
router.add_router("", layers.router)

__all__ = ["router"]
