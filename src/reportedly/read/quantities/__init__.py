"""Numbers of things, with their hedges, units and what is counted."""

from reportedly.read.quantities.amount import Amount
from reportedly.read.quantities.find import find_quantities
from reportedly.read.quantities.scan import scan

__all__ = ["Amount", "find_quantities", "scan"]
