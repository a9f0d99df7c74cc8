"""What keeps each table from growing for ever: a keeper, a task, or why it may.

Every model with a time of its own stands here, or a test fails. `keeper:NAME` is a retention rule
that the console shows and each night proves (kernel.retention), `task:NAME` a task that clears it;
anything else is the reason why its rows stay.
"""

from __future__ import annotations

_RECORD = "the record itself: kept as long as the city's archive rules want"
_FEW = "few rows: people, keys, settings"
_BOUNDED = "bounded by what it belongs to"
_PROOF = "a row a day or an hour: proof that is shown to auditors"

HOW_IT_ENDS: dict[str, str] = {
    "procrastinate.procrastinateworker": "pruned by the workers themselves",
    **dict.fromkeys(
        ("procrastinate.procrastinatejob", "procrastinate.procrastinateevent"), "keeper:jobs"),
    **dict.fromkeys(
        ("kernel.ledgerentry", "kernel.ledgeryear", "cases.case", "cases.report", "cases.part",
         "cases.supervision", "citizen.privacyrequest", "citizen.rating", "citizen.consent",
         "identity.delegation", "identity.dutyrequest", "city.componentchange", "city.plannedchange", "cases.casecomponent",
         "media.mediafile"), _RECORD),
    "kernel.outboxrow": "the relay removes what is delivered",
    "kernel.reactiondone": "task:kernel.forget_answers",
    "kernel.deadletter": "keeper:dead_letters",
    "kernel.idempotencykey": "task:kernel.purge_idempotency_keys",
    "kernel.trouble": "keeper:troubles",
    **dict.fromkeys(("kernel.retentionrun", "kernel.backuprun", "kernel.anchor"), _PROOF),
    **dict.fromkeys(("identity.session", "identity.signinattempt", "identity.ceremony"),
                    "task:identity.purge_sessions"),
    **dict.fromkeys(("notices.message", "notices.kept"), "keeper:messages"),
    "identity.contact": "keeper:contacts",
    "citizen.ration": "keeper:rations",
    "cases.importbatch": "keeper:imported_cells",
    **dict.fromkeys(("cases.bulkmove", "cases.bulkitem"), "keeper:bulk_moves"),
    "exports.export": "keeper:exports",
    "faults.gridcheck": "keeper:grid_checks",
    "census.censusimport": "task:census.forget_old",
    **dict.fromkeys(
        ("identity.totp", "identity.recoverycode", "identity.passkey", "identity.apiclient",
         "identity.apikey", "identity.usedpassword", "identity.providerlink", "identity.person",
         "notices.address", "notices.channelsetup", "city.layerstyle", "city.layerversion",
         "census.censusmapping", "addresses.sourcestate", "cases.savedview",
         "cases.columnmapping", "citizen.notice"), _FEW),
    "cases.phraseuse": _BOUNDED,
    "citizen.device": "one for each phone that reported; erased on request (decision 0095)",
}  # fmt: skip
