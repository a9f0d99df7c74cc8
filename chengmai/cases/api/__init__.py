"""HTTP in and out of cases."""

from ninja import Router

from chengmai.cases.api.imports import router as imports
from chengmai.cases.api.moves import router as moves
from chengmai.cases.api.reads import router as reads

router = Router(tags=["cases"])
router.add_router("/imports", imports)
router.add_router("", reads)
router.add_router("", moves)

__all__ = ["router"]
