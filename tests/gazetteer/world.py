"""Rows of a small world for tests."""

from reportedly.gazetteer import Toponym


def row(
    geonameid: int,
    name: str,
    lat: float,
    lon: float,
    *,
    code: str = "PPL",
    country: str = "SY",
    admin1: str = "",
    population: int = 0,
    radius_km: float = 1.0,
    names: tuple[str, ...] = (),
) -> Toponym:
    """A row with the parts that tests care for."""
    feature = {"PCLI": "A", "ADM1": "A", "MTS": "T", "RGN": "L"}.get(code, "P")
    return Toponym(geonameid, name, lat, lon, feature, code, country, admin1, "", population, radius_km, names)


def base() -> list[Toponym]:
    """Two countries, two provinces, a few towns; two places called Marjan."""
    return [
        row(1, "Syria", 35.0, 38.0, code="PCLI", population=22_000_000, radius_km=240),
        row(2, "United Kingdom", 54.0, -2.0, code="PCLI", country="GB", population=66_000_000, radius_km=280),
        row(3, "London", 51.5, -0.1, code="PPLC", country="GB", admin1="ENG", population=8_900_000, radius_km=26),
        row(4, "Idlib", 35.8, 36.7, code="ADM1", admin1="Idlib", population=165_000, radius_km=75),
        row(5, "Idlib", 35.93, 36.63, admin1="Idlib", population=128_000, names=("Idleb", "Edlib")),
        row(6, "Sarmin", 35.9, 36.73, admin1="Idlib", population=14_000),
        row(7, "Marjan", 35.85, 36.70, admin1="Idlib"),
        row(8, "Marjan", 32.6, 36.1, admin1="Daraa"),
        row(9, "Tall as Sultan", 35.78, 36.95, admin1="Idlib", names=("Tell Sultan", "Тель-Султан")),
        row(10, "Kafr Samak", 35.75, 36.75, admin1="Idlib"),
        row(11, "Jabal al-Warda", 35.7, 36.6, code="MTS", radius_km=20, names=("Warda Mountain",)),
        row(12, "Nowhere", 0.0, 0.0)._replace(lat=None, lon=None),
    ]


def line(geonameid: object, name: str, lat: object, lon: object, *, names: str = "", population: str = "0") -> str:
    """A line of a GeoNames country file."""
    cells = [
        geonameid,
        name,
        name,
        names,
        lat,
        lon,
        "P",
        "PPL",
        "SY",
        "",
        "Idlib",
        "",
        "",
        "",
        population,
        "",
        "",
        "",
        "",
    ]
    return "\t".join(str(cell) for cell in cells) + "\n"
