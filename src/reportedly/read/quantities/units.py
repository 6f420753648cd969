"""Units of measure: how they are written, and the one name each has in a ledger."""

import re

_WRITTEN = {
    "percent": "% %age percent percentage per-cent pct percentages",
    "percentage point": "percentage-point percentage-points",
    "kilometre": "km kms kilometer kilometers kilometre kilometres",
    "metre": "metre metres meter meters",
    "centimetre": "cm centimeter centimeters centimetre centimetres",
    "millimetre": "mm millimeter millimeters millimetre millimetres",
    "mile": "mile miles mi",
    "foot": "foot feet ft",
    "inch": "inch inches",
    "yard": "yard yards",
    "kilometre per hour": "km/h kph kmh",
    "mile per hour": "mph m.p.h.",
    "square kilometre": "sq-km square-kilometers square-kilometres square-kilometer square-kilometre",
    "square mile": "square-miles square-mile",
    "hectare": "hectare hectares ha",
    "acre": "acre acres",
    "kilogram": "kg kgs kilo kilos kilogram kilograms",
    "gram": "gram grams",
    "ton": "ton tons",
    "tonne": "tonne tonnes metric-tons metric-ton",
    "pound": "lb lbs",
    "litre": "litre litres liter liters",
    "gallon": "gallon gallons",
    "barrel": "barrel barrels",
    "degree": "degree degrees °",
    "watt": "watt watts",
    "megawatt": "MW megawatt megawatts",
    "hertz": "Hz hertz",
    "horsepower": "hp bhp horsepower",
    "kiloton": "kiloton kilotons",
    "dollar": "dollar dollars",
    "cent": "cent cents",
    "euro": "euro euros",
    "pound sterling": "",
    "rouble": "rouble roubles ruble rubles",
    "hryvnia": "hryvnia hryvnias",
    "dinar": "dinar dinars",
    "rial": "rial rials",
    "lira": "lira liras",
    "yen": "yen",
    "yuan": "yuan",
}
CURRENCIES = {"$": "dollar", "€": "euro", "£": "pound sterling", "¥": "yen", "₽": "rouble", "₴": "hryvnia"}
UNITS = {form.replace("-", " "): unit for unit, forms in _WRITTEN.items() for form in forms.split()}
"""Written form → name of the unit."""

PATTERN = "|".join(re.escape(form).replace(r"\ ", "[ -]") for form in sorted(UNITS, key=len, reverse=True))


def unit_of(written: str) -> str | None:
    """The unit's name, ``None`` for a word that is none."""
    form = re.sub(r"[- ]+", " ", written.strip())
    return UNITS.get(form) or UNITS.get(form.lower())
