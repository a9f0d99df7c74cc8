"""Caddy: one origin for the API, the live stream and the three single-page applications."""

from __future__ import annotations

import json
import os
import urllib.error
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from chengmai.main.ground.child import Spec
from chengmai.main.ground.layout import WEB, Layout, tool

# Told by their Content-Length, so that nothing of them is read: texts from 3 MB, uploads from 260.
# The web process has finer limits of its own; these keep it from waiting for what it would refuse.
_TOO_LARGE = """	@too_large {
		header_regexp Content-Length ^0*(26[0-9]{7}|2[7-9][0-9]{7}|[3-9][0-9]{8}|[1-9][0-9]{9,})$
	}
	@too_long {
		not header Content-Type multipart/form-data*
		header_regexp Content-Length ^0*([3-9][0-9]{6}|[1-9][0-9]{7,})$
	}
	handle @too_large {
		import too_large
	}
	handle @too_long {
		import too_large
	}
"""
_REFUSAL = {
    "type": "urn:chengmai:problem:kernel.body_too_large",
    "title": "Request Entity Too Large",
    "status": 413,
    "code": "kernel.body_too_large",
    "detail": "The request is too large.",
    "facts": {
        "field": "body",
        "remedy": "Shorten the text, or send photos and files as uploads, one at a time.",
    },
    "request_id": "",
}
APPS = {"/c": "citizen", "/f": "field", "": "console"}


@dataclass(frozen=True)
class Site:
    """Where people reach the city. Without a `host` it is plain HTTP on `bind`, for this machine.

    With a `host` Caddy obtains a certificate for it and serves HTTPS on port 443.
    `map_hosts` are further origins of a base map, such as `https://t0.tianditu.gov.cn`.
    """

    port: int = 8080
    host: str | None = None
    bind: str = "127.0.0.1"
    map_hosts: tuple[str, ...] = ()

    @property
    def address(self) -> str:
        """What a person types into a browser."""
        if self.host:
            return f"https://{self.host}/"
        name = "localhost" if self.bind == "127.0.0.1" else self.bind
        return f"http://{name}:{self.port}/"


def site_here(port: int) -> Site:
    """The site that the environment describes."""
    return Site(
        port=port,
        host=os.environ.get("CHENGMAI_SITE") or None,
        bind=os.environ.get("CHENGMAI_BIND", "127.0.0.1"),
        map_hosts=tuple(os.environ.get("CHENGMAI_MAP_HOSTS", "").split()),
    )


def caddyfile(layout: Layout, site: Site, ports: Mapping[str, int], web: Path = WEB) -> str:
    """The whole configuration as text."""
    address = site.host or f"http://:{site.port}"
    bind = "" if site.host else f"\tbind {site.bind}\n"
    secure = "\t\tStrict-Transport-Security max-age=31536000\n" if site.host else ""
    apps = "".join(
        _app(prefix, web / "apps" / name / "dist", site) for prefix, name in APPS.items()
    )
    return f"""{{
	admin off
	persist_config off
	storage file_system {json.dumps(str(layout.var / "caddy"))}
	log {{
		level WARN
	}}
	servers {{
		timeouts {{
			read_header 10s
			read_body 10m
			idle 2m
		}}
		max_header_size 32KB
	}}
}}

(too_large) {{
	header Content-Type application/problem+json
	respond `{json.dumps(_REFUSAL)}` 413 {{
		close
	}}
}}

(protected) {{
	header {{
		-Server
		X-Content-Type-Options nosniff
		Referrer-Policy same-origin
		Cross-Origin-Opener-Policy same-origin
		Cross-Origin-Resource-Policy same-origin
		X-Frame-Options DENY
		X-Permitted-Cross-Domain-Policies none
		Permissions-Policy "geolocation=(self), camera=(self), microphone=(self), publickey-credentials-get=(self), publickey-credentials-create=(self), usb=(), payment=(), display-capture=()"
{secure}	}}
}}

{address} {{
{bind}	import protected
	request_body {{
		max_size 256MB
	}}
	@text not header Content-Type multipart/form-data*
	request_body @text {{
		max_size 3MB
	}}
	route {{
{_TOO_LARGE}{_api(ports)}{apps}	}}
	handle_errors {{
		import protected
		header Content-Security-Policy "default-src 'none'; frame-ancestors 'none'"
		header Cache-Control no-store
		respond "{{err.status_code}} {{err.status_text}}" {{err.status_code}}
	}}
}}
"""


def content_security_policy(site: Site) -> str:
    """What the pages may load: our own scripts and styles only, none of them written inline."""
    maps = " ".join(("", *site.map_hosts))
    return "; ".join(
        [
            "default-src 'self'",
            "script-src 'self'",
            "worker-src 'self'",
            "style-src 'self'",
            f"img-src 'self' data: blob:{maps}",
            "media-src 'self' blob:",
            "font-src 'self' data:",
            f"connect-src 'self'{maps}",
            "object-src 'none'",
            "frame-src 'none'",
            "manifest-src 'self'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        ]
    )


def _api(ports: Mapping[str, int]) -> str:
    return f"""	@metrics {{
		path /metrics
		not remote_ip private_ranges
	}}
	respond @metrics 404
	handle /live* {{
		header Content-Security-Policy "default-src 'none'; frame-ancestors 'none'"
		reverse_proxy 127.0.0.1:{ports["push"]} {{
			flush_interval -1
		}}
	}}
	handle /media/* {{
		header Content-Security-Policy "default-src 'none'; sandbox"
		reverse_proxy 127.0.0.1:{ports["web"]}
	}}
	@api path /api/* /tiles/* /healthz /readyz /metrics
	handle @api {{
		header Content-Security-Policy "default-src 'none'; frame-ancestors 'none'"
		encode zstd gzip
		reverse_proxy 127.0.0.1:{ports["web"]}
	}}
"""


def _app(prefix: str, dist: Path, site: Site) -> str:
    """One application: hashed assets for ever, the page itself checked each time."""
    redirect = f"\tredir {prefix} {prefix}/ 308\n" if prefix else ""
    opening = f"handle_path {prefix}/*" if prefix else "handle"
    return f"""{redirect}	{opening} {{
		root * {json.dumps(str(dist))}
		encode zstd gzip
		header Content-Security-Policy "{content_security_policy(site)}"
		@asset {{
			path /assets/*
			file {{path}}
		}}
		handle @asset {{
			header Cache-Control "public, max-age=31536000, immutable"
			file_server
		}}
		handle /assets/* {{
			respond 404
		}}
		handle {{
			header Cache-Control no-cache
			try_files {{path}} /index.html
			file_server
		}}
	}}
"""


def spec(layout: Layout, site: Site, ports: Mapping[str, int]) -> Spec:
    """Write the Caddyfile and tell how Caddy is started."""
    path = layout.var / "Caddyfile"
    path.write_text(caddyfile(layout, site, ports))
    return Spec(
        name="caddy",
        command=(tool("caddy"), "run", "--config", str(path), "--adapter", "caddyfile"),
        env={
            "XDG_DATA_HOME": str(layout.var / "caddy"),
            "XDG_CONFIG_HOME": str(layout.var / "caddy"),
        },
        ready=lambda: bool(site.host) or answers(f"http://{_probe(site)}:{site.port}/healthz"),
        stop_within=5,
    )


def _probe(site: Site) -> str:
    return "127.0.0.1" if site.bind in ("0.0.0.0", "::") else site.bind  # noqa: S104


def answers(url: str) -> bool:
    """Whether this address of ours answers with 200."""
    try:
        with urllib.request.urlopen(url, timeout=2) as answer:  # noqa: S310 - always http, loopback
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False
