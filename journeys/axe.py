"""axe-core on a page as it stands: the rules of WCAG 2.2, levels A and AA."""

from __future__ import annotations

from playwright.sync_api import Page

from journeys.city import ROOT

SCRIPT = ROOT / "web" / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]


def violations(page: Page) -> list[str]:
    """Every violation in one line each: the rule, how grave, where, and why."""
    # The page's own policy lets no foreign script in; the browser's debugger is not bound by it.
    page.evaluate(SCRIPT.read_text())
    found = page.evaluate(
        "tags => axe.run(document, { runOnly: tags, resultTypes: ['violations'] })", TAGS
    )
    return [
        f"{rule['id']} ({rule['impact']}) at {' '.join(map(str, node['target']))}: "
        + node["failureSummary"].splitlines()[-1].strip()
        for rule in found["violations"]
        for node in rule["nodes"]
    ]
