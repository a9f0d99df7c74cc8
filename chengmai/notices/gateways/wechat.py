"""Template messages of a WeChat official account (公众号模板消息)."""

from __future__ import annotations

import json
import threading
import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from chengmai.notices.errors import SendFailed
from chengmai.notices.gateways.parcel import Parcel, ask_json
from chengmai.notices.rules import wechat_data

_TOKEN_WRONG = frozenset({40001, 40014, 42001})
_AGAIN = frozenset({-1, 45009, 45011, 50002})
_tokens: dict[str, tuple[str, float]] = {}
_lock = threading.Lock()


@dataclass(frozen=True)
class WeChat:
    """One account; its access token is fetched when needed and kept for its time."""

    app_id: str
    secret: str
    base: str = "https://api.weixin.qq.com"
    site: str = ""

    def send(self, parcel: Parcel) -> str:
        """The provider's message id. Raises SendFailed; a token that ran out is fetched anew once."""
        found = self._post(parcel, self._token())
        if found.get("errcode", 0) in _TOKEN_WRONG:
            found = self._post(parcel, self._token(fresh=True))
        code = int(found.get("errcode", 0))
        if code:
            raise SendFailed(f"WeChat {code}", again=code in _AGAIN | _TOKEN_WRONG)
        return str(found.get("msgid", ""))[:80]

    def _post(self, parcel: Parcel, token: str) -> dict[str, Any]:
        body = {
            "touser": parcel.address["openid"],
            "template_id": parcel.provider_id,
            "url": f"{self.site.rstrip('/')}{parcel.link}" if self.site and parcel.link else "",
            # Sent again after a crash, it is the same message for ten minutes (防重入).
            "client_msg_id": f"notice-{parcel.message_id}",
            "data": {
                name: {"value": value}
                for name, value in (wechat_data(parcel.body) or parcel.values).items()
            },
        }
        url = f"{self.base}/cgi-bin/message/template/send?{urlencode({'access_token': token})}"
        return ask_json(url, json.dumps(body, ensure_ascii=False).encode())

    def _token(self, *, fresh: bool = False) -> str:
        with _lock:
            token, until = _tokens.get(self.app_id, ("", 0.0))
            if token and not fresh and time.monotonic() < until:
                return token
            query = {"grant_type": "client_credential", "appid": self.app_id, "secret": self.secret}
            found = ask_json(f"{self.base}/cgi-bin/token?{urlencode(query)}")
            if "access_token" not in found:
                code = int(found.get("errcode", 0))
                raise SendFailed(f"WeChat {code}", again=code in _AGAIN)
            lasts = max(60, int(found.get("expires_in", 7200)) - 300)
            _tokens[self.app_id] = (str(found["access_token"]), time.monotonic() + lasts)
            return _tokens[self.app_id][0]
