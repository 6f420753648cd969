"""The patterns that find units of measure and money beside a number."""

import re

from reportedly.ontology.units import shipped_units

_UNITS = shipped_units()
_SHORT = 3
"""Forms of up to so many characters mean something else in other capitals ("MW", "mw")."""


def _either(forms: list[str]) -> str:
    return "|".join(re.escape(form).replace(r"\ ", r"[\s-]") for form in sorted(forms, key=len, reverse=True))


_LONG = _either([form for form in _UNITS.written if len(form) > _SHORT])
_EXACT = _either([form for form in _UNITS.written if len(form) <= _SHORT])
PATTERN = rf"(?i:{_LONG})|{_EXACT}"
"""A unit after a number."""
_SYMBOLS = _either([form for form in _UNITS.before if not form[-1].isalpha()])
CODES = sorted((form for form in _UNITS.before if form[-1].isalpha()), key=len, reverse=True)
"""Currency codes that stand before a number, with or without a space: "USD10m"."""
MONEY = rf"(?:{_SYMBOLS}|\$US|\b(?:{'|'.join(CODES)}))"
"""A currency before a number."""
MONIES = frozenset(_UNITS.before.values())
_BY_LOWER = {form.lower(): unit for form, unit in _UNITS.written.items() if len(form) > _SHORT}


def unit_of(written: str) -> str | None:
    """The unit's name, ``None`` for a word that is none."""
    form = re.sub(r"[- ]+", " ", written.strip(" -"))
    return _UNITS.written.get(form) or _BY_LOWER.get(form.lower())


def money_of(written: str) -> str:
    """The currency that stands before a number."""
    form = written.strip()
    return "dollar" if form == "$US" else _UNITS.before[form]
