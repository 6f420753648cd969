"""Changes to spaCy's English tokenizer for news; they are saved with the pipeline, so readers need no code for them."""

from __future__ import annotations

from collections.abc import Callable

import spacy
from spacy.language import Language
from spacy.symbols import ORTH

ABBREVIATIONS = (
    "Lt. Col. Maj. Sgt. Capt. Cmdr. Cpl. Pvt. Brig. Gen. Adm. Gov. Sen. Rep. Rev. Hon. Amb. Ft. Mt. St. "
    "etc. al. approx. cf. vs. Inc. Corp. Co. Ltd. Dept. Mon. Tue. Tues. Wed. Thu. Thur. Thurs. Fri. Sat. Jan. Feb. "
    "Mar. Apr. Jun. Jul. Aug. Sep. Sept. Oct. Nov. Dec. a.m. p.m. U.S. U.K. U.N. E.U."
).split()
NOT_CONTRACTIONS = ("Wed", "wed", "Id", "id", "Hed", "hed")
"""Words that spaCy reads as a contraction without its apostrophe ("We" + "d"); in news they are days and papers."""


def adapt(nlp: Language) -> Language:
    """Keep military and civil abbreviations whole and drop misleading contractions, in place."""
    tokenizer = nlp.tokenizer
    tokenizer.rules = {form: rule for form, rule in tokenizer.rules.items() if form not in NOT_CONTRACTIONS}
    for form in ABBREVIATIONS:
        tokenizer.add_special_case(form, [{ORTH: form}])
    return nlp


@spacy.registry.callbacks("reportedly.news_tokenizer.v1")
def create_adapter() -> Callable[[Language], Language]:
    """Callback for `[initialize.before_init]`."""
    return adapt
