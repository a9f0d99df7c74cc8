"""HTTP in and out of cases."""

from chengmai.cases.api import moves
from chengmai.cases.api.imports import router as imports
from chengmai.cases.api.reads import router

router.add_router("/imports", imports)

__all__ = ["moves", "router"]
