"""What the citizen's side does by the clock: retention, and erasures that waited for a case."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime

from django.db.models import Min
from procrastinate.contrib.django import app

from chengmai.cases.public import (
    contacts_in_use,
    forget_imported_cells,
    forget_sealed_words,
    oldest_imported_cells,
    oldest_sealed_words,
)
from chengmai.citizen.actions import sweep_rations
from chengmai.citizen.models import Ration
from chengmai.citizen.privacy.actions import erase_waiting
from chengmai.identity.public import erase_contact, old_contacts, oldest_contact
from chengmai.kernel.retention import Keeper

_PIPL_19 = ("个人信息保护法", "第十九条、第四十七条")


def forget_contacts(before: datetime) -> int:
    """Erase contacts whose last report ended before this moment; a batch of some thousand."""
    erased, after = 0, 0
    while erased < 1_000 and (ids := old_contacts(before=before, after=after)):
        needed = contacts_in_use(ids, since=before)
        now = datetime.now(UTC)
        erased += sum(
            erase_contact(contact_id=i, actor_id=None, at=now) for i in _without(ids, needed)
        )
        after = ids[-1]
    return erased


def forget_rations(before: datetime) -> int:
    """Sweep the counts of past hours."""
    return sweep_rations(at=before)


KEEPERS = (
    Keeper(
        "contacts", "市民姓名和电话（案件办结后）", 1_095, *_PIPL_19, forget_contacts, oldest_contact
    ),
    Keeper(
        "sealed_words", "留言中的电话和证件号（案件办结后）", 365, *_PIPL_19,
        lambda before: forget_sealed_words(before=before), oldest_sealed_words,
    ),
    Keeper(
        "imported_cells", "导入文件的原始单元格", 180, *_PIPL_19,
        lambda before: forget_imported_cells(before=before), oldest_imported_cells,
    ),
    Keeper(
        "rations", "设备和地址的上报计数", 2, *_PIPL_19, forget_rations,
        lambda: Ration.objects.aggregate(at=Min("window"))["at"],
    ),
)  # fmt: skip


@app.periodic(cron="*/10 * * * *")
@app.task(name="citizen.erase_waiting", queueing_lock="citizen.erase_waiting")
def erase_what_waited(timestamp: int) -> None:
    """Carry out erasures whose cases have ended."""
    erase_waiting(at=datetime.fromtimestamp(timestamp, UTC))


def _without(ids: Iterable[int], needed: set[int]) -> list[int]:
    return [i for i in ids if i not in needed]
