"""HTML becomes PDF. WeasyPrint fetches nothing: no network, no file, only pictures handed to it.

Every address in a page is answered by `Pictures`; whatever it does not hold is refused, whether it
comes from our own template or from a text that somebody smuggled in.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from chengmai.cases.casefile.marks import PREFIX


class AddressRefused(FatalURLFetchingError):  # type: ignore[misc]
    """A page asked for something that was not handed to it; nothing is printed."""


class Pictures(URLFetcher):  # type: ignore[misc]
    """The pictures of one document by number; they are read when the page needs them."""

    def __init__(self, read: Callable[[int], bytes | None], allowed: frozenset[int]) -> None:
        super().__init__(allowed_protocols=("picture",), allow_redirects=False)
        self._read, self._allowed = read, allowed
        self.refused: list[str] = []

    def fetch(self, url: str, headers: object = None) -> URLFetcherResponse:  # noqa: ARG002
        number = url.removeprefix(PREFIX)
        if not url.startswith(PREFIX) or not number.isdecimal() or int(number) not in self._allowed:
            self.refused.append(url[:80])
            raise AddressRefused("A document may not fetch anything.")
        content = self._read(int(number))
        if content is None:
            raise ValueError("The picture is gone.")
        return URLFetcherResponse(url, content, {"Content-Type": "image/jpeg"})


@cache
def _fonts() -> FontConfiguration:
    return FontConfiguration()


def press(html: str, css: str, pictures: Pictures) -> bytes:
    """One PDF with its fonts embedded. Raises AddressRefused."""
    fonts = _fonts()
    style = CSS(string=css, font_config=fonts, url_fetcher=pictures)
    document = HTML(string=html, url_fetcher=pictures, base_url=None)
    made: bytes = document.write_pdf(
        stylesheets=[style], font_config=fonts, optimize_images=True, jpeg_quality=82, dpi=150
    )
    if pictures.refused:  # the SVG reader swallows even fatal errors
        raise AddressRefused("A document may not fetch anything.")
    return made
