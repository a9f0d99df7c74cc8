"""A case names the component that it is about."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from chengmai.city.public import component_card
from chengmai.identity.words import Actor, Duty
from chengmai.kernel.ledger import publish

from ..errors import ComponentDoesNotFit, NotYourDuty
from ..events import CaseComponentNamed
from ..models import Case, CaseComponent
from ..queries import get_case

_MAY = (
    Duty.OPERATOR, Duty.DUTY_LEADER, Duty.DISPATCHER, Duty.COLLECTOR, Duty.INSPECTOR, Duty.DEPARTMENT,
    Duty.HANDLER, Duty.SYSTEM,
)  # fmt: skip


def may_name_component(actor: Actor) -> bool:
    """Whether this actor may say which component a case is about."""
    return actor.has(*_MAY)


@transaction.atomic
def name_component(*, case_id: int, component_code: str, actor: Actor, at: datetime) -> None:
    """Say which component a case is about; an empty code takes the name back.

    The component is one of the city's, of the case's class and district. Who reported the case may
    name it too. Raises CaseNotFound, NotYourDuty, ComponentDoesNotFit.
    """
    case = get_case(actor, case_id, lock=True)
    if not may_name_component(actor) and case.reporter_id != actor.id:
        raise NotYourDuty("Another duty takes this step.", duties=[one.value for one in _MAY[:-1]])
    if component_code:
        _refuse_misfit(case, component_code)
    row = CaseComponent.objects.filter(case=case).first()
    before = row.component_id if row else ""
    if before == component_code:
        return
    if component_code:
        CaseComponent.objects.update_or_create(
            case=case, defaults={"component_id": component_code, "by_id": actor.id, "at": at}
        )
    elif row:
        row.delete()
    publish(
        CaseComponentNamed(
            at=at,
            actor_id=actor.id,
            **case.which,
            component_code=component_code,
            before=before,
            details={"component": component_code or "–"},
        )
    )


def _refuse_misfit(case: Case, component_code: str) -> None:
    card = component_card(component_code)
    if card is None:
        raise ComponentDoesNotFit("No such component.", field="component_code", given=component_code[:16], remedy="Choose one of those nearby, or check the 16 digits.")  # fmt: skip
    if case.class_code and card.class_code != case.class_code:
        raise ComponentDoesNotFit("The component is of another class than the case.", field="component_code", class_code=card.class_code, case_class=case.class_code, remedy="Choose a component of the case's class, or correct the class first.")  # fmt: skip
    if case.district_code and not card.grid_code.startswith(case.district_code):
        raise ComponentDoesNotFit("The component stands in another district.", field="component_code", grid_code=card.grid_code, remedy="Choose a component near the case.")  # fmt: skip
