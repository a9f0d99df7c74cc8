"""HTTP of signing in: the session, one's own account, and what administrators do."""

from ninja import Router

from chengmai.identity.signin.api.account import router as account
from chengmai.identity.signin.api.administration import router as administration
from chengmai.identity.signin.api.session import router as session

router = Router(tags=["identity"])
router.add_router("", session)
router.add_router("", account)
router.add_router("", administration)
