"""Changes to spaCy's English tokenizer for news; they are saved with the pipeline, so readers need no code
for them.
"""

from __future__ import annotations

from spacy.language import Language  # noqa: TC002
from spacy.symbols import ORTH
from spacy.tokenizer import Tokenizer

ABBREVIATIONS = """
Lt. Col. Maj. Sgt. Capt. Cmdr. Cpl. Pvt. Brig. Gen. Adm. Gov. Sen. Rep. Rev. Hon. Amb. Ft. Mt. St.
etc. al. approx. cf. vs. Inc. Corp. Co. Ltd. Dept. Mon. Tue. Tues. Wed. Thu. Thur. Thurs. Fri. Sat. Jan. Feb.
Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec. a.m. p.m. U.S. U.K. U.N. E.U.
""".split()  # noqa: SIM905
NOT_CONTRACTIONS = ("Wed", "wed", "Id", "id", "Hed", "hed")
"""Words that spaCy reads as a contraction without its apostrophe ("We" + "d"); in news they are days and
papers.
"""


def adapt(nlp: Language) -> Language:
    """Keep abbreviations whole, split capital contractions too, drop misleading ones; in place."""
    tokenizer = nlp.tokenizer
    assert isinstance(tokenizer, Tokenizer)
    tokenizer.rules = {form: rule for form, rule in tokenizer.rules.items() if form not in NOT_CONTRACTIONS}
    for form, pieces in list(tokenizer.rules.items()):
        if ("'" in form or "’" in form) and form[0].isalpha() and form.upper() not in tokenizer.rules:
            capitals = [{**piece, ORTH: piece[ORTH].upper()} for piece in pieces]
            if "".join(piece[ORTH] for piece in capitals) == form.upper():
                tokenizer.add_special_case(form.upper(), capitals)
    for form in ABBREVIATIONS:
        tokenizer.add_special_case(form, [{ORTH: form}])
    return nlp
