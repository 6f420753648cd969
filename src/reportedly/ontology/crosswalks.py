"""Other ontologies of events, and which of their codes an event type corresponds to."""

from typing import Any

import msgspec

from reportedly.model import Record
from reportedly.ontology._fields import entry_of, flag, only, spaced, text, words
from reportedly.ontology._files import Entry, Files


class Scheme(Record, frozen=True):
    """Another ontology of events: its codes, and where they are written down."""

    id: str
    label: str
    source: str
    codes: frozenset[str]


class Correspondence(Record, frozen=True):
    """The code of ``scheme`` that an event type comes nearest to.

    ``lossy``: the code says less, more or something else than the type, so that the way back is not open. It
    holds only where each role in ``when`` is filled by one of these kinds of thing.
    """

    scheme: str
    code: str
    lossy: bool = False
    when: dict[str, frozenset[str]] = msgspec.field(default_factory=dict)


def load_schemes(files: Files) -> dict[str, Scheme]:
    """The ontologies of ``crosswalks.yaml``, by identifier.

    Raises:
        OntologyError: for an entry without label, source or codes.
    """
    data = files.mapping("crosswalks.yaml")
    found: dict[str, Scheme] = {}
    for key in data:
        entry = entry_of(data, key)
        only(entry, key, ("label", "source", "codes"))
        text(entry, key, "label", "source")
        codes = words(entry, key, "codes")
        if not codes:
            raise entry.wrong(f"{key}: lacks codes")
        found[key] = Scheme(id=key, label=entry["label"], source=entry["source"], codes=frozenset(codes))
    return found


def crosswalk_of(entry: Entry, name: str, schemes: dict[str, Scheme]) -> tuple[Correspondence, ...]:
    """The correspondences under ``crosswalk`` of an event type.

    Raises:
        OntologyError: for a scheme or code that ``crosswalks.yaml`` does not have.
    """
    if "crosswalk" not in entry:
        return ()
    crosswalk = entry_of(entry, "crosswalk")
    found: list[Correspondence] = []
    for scheme, value in crosswalk.items():
        if scheme not in schemes:
            raise crosswalk.wrong(f"{name}: {scheme!r} is none of {', '.join(sorted(schemes))}", scheme)
        options: list[Any] = value if isinstance(value, list) else [value]
        found.extend(_one(option, crosswalk, name, schemes[scheme]) for option in options)
    return tuple(found)


def _one(option: Any, crosswalk: Entry, name: str, scheme: Scheme) -> Correspondence:
    lossy = False
    when: dict[str, frozenset[str]] = {}
    if isinstance(option, Entry):
        only(option, f"{name}: {scheme.id}", ("to", "lossy", "when"))
        code = option.get("to")
        lossy = flag(option, f"{name}: {scheme.id}", "lossy")
        if "when" in option:
            roles = entry_of(option, "when")
            when = {role: frozenset(spaced(roles, name, role)) for role in roles}
    else:
        code = option
    if code not in scheme.codes:
        raise crosswalk.wrong(f"{name}: {code!r} is no code of {scheme.label} (crosswalks.yaml)", scheme.id)
    return Correspondence(scheme=scheme.id, code=code, lossy=lossy, when=when)
