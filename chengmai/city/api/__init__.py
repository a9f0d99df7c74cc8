"""HTTP in and out of city, divided by noun."""

from __future__ import annotations

from ninja import Router

from chengmai.city.addresses.api import router as addresses
from chengmai.city.api import areas, census, components, grids, layers, places, plans, reference
from chengmai.city.faults.api import router as faults

router = Router()
router.add_router("", reference.router)
router.add_router("", layers.router)
router.add_router("", areas.router)
router.add_router("", components.router)
router.add_router("", grids.router)
router.add_router("", places.router)
router.add_router("/plans", plans.router)
router.add_router("/addresses", addresses)
router.add_router("/census", census.router)
router.add_router("/grid-checks", faults)

__all__ = ["router"]
