"""Copies of the anchors somewhere else: each line is posted to CHENGMAI_ANCHOR_URL, in order."""

from __future__ import annotations

import json
import logging
import urllib.error
import urllib.request

from chengmai.kernel.anchors import anchor_file, read_lines

log = logging.getLogger("chengmai.anchors")
SECONDS = 10


def send_copies(url: str) -> int:
    """Post the lines that the other side does not have yet; how many were taken.

    How far it got is kept in `sent` beside the file; what fails is sent the next time.
    """
    mark = anchor_file().with_name("sent")
    sent = int(mark.read_text()) if mark.exists() else 0
    taken = 0
    for line in read_lines():
        if line["number"] <= sent:
            continue
        if not _post(url, json.dumps(line).encode()):
            break
        mark.write_text(str(line["number"]))
        taken += 1
    return taken


def _post(url: str, body: bytes) -> bool:
    request = urllib.request.Request(  # noqa: S310 - the administrator's own address
        url, data=body, headers={"Content-Type": "application/json"}, method="POST"
    )
    try:
        with urllib.request.urlopen(request, timeout=SECONDS) as answer:  # noqa: S310
            return bool(200 <= answer.status < 300)
    except (urllib.error.URLError, OSError) as trouble:
        log.warning("anchor not copied", extra={"trouble": type(trouble).__name__})
        return False
