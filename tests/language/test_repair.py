"""Trees that no grammar allows are mended; those that one allows stay."""

from reportedly.language.adapter import Gathered, adopt
from reportedly.language.analysis import Analysis
from reportedly.language.parse import Token


def mended(*rows: tuple[str, str, str, int, str]) -> list[Token]:
    """Tokens of one sentence from rows of form, UPOS, Penn tag, head and relation."""
    found = Gathered([], [], [], [])
    forms, pos, tags, heads, deps = zip(*rows, strict=True)
    words = [(10 * i, form) for i, form in enumerate(forms)]
    adopt(Analysis(words, list(pos), list(tags), list(heads), list(deps), [0]), 0, 0, found)
    return found.tokens


def test_a_clause_between_dashes_is_an_insertion() -> None:
    tokens = mended(
        ("Towns", "NOUN", "NNS", 6, "nsubj"),
        ("—", "PUNCT", ":", 3, "punct"),
        ("she", "PRON", "PRP", 3, "nsubj"),
        ("said", "VERB", "VBD", 0, "acl:relcl"),
        ("—", "PUNCT", ":", 3, "punct"),
        ("have", "AUX", "VBP", 6, "aux"),
        ("fallen", "VERB", "VBN", 6, "root"),
    )
    assert (tokens[3].dep, tokens[3].head.text) == ("parataxis", "fallen")
    assert tokens[3] in tokens[6].children


def test_a_relative_clause_that_touches_its_noun_stays() -> None:
    tokens = mended(
        ("Towns", "NOUN", "NNS", 3, "nsubj"),
        ("she", "PRON", "PRP", 2, "nsubj"),
        ("named", "VERB", "VBD", 0, "acl:relcl"),
        ("fell", "VERB", "VBD", 3, "root"),
    )
    assert (tokens[2].dep, tokens[2].head.text) == ("acl:relcl", "Towns")


def test_a_relative_pronoun_behind_a_dash_stays_relative() -> None:
    tokens = mended(
        ("Towns", "NOUN", "NNS", 5, "nsubj"),
        ("–", "PUNCT", ":", 3, "punct"),
        ("which", "PRON", "WDT", 3, "nsubj"),
        ("burned", "VERB", "VBD", 0, "acl:relcl"),
        ("–", "PUNCT", ":", 3, "punct"),
        ("fell", "VERB", "VBD", 5, "root"),
    )
    assert tokens[3].dep == "acl:relcl"


def test_a_noun_taken_for_a_second_verb_is_the_object_of_the_first() -> None:
    tokens = mended(
        ("Rebels", "NOUN", "NNS", 1, "nsubj"),
        ("denied", "VERB", "VBD", 2, "ccomp"),
        ("reports", "VERB", "VBZ", 2, "root"),
        ("that", "SCONJ", "IN", 5, "mark"),
        ("it", "PRON", "PRP", 5, "nsubj"),
        ("fell", "VERB", "VBD", 2, "ccomp"),
        (".", "PUNCT", ".", 2, "punct"),
    )
    assert [(token.dep, token.head.text) for token in tokens] == [
        ("nsubj", "denied"), ("root", "denied"), ("obj", "denied"), ("mark", "fell"), ("nsubj", "fell"),
        ("acl", "reports"), ("punct", "denied"),
    ]  # fmt: skip
    assert (tokens[2].pos, tokens[2].tag) == ("NOUN", "NNS")


def test_a_verb_with_a_subject_of_its_own_stays_one() -> None:
    tokens = mended(
        ("Rebels", "NOUN", "NNS", 1, "nsubj"),
        ("fled", "VERB", "VBD", 2, "ccomp"),
        ("reports", "VERB", "VBZ", 2, "root"),
        ("Reuters", "PROPN", "NNP", 2, "nsubj"),
    )
    assert (tokens[2].pos, tokens[1].dep) == ("VERB", "ccomp")


def test_what_is_seen_is_the_subject_of_what_befalls_it() -> None:
    tokens = mended(
        ("He", "PRON", "PRP", 1, "nsubj"),
        ("saw", "VERB", "VBD", 1, "root"),
        ("lorries", "NOUN", "NNS", 1, "obj"),
        ("being", "AUX", "VBG", 4, "aux:pass"),
        ("burned", "VERB", "VBN", 1, "ccomp"),
    )
    assert (tokens[2].dep, tokens[2].head.text) == ("nsubj:pass", "burned")


def test_words_before_a_number_belong_to_it() -> None:
    tokens = mended(
        ("Upwards", "ADV", "RB", 5, "advmod"),
        ("of", "ADP", "IN", 3, "case"),
        ("80", "NUM", "CD", 3, "nummod"),
        ("missiles", "NOUN", "NNS", 0, "obl"),
        ("were", "AUX", "VBD", 5, "aux:pass"),
        ("captured", "VERB", "VBN", 5, "root"),
    )
    assert [(token.dep, token.head.text) for token in tokens[:4]] == [
        ("advmod", "80"), ("fixed", "Upwards"), ("nummod", "missiles"), ("nsubj:pass", "captured"),
    ]  # fmt: skip


def test_of_two_subjects_the_second_is_that_of_the_verb_of_saying() -> None:
    tokens = mended(
        ("Rebels", "NOUN", "NNS", 1, "nsubj"),
        ("fled", "VERB", "VBD", 1, "root"),
        (",", "PUNCT", ",", 4, "punct"),
        ("the", "DET", "DT", 4, "det"),
        ("mayor", "NOUN", "NN", 1, "nsubj"),
        ("said", "VERB", "VBD", 1, "parataxis"),
    )
    assert (tokens[4].head.text, tokens[1].dep, tokens[1].head.text, tokens[5].dep) == ("said", "ccomp", "said", "root")


def test_two_clauses_each_keep_their_subject() -> None:
    tokens = mended(
        ("Rebels", "NOUN", "NNS", 1, "nsubj"),
        ("fled", "VERB", "VBD", 1, "root"),
        (",", "PUNCT", ",", 4, "punct"),
        ("soldiers", "NOUN", "NNS", 4, "nsubj"),
        ("came", "VERB", "VBD", 1, "parataxis"),
    )
    assert (tokens[3].head.text, tokens[4].dep) == ("came", "parataxis")


def test_a_plural_present_that_is_no_dictionary_form_is_a_past() -> None:
    tokens = mended(
        ("Rebels", "NOUN", "NNS", 1, "nsubj"),
        ("retook", "VERB", "VBP", 1, "root"),
        ("it", "PRON", "PRP", 1, "obj"),
    )
    assert tokens[1].tag == "VBD"
