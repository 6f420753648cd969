"""What divisions are called: the words that tell their kind, and the name without them."""

import re

_KINDS = (
    "province|governorate|gouvernorat|oblast|krai|kray|republic|state|region|district|prefecture|county|parish|borough"
    "|department|departement|departamento|rayon|raion|municipality|municipio|provincia|canton|division|emirate|voivodeship"
    "|autonomous|territory|township|regency|city|kabupaten|kota|wilaya|woreda|zone|subdivision|census area|council"
    "|metropolitan|gmina|powiat|landkreis|kreis|kommune|atoll|island|miskrada|local government area|special"
)
_AFTER = re.compile(rf"(?: (?:{_KINDS}))+['’]?$", re.I)
_BEFORE = re.compile(
    r"^(?:(?:the )?(?:province|state|republic|comuna|commune|munici?piul|ora[sş]ul?"
    r"|county|city(?: and (?:borough|county))?|borough|district|department"
    r"|municipality|region|wilaya|gorodskoy okrug|departamento|provincia|powiat|landkreis|kabupaten|kota|metropolitan)"
    r" (?:of |de |d'|del )?|muḩāfaz̧at |muhafazat )",
    re.I,
)
_POINTS = re.compile(
    r"(?:(?:north|south|east|west)[- ]?(?:(?:north|south|east|west))?(?:ern)?|central|middle|upper|lower|new|old|red"
    r"|white|black|capital|federal|metropolitan|special|autonomous|coast|lake|lakes|bay|river|delta|national|grand"
    r"|urban|rural)",
    re.I,
)


def bare_name(name: str) -> str:
    """``name`` without the words that tell the kind of division: "Bakhmut Raion" → "Bakhmut", "City of York" → "York".

    As it is where nothing is left to know it by: "Northern Province", "Central District".
    """
    bare = _AFTER.sub("", _BEFORE.sub("", name)).strip()
    return name if len(bare) < 3 or _POINTS.fullmatch(bare) else bare
