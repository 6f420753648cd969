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
    feature = {"PCLI": "A", "ADM1": "A", "ADM2": "A", "MTS": "T", "RGN": "L"}.get(code, "P")
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
        row(13, "United States", 39.8, -98.6, code="PCLI", country="US", population=330_000_000, radius_km=1700,
            names=("U.S.", "US")),
        row(14, "Ohio", 40.2, -82.7, code="ADM1", country="US", admin1="OH", population=11_800_000, radius_km=190),
        row(15, "Lucas County", 41.6, -83.6, code="ADM2", country="US", admin1="OH", population=430_000, radius_km=25,
            names=("Lucas",)),
        row(16, "Dublin", 53.33, -6.25, code="PPLC", country="IE", admin1="L", population=1_000_000, radius_km=9),
        row(17, "Dublin", 40.1, -83.11, country="US", admin1="OH", population=41_000, radius_km=2),
        row(18, "Hilliard", 40.03, -83.16, country="US", admin1="OH", population=28_000, radius_km=2),
        row(19, "Grove City", 39.88, -83.09, country="US", admin1="OH", population=35_000, radius_km=2),
        row(20, "Chad", 15.0, 19.0, code="PCLI", country="TD", population=15_000_000, radius_km=640),
        row(21, "Harran", 36.86, 39.03, country="TR", admin1="63", population=8_000),
        row(22, "Zurbeh", 34.2, 48.1, country="IR", admin1="13", population=6_000),
        row(23, "Zourba", 35.88, 36.8, admin1="Idlib"),
    ]  # fmt: skip


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
