"""HTTP in and out of cases."""

from chengmai.cases.api import moves, statistics
from chengmai.cases.api.bulk import router as bulk
from chengmai.cases.api.casefile import router as casefile
from chengmai.cases.api.components import router as components
from chengmai.cases.api.desk import router as desk
from chengmai.cases.api.imports import router as imports
from chengmai.cases.api.reads import router

router.add_router("/imports", imports)
router.add_router("/bulk", bulk)
router.add_router("", desk)
router.add_router("", casefile)
router.add_router("", components)

__all__ = ["moves", "router", "statistics"]
