"""Actors by their names, by the names the model found, and groups told by a common noun."""

from reportedly.language import Name, Parse, Sentence, Token
from reportedly.model import ActorMention, Block, Document
from reportedly.ontology import load, words_of
from reportedly.read.actors import find_actors


def mentions(text: str, *groups: str) -> list[ActorMention]:
    """The actors of ``text``, parsed as one flat sentence in which the words ``groups`` are nouns."""
    tokens: list[Token] = []
    position = 0
    for word in text.split(" "):
        start = text.index(word, position)
        plain = word.rstrip(".,;:)").lstrip("(")
        start = text.index(plain, start)
        pos = "NOUN" if plain.lower() in groups else "PROPN" if plain[:1].isupper() else "X"
        token = Token(len(tokens), start, plain, plain.lower().rstrip("s"), pos, "NN", 0)
        token.dep = "root" if not tokens else "dep"
        token.head = tokens[0] if tokens else token
        tokens.append(token)
        position = start + len(plain)
    block = Block(kind="paragraph", start=0, end=len(text))
    document = Document(id="d-flat", text=text, blocks=(block,))
    sentence = Sentence(0, 0, len(tokens), 0, len(text), 0)
    return list(find_actors(document, Parse(text, (block,), tokens, [sentence], []), load()))


def known(text: str, *groups: str) -> list[tuple[str, str | None]]:
    return [(mention.name, mention.actor) for mention in mentions(text, *groups)]


def test_names_of_one_actor_meet() -> None:
    text = "ISIS men, called ISIL, Isis, Daesh or Islamic State, left."
    assert {actor for _, actor in known(text)} == {"is"}
    text = "Jabhat al-Nusra, Al-Nusra Front, Nusra Front, al-Nusra and Nusra are one."
    found = known(text)
    assert [name for name, _ in found] == ["Jabhat al-Nusra", "Al-Nusra Front", "Nusra Front", "al-Nusra", "Nusra"]
    assert {actor for _, actor in found} == {"nusra"}


def test_the_longest_name_wins() -> None:
    assert known("Harakat Hazm met the Free Syrian Army.") == [("Harakat Hazm", "hazm"), ("Free Syrian Army", "fsa")]


def test_common_words_are_no_actors() -> None:
    assert known("it is for us to say who is to go") == []


def test_a_short_form_needs_the_long_one() -> None:
    assert known("the Observatory counted nine") == []
    text = "The Syrian Observatory for Human Rights counted nine, the Observatory said"
    assert {actor for _, actor in known(text)} == {"sohr"}


def test_the_post_is_the_paper_that_was_named() -> None:
    text = "The Jerusalem Post asked first. The sources told the Post so"
    assert [actor for _, actor in known(text)] == ["outlet-jpost", "outlet-jpost"]


def test_a_name_that_is_a_common_word_needs_its_article() -> None:
    assert known("Times were hard") == []
    assert known("she told the Guardian so") == [("Guardian", "outlet-guardian")]


def test_demonyms_and_states_are_told_apart() -> None:
    found = mentions("Turkish men entered Syria")
    assert [(item.kind, item.actor) for item in found] == [("demonym", "state-turkey"), ("place", "state-syria")]


def test_groups_are_mentions_without_an_actor() -> None:
    found = mentions("the residents fled", "residents")
    assert [(item.name, item.kind, item.actor) for item in found] == [("residents", "group", None)]


def test_an_acronym_in_brackets_is_the_name_before_it() -> None:
    text = "Hill Guard Council (HGC) and HGC"
    base = mentions(text)
    assert base == []
    block = Block(kind="paragraph", start=0, end=len(text))
    document = Document(id="d-flat", text=text, blocks=(block,))
    pieces = ["Hill", "Guard", "Council", "(", "HGC", ")", "and", "HGC"]
    tokens, position = [], 0
    for number, piece in enumerate(pieces):
        start = text.index(piece, position)
        tokens.append(Token(number, start, piece, piece, "PROPN", "NNP", 0))
        position = start + len(piece)
    names = [Name("ORG", 0, 3, 0, 18), Name("ORG", 4, 5, 20, 23), Name("ORG", 7, 8, 29, 32)]
    parse = Parse(text, (block,), tokens, [Sentence(0, 0, 8, 0, len(text), 0)], names)
    found = find_actors(document, parse, load())
    assert [(item.name, item.kind) for item in found] == [
        ("Hill Guard Council", "organisation"), ("HGC", "organisation"), ("HGC", "organisation"),
    ]  # fmt: skip


def test_every_label_in_the_ontology_finds_its_owner() -> None:
    ontology = load()
    for actor in ontology.actors.values():
        owners = {entry.owner for _, _, entries in ontology.names.matches(words_of(actor.label)) for entry in entries}
        assert actor.id in owners, actor.label


def test_the_arabic_article_is_part_of_a_one_word_name() -> None:
    names = load().names
    assert not list(names.matches(words_of("the Monitor said")))
    assert [entries[0].owner for _, _, entries in names.matches(words_of("Al-Monitor said"))] == ["outlet-al-monitor"]


def test_in_capitals_an_acronym_that_is_read_as_a_verb_is_no_group() -> None:
    def acting(text: str, pos: str) -> list[str | None]:
        word = Token(0, 0, text[:3], text[:3].lower(), pos, "VB", 0)
        block = Block(kind="paragraph", start=0, end=len(text))
        parse = Parse(text, (block,), [word], [Sentence(0, 0, 1, 0, len(text), 0)], [])
        return [one.actor for one in find_actors(Document(id="d-let", text=text, blocks=(block,)), parse, load())]

    assert acting("LET THEM GO", "VERB") == []
    assert acting("LET FIGHTERS", "PROPN") == acting("LET fighters", "VERB") == ["lashkar-e-taiba"]
