"""What can be wrong with an ontology file."""

from reportedly.errors import ReportedlyError


class OntologyError(ReportedlyError):
    """A malformed line or entry in an ontology file. The message names the file, the place in it and the
    mend."""
