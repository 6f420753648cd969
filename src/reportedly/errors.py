"""The exceptions of the project. All descend from one root, so that a caller can catch them together.

ReportedlyError
├── clean.DateError            a publication date that is not one
├── language.ModelError        no English pipeline of that name
├── ontology.OntologyError     a malformed line in an ontology file
├── gazetteer.GazetteerError   a gazetteer that cannot be read or built
├── weigh.RulesError           a malformed rule or word list of weighing
└── case.CaseError             a case file that cannot be opened, read or written
"""


class ReportedlyError(Exception):
    """Anything that this project raises on purpose. The message says what was wrong, where, and what to do."""
