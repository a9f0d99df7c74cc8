"""What must hold on every page at every size: nothing beside the screen, no text cut, maps drawn."""

from __future__ import annotations

import io

from PIL import Image, ImageStat
from playwright.sync_api import Page, expect

_CUT = """() => {
  const shown = (el) => el.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  const cut = []
  for (const el of document.querySelectorAll('body *')) {
    const own = [...el.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim())
    if (!own || !shown(el) || el.closest('svg, .only-heard, .maplibregl-map, [aria-hidden=true]')) continue
    const style = getComputedStyle(el)
    if (style.textOverflow === 'ellipsis' || style.display === 'inline') continue
    if (['auto', 'scroll'].includes(style.overflowX)) continue
    if (el.scrollWidth > el.clientWidth + 1)
      cut.push(`${el.tagName.toLowerCase()}.${el.className} "${el.textContent.trim().slice(0, 40)}" ${el.scrollWidth} > ${el.clientWidth}`)
  }
  return cut
}"""
_SIDEWAYS = """() => [...document.querySelectorAll('body *')]
  .filter((el) => {
    const style = getComputedStyle(el)
    const scrolls = ['auto', 'scroll']
    return scrolls.includes(style.overflowY) && scrolls.includes(style.overflowX)
      && el.scrollHeight > el.clientHeight + 1 && el.scrollWidth > el.clientWidth + 1
      && el.querySelector('table') === null
  })
  .map((el) => `${el.tagName.toLowerCase()}.${el.className} scrolls down and sideways: ${el.scrollWidth} > ${el.clientWidth}`)
"""
_BESIDE = """() => {
  const wide = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth <= wide) return []
  return [...document.querySelectorAll('body *')]
    .filter((el) => el.getBoundingClientRect().right > wide + 1)
    .slice(0, 5)
    .map((el) => `${el.tagName.toLowerCase()}.${el.className} to ${Math.round(el.getBoundingClientRect().right)} of ${wide}`)
    .concat([`the page is ${document.documentElement.scrollWidth} wide`])
}"""


def cut_texts(page: Page) -> list[str]:
    """Texts that do not fit where they stand and do not say so with an ellipsis."""
    return list(page.evaluate(_CUT))


def beside_the_screen(page: Page) -> list[str]:
    """What makes the page, or a part of it that scrolls down, wider than it may be."""
    return [*page.evaluate(_BESIDE), *page.evaluate(_SIDEWAYS)]


def wait_for_map(page: Page) -> None:
    """Wait until the map says that it has drawn everything, and look whether it has."""
    canvas = page.locator("canvas.maplibregl-canvas").first
    expect(canvas).to_be_visible()
    saying = page.locator("[data-map]").first
    if saying.count():
        expect(saying).to_have_attribute("data-map", "idle")
    for _ in range(40):
        if spread(canvas.screenshot(animations="disabled")) > 2:
            return
        page.wait_for_timeout(250)
    raise AssertionError("the map stays blank")


def spread(picture: bytes) -> float:
    """How much the pixels differ: the standard deviation of their brightness, 0 to 127."""
    with Image.open(io.BytesIO(picture)) as image:
        return float(ImageStat.Stat(image.convert("L")).stddev[0])
