"""Units of measure and money: how they are written, and the one name each has in a ledger."""

from reportedly.model import Record
from reportedly.ontology._files import Files, Row, listed

_COLUMNS = ("unit", "written", "before")


class Units(Record, frozen=True):
    """Units by their written forms, in the spelling of the data file, as pairs of form and unit.

    ``written`` holds the forms that follow a number ("km"), ``before`` those that stand before it ("$", "USD").
    """

    written: tuple[tuple[str, str], ...]
    before: tuple[tuple[str, str], ...]

    @property
    def currencies(self) -> frozenset[str]:
        """The units of money."""
        return frozenset(unit for _, unit in self.before)


def load_units(files: Files) -> Units:
    """The units of ``units.tsv``.

    Raises:
        OntologyError: if a unit has no form, or a form stands for two units.
    """
    written: dict[str, str] = {}
    before: dict[str, str] = {}
    for row in files.rows("units.tsv", _COLUMNS):
        forms, leading = listed(row["written"]), listed(row["before"])
        if not forms and not leading:
            raise row.wrong(f"{row['unit']}: has no written form")
        _enter(row, forms, written)
        _enter(row, leading, before)
    return Units(written=tuple(written.items()), before=tuple(before.items()))


def _enter(row: Row, forms: tuple[str, ...], table: dict[str, str]) -> None:
    for form in forms:
        if table.setdefault(form, row["unit"]) != row["unit"]:
            raise row.wrong(f"{form!r} stands for {table[form]!r} already")
