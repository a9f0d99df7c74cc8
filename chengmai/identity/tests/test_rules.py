"""The pure decisions of identity."""

import pytest

from chengmai.identity.errors import SelfApproval
from chengmai.identity.rules import PostCard, Scope, refuse_self_approval, scope_of
from chengmai.identity.words import Duty, OrganisationKind

CENTRE = OrganisationKind.SUPERVISION_CENTRE
UNIT = OrganisationKind.UNIT
ALL, OWN = Scope(True, ""), Scope(False, "")


@pytest.mark.parametrize(
    ("posts", "scope"),
    [
        ([PostCard(Duty.OPERATOR, CENTRE)], ALL),
        ([PostCard(Duty.DISPATCHER, OrganisationKind.COMMAND_CENTRE)], ALL),
        ([PostCard(Duty.LEADER, OrganisationKind.BUREAU)], ALL),
        ([PostCard(Duty.AUDITOR, OrganisationKind.BUREAU)], ALL),
        ([PostCard(Duty.ADMIN, OrganisationKind.BUREAU)], OWN),
        ([PostCard(Duty.LEADER, UNIT)], OWN),
        ([PostCard(Duty.HANDLER, UNIT, "130302")], OWN),
        ([PostCard(Duty.COLLECTOR, CENTRE)], OWN),
        ([PostCard(Duty.OPERATOR, CENTRE, "130302")], Scope(False, "130302")),
        ([PostCard(Duty.OPERATOR, CENTRE, "", "130303")], Scope(False, "130303")),
        ([PostCard(Duty.DEPARTMENT, UNIT, "", "130303001")], Scope(False, "130303001")),
        (
            [
                PostCard(Duty.OPERATOR, CENTRE, "130302"),
                PostCard(Duty.LEADER, CENTRE, "", "130302001"),
            ],
            Scope(False, "130302"),
        ),
        (
            [
                PostCard(Duty.OPERATOR, CENTRE, "130302"),
                PostCard(Duty.OPERATOR, CENTRE, "130303"),
            ],
            OWN,
        ),
        ([], OWN),
    ],
)
def test_posts_decide_how_far_a_person_sees(posts, scope):
    assert scope_of(posts) == scope


def test_nobody_approves_what_they_applied_for():
    with pytest.raises(SelfApproval) as refusal:
        refuse_self_approval(7, 7)
    assert (refusal.value.code, refusal.value.status) == ("identity.self_approval", 403)
    refuse_self_approval(7, 8)
    refuse_self_approval(None, None)
