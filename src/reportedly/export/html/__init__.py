"""The evidence page: readings as one self-contained HTML page, for reading on a screen and on paper.

The page holds no script and asks the network for nothing (its content security policy forbids both), so
that it can be opened years later, on a machine without a network, and still show the same words.
"""

import re
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from reportedly.export.html.page import page
from reportedly.model import Reading

if TYPE_CHECKING:
    from jinja2 import Environment

__all__ = ["render"]

_UNPRINTABLE = re.compile("[\0\ud800-\udfff]")
"""What no page can carry: NUL, and lone surrogates, which have no UTF-8."""


def render(readings: Iterable[Reading]) -> str:
    """One HTML page with a section for each of ``readings``; where there are several, an index before them.

    The clean text stands on the left, block by block, with sources, cues, contents, triggers, places, times
    and quantities drawn on it; beside each block stand the statements made in it; below, the events,
    sources and places. Visible text inside the elements of class ``words`` is ``document.text``, character
    for character, except that what no page can carry (NUL, lone surrogates) is U+FFFD. The same readings
    give the same page.
    """
    environment = _environment()
    pages = [page(reading, number) for number, reading in enumerate(readings, 1)]
    html = environment.get_template("evidence.html.j2").render(pages=pages)
    return _UNPRINTABLE.sub("\ufffd", html).lstrip() + "\n"


@cache
def _environment() -> "Environment":
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("reportedly.export"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["literal"] = _literal
    return environment


def _literal(text: str) -> str:
    """``text`` escaped so that a browser gives back the same code points: it would turn a bare CR into LF."""
    from markupsafe import Markup, escape

    return Markup(escape(text).replace("\r", Markup("&#13;")))
