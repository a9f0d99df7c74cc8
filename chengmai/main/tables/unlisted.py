"""Tables that are no reference data, each with what they are instead.

A model that stands neither here nor in a recipe fails a test: say which it is.
"""

from __future__ import annotations

_LEDGER = "the ledger and its delivery"
_RUNS = "what the platform did by itself"
_FACTORS = "what somebody signs in with; its own page and actions"
_GROUND = "ground truth: census import and the map's own pages"
_DERIVED = "made from other tables"
_WORK = "work in progress, made by people's doings"
_OWN = "one person's own choice"

NOT_REFERENCE: dict[str, str] = {
    **dict.fromkeys(
        ("kernel.ledgerentry", "kernel.ledgerhead", "kernel.outboxrow", "kernel.reactiondone",
         "kernel.reactionfloor", "kernel.anchor", "kernel.ledgeryear"), _LEDGER),
    **dict.fromkeys(
        ("kernel.deadletter", "kernel.idempotencykey", "kernel.retentionrun", "kernel.backuprun",
         "kernel.trouble"), _RUNS),
    "media.mediafile": "what people sent",
    "exports.export": "a file that somebody asked for",
    **dict.fromkeys(
        ("identity.totp", "identity.recoverycode", "identity.passkey", "identity.usedpassword",
         "identity.ceremony", "identity.session", "identity.signinattempt",
         "identity.providerlink"), _FACTORS),
    **dict.fromkeys(
        ("identity.apiclient", "identity.apikey", "identity.clientuse"),
        "API clients: made and changed with their keys on their own page"),
    "identity.dutyrequest": "an administrator's duty waits for a second administrator",
    "identity.delegation": "one person stands in for another for some days",
    "identity.rosterline": "the roster, which changes every week",
    "identity.contact": "citizens' data, sealed",
    **dict.fromkeys(
        ("city.basefeature", "city.place", "city.component", "city.managedarea",
         "addresses.addresspoint"), _GROUND),
    **dict.fromkeys(("notices.choice", "notices.quiethours", "notices.address"), _OWN),
    **dict.fromkeys(("notices.message", "notices.kept"), "messages on their way, sealed"),
    "notices.channelsetup": "a gateway with its secrets: the page of notices",
    **dict.fromkeys(("city.layerrule", "city.layerstyle"),
                    "looks and visibility of layers: the map's own page, with facts of its own"),
    "city.plannedchange": "planned on the pages of grids and areas, made on its day",
    **dict.fromkeys(("city.classsuccession", "city.gridsuccession"),
                    "which newer code follows an old one: written by what replaces it"),
    "city.layerchoice": _OWN,
    **dict.fromkeys(
        ("city.layerversion", "city.componentchange", "addresses.entry", "addresses.key",
         "addresses.sourcestate", "faults.gridcheck", "faults.gridfault", "cases.dayfigure",
         "cases.daychanged", "cases.casewords"), _DERIVED),
    **dict.fromkeys(
        ("census.censusimport", "census.censuschange", "census.censusmapping",
         "census.censuspicture",
         "cases.importbatch", "cases.importrow", "cases.columnmapping"), "an import of a file"),
    **dict.fromkeys(("cases.savedview", "cases.firstview", "cases.phraseuse"), _OWN),
    **dict.fromkeys(
        ("cases.case", "cases.casecomponent", "cases.report", "cases.part", "cases.supervision", "cases.bulkmove",
         "cases.bulkitem", "citizen.privacyrequest", "citizen.device", "citizen.consent",
         "citizen.rating", "citizen.ration"), _WORK),
}  # fmt: skip
