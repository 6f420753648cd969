"""CLEAR trees turned into Universal Dependencies.

The ``en_core_web_*`` models speak CLEAR: there a preposition governs its noun and the copula governs its predicate.
"""

from collections.abc import Sequence

from reportedly.language.parse import Token

_CLEAR_TO_UD = {
    "ROOT": "root", "nsubjpass": "nsubj:pass", "csubjpass": "csubj:pass", "auxpass": "aux:pass", "dobj": "obj",
    "dative": "iobj", "prt": "compound:prt", "neg": "advmod", "poss": "nmod:poss", "npadvmod": "obl:npmod",
    "relcl": "acl:relcl", "nn": "compound", "intj": "discourse", "preconj": "cc:preconj", "predet": "det:predet",
    "quantmod": "advmod", "meta": "parataxis", "oprd": "xcomp", "num": "nummod",
}  # fmt: skip
_NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET", "SYM"}
_TELLTALE = {"pobj", "prep", "dobj", "nsubjpass", "attr"}


def speaks_clear(tokens: Sequence[Token]) -> bool:
    """Whether the relations are CLEAR's."""
    return any(token.dep in _TELLTALE for token in tokens)


def to_universal(tokens: Sequence[Token]) -> None:
    """Turn CLEAR trees into UD trees in place. Only heads and relations change."""
    for token in tokens:  # preposition over noun: the noun takes the preposition's place
        if token.dep in ("pobj", "pcomp") and token.head.dep in ("prep", "agent", "dative") and token.head is not token:
            preposition = token.head
            governor = preposition.head
            token.head = governor if governor is not preposition else token
            if token.dep == "pcomp":
                token.dep = "advcl"
            elif preposition.dep == "agent":
                token.dep = "obl:agent"
            elif governor.pos in ("NOUN", "PROPN", "PRON", "NUM"):
                token.dep = "nmod"
            else:
                token.dep = "obl"
            if preposition.head is preposition:
                token.dep = "root"
            preposition.head = token
            preposition.dep = "case" if token.dep != "advcl" else "mark"
    for token in tokens:  # copula over predicate: the predicate takes the copula's place
        if token.dep in ("attr", "acomp") and token.head.lemma == "be" and token.pos in _NOMINAL:
            copula = token.head
            token.head, token.dep = (token, "ROOT") if copula.head is copula else (copula.head, copula.dep)
            for other in tokens:
                if other.head is copula and other is not copula and other is not token:
                    other.head = token
            copula.head, copula.dep = token, "cop"
    for token in tokens:
        token.dep = _CLEAR_TO_UD.get(token.dep, token.dep)
        if token.dep == "prep":
            token.dep = "case" if token.head.pos in _NOMINAL else "advmod"
        if token.dep == "dep" and token.head is token:
            token.dep = "root"
