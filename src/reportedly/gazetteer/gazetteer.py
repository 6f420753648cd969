"""All layers together: look-up, adding, listing, removing."""

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from reportedly.gazetteer.base import base_rows, base_version
from reportedly.gazetteer.rows import read_rows
from reportedly.gazetteer.store import FORMAT, GazetteerError, Store, build
from reportedly.gazetteer.toponym import Match, Toponym
from reportedly.model import Skipped

_SUFFIX = ".layer"
_REMEMBERED = 8_000  # look-ups; in the whole world's file each holds 20 rows of about 700 bytes
_KEPT = 200  # malformed rows that are kept with their reason; the rest are counted

Progress = Callable[[int], None]
Toponyms = list[Toponym]


class Layer(NamedTuple):
    """An added file: its name, how many places it holds, and the hash of its content."""

    name: str
    places: int
    fingerprint: str


class Added(NamedTuple):
    """What came of adding a file: the layer, the first malformed rows, and how many there were."""

    layer: Layer
    skipped: tuple[Skipped, ...]
    malformed: int


def home() -> Path:
    """The folder of the project's own data: ``REPORTEDLY_HOME`` or the user's data folder."""
    given = os.environ.get("REPORTEDLY_HOME")
    if given:
        return Path(given)
    from platformdirs import user_data_path

    return user_data_path("reportedly", appauthor=False)


class Gazetteer:
    """The base and the added layers, open for reading. Make one with ``Gazetteer.open``."""

    def __init__(self, folder: Path, stores: dict[str, Store]) -> None:
        self._folder = folder
        self._stores = stores
        self.lookup: Callable[[str], Toponyms] = lru_cache(maxsize=_REMEMBERED)(self._lookup)

    @staticmethod
    def built(folder: Path | None = None) -> bool:
        """True if the base stands in ``folder`` already, so that ``open`` is instant."""
        return _base(folder or home() / "gazetteer").exists()

    @classmethod
    def open(cls, folder: Path | None = None) -> "Gazetteer":
        """The gazetteer in ``folder`` (default: ``gazetteer`` in the data folder); its base is built at the
        first use.

        Raises:
            GazetteerError: if the folder cannot be made or a layer cannot be read.
        """
        folder = folder or home() / "gazetteer"
        base = _base(folder)
        try:
            folder.mkdir(parents=True, exist_ok=True)
            if not base.exists():
                build(base, base_rows())
                for stale in set(folder.glob("world-*.base")) - {base}:
                    stale.unlink(missing_ok=True)
        except OSError as error:
            raise GazetteerError(f"the gazetteer folder {folder} cannot be used: {error}") from error
        added = sorted(folder.glob(f"*{_SUFFIX}"))
        return cls(folder, {path.name.removesuffix(_SUFFIX): Store(path) for path in [base, *added]})

    @property
    def fingerprint(self) -> str:
        """Twelve hexadecimal digits that stand for the content of all layers: the same content, the same
        digits."""
        parts = sorted(store.fingerprint for store in self._stores.values())
        return hashlib.sha256("".join([FORMAT, *parts]).encode()).hexdigest()[:12]

    def _lookup(self, name: str) -> Toponyms:
        """The places called ``name``, the most populous first: by the exact key; failing that by the sound
        key; failing that by the skeleton. A place that several layers have comes once, from the layer added
        by the user.
        """
        stores = {layer: store for layer, store in self._stores.items() if store.may_have(name)}
        matches: tuple[Match, ...] = ("exact", "sound", "skeleton")
        return next((found for match in matches if stores and (found := _found(stores, name, match))), [])

    def find(self, name: str, match: Match) -> Toponyms:
        """The places that the key of this strictness finds, the most populous first."""
        return _found(self._stores, name, match)

    def country(self, iso: str) -> Toponym | None:
        """The country of that ISO 3166 alpha-2 code, from the base; ``None`` where there is none of that code."""
        return next((place for layer, store in self._stores.items() if (place := store.country(iso, layer))), None)

    def list(self) -> tuple[Layer, ...]:
        """The added layers, by name."""
        return tuple(
            Layer(name, store.places, store.fingerprint)
            for name, store in self._stores.items()
            if store.path.suffix == _SUFFIX
        )

    def add(self, path: Path, progress: Progress | None = None) -> Added:
        """Add a GeoNames file (``SY.txt``, ``allCountries.txt``); one of the same name is replaced.

        Streams: memory stays bounded whatever the size. ``progress`` is called with the bytes read since
        the last call.

        Raises:
            GazetteerError: if the file cannot be read or holds no place at all.
        """
        path = Path(path)
        skipped: list[Skipped] = []
        malformed = 0

        def places() -> Iterator[Toponym]:
            nonlocal malformed
            for row in read_rows(_lines(path, progress), str(path)):
                if isinstance(row, Toponym):
                    yield row
                else:
                    malformed += 1
                    if len(skipped) < _KEPT:
                        skipped.append(row)

        target = self._folder / (path.name + _SUFFIX)
        aside = self._folder / f".{path.name}.new"
        try:
            count = build(aside, places())
            if not count:
                raise GazetteerError(_no_place(path, skipped))
            aside.replace(target)
        except OSError as error:
            raise GazetteerError(f"{path} could not be added: {error.strerror or error}") from error
        finally:
            aside.unlink(missing_ok=True)
        self._reopen(path.name, target)
        return Added(Layer(path.name, count, self._stores[path.name].fingerprint), tuple(skipped), malformed)

    def remove(self, name: str) -> Layer:
        """Remove the added file of that name.

        Raises:
            GazetteerError: if none of that name was added.
        """
        for layer in self.list():
            if layer.name == name:
                store = self._stores.pop(name)
                store.close()
                store.path.unlink(missing_ok=True)
                self.lookup = lru_cache(maxsize=_REMEMBERED)(self._lookup)
                return layer
        known = ", ".join(layer.name for layer in self.list()) or "none"
        raise GazetteerError(f"no gazetteer file {name!r} was added (added: {known})")

    def _reopen(self, name: str, path: Path) -> None:
        if name in self._stores:
            self._stores.pop(name).close()
        self._stores[name] = Store(path)
        base, *added = self._stores
        self._stores = {key: self._stores[key] for key in [base, *sorted(added)]}
        self.lookup = lru_cache(maxsize=_REMEMBERED)(self._lookup)


def _found(stores: Mapping[str, Store], name: str, match: Match) -> Toponyms:
    """The places of all ``stores``, once each: a row of a later layer stands for that of an earlier one."""
    found: dict[int | tuple[str, int], Toponym] = {}
    for layer, store in stores.items():
        for place in store.find(name, layer, match):
            key = place.geonameid if place.geonameid > 0 else (layer, place.geonameid)
            known = found.get(key)
            if known is not None:
                capital = "PPLC" if "PPLC" in (known.code, place.code) else place.code
                people = max(place.population, known.population)
                place = place._replace(population=people, code=capital)
            found[key] = place
    return sorted(found.values(), key=lambda place: (-place.population, place.geonameid))


def _base(folder: Path) -> Path:
    return folder / f"world-{FORMAT}-{base_version()}.base"


def _lines(path: Path, progress: Progress | None) -> Iterable[str]:
    with path.open("rb") as file:
        read = 0
        for raw in file:
            read += len(raw)
            if progress is not None and read > 1 << 20:
                progress(read)
                read = 0
            yield raw.decode("utf-8", errors="replace")
        if progress is not None:
            progress(read)


def _no_place(path: Path, skipped: list[Skipped]) -> str:
    first = f": {skipped[0].item}: {skipped[0].detail}" if skipped else ": it is empty"
    return f"{path} holds no place in GeoNames' layout{first}"
