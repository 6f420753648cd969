"""What an attack did to people belongs to the attack: "killing twelve", "left twelve dead", "Twelve people died."

Conservative: the casualties are taken up only where syntax, or their place right behind the only attack there is, ties
them to it, and nothing that the two tell conflicts.
"""

import re
from collections.abc import Sequence

from reportedly.language import Parse, Token
from reportedly.read.events.draft import CULPRIT, Filled, Telling
from reportedly.read.events.same import share_place, share_time
from reportedly.read.events.slots import is_gerund_noun, surface_subject

_PARTY = frozenset({"force", "armed", "state", "coalition"})
_UNRELATED = frozenset({"before", "since", "until"})
_OF_THINGS = frozenset(
    {"property-destroyed", "property-damaged", "materiel-destroyed", "materiel-damaged", "shoot-down", "looting"}
)
_NOBODY = frozenset({"nobody", "none", "no-one"})
_BACK = 3  # sentences
_LONG = re.compile(
    r"\bsince\b|\b(?:in|over|during) (?:the )?(?:[\w-]+ ){0,3}(?:weeks|months|years|decades|war|conflict)\b"
    r"|\bthis year\b|\b(?:tens|hundreds|thousands) of thousands\b|\bso far\b"
)
_FEW = 10


def absorb_casualties(tellings: list[Telling], parse: Parse) -> list[Telling]:
    """The tellings, in text order, with casualties taken into the attack that did it."""
    by_sentence: dict[int, list[Telling]] = {}
    for telling in tellings:
        by_sentence.setdefault(telling.token.sent, []).append(telling)
    taken: dict[int, Telling] = {}  # the attack that a casualty telling belongs to, by the position of its word
    kept: list[Telling] = []
    for sentence, group in by_sentence.items():
        attacks = [
            item for item in group if item.type.violent and not (item.casualty or item.again or item.rule == CULPRIT)
        ]
        harming = [attack for attack in attacks if attack.type.id not in _OF_THINGS]
        before = _before(by_sentence, sentence, parse)
        for telling in group:
            if _spared(telling) and _attack_near(by_sentence, sentence, parse):
                continue
            behind = None if sums_up(telling.token, parse) else before
            attack = _attack_of(telling, group, attacks, harming, behind, taken) if telling.casualty else None
            if attack is None:
                kept.append(telling)
                continue
            taken[telling.token.i] = attack
            _take(attack, telling)
    kept.sort(key=lambda telling: (telling.trigger, telling.type.id))
    return kept


def sums_up(word: Token, parse: Parse) -> bool:
    """True for the dead of a whole war: "tens of thousands have died in 17 months of fighting"."""
    words = parse.tokens_of(parse.sentences[word.sent])
    if not any(child.relation == "aux" and child.lemma == "have" for child in word.children):
        return False
    text = " ".join(token.lower for token in words)
    return _LONG.search(text) is not None


def _spared(telling: Telling) -> bool:
    """True for "nobody was hurt", "none of the crew was killed", "caused no casualties": how an attack went off, which
    denies no attack."""
    if not telling.casualty or telling.polarity == "positive" or telling.of("agent"):
        return False
    if telling.statement is not None and telling.statement.stance != "affirms":
        return False
    subjects = surface_subject(telling.token) + [item.head for item in telling.of("target")]
    return any(
        word.lower in _NOBODY or (subject.lower == "one" and word.lower == "no")
        for subject in subjects
        for word in (subject, *subject.children)
    )


def _attack_near(by_sentence: dict[int, list[Telling]], sentence: int, parse: Parse) -> bool:
    """True if an attack is told in the sentence, or shortly before in its block."""
    block = parse.sentences[sentence].block
    near = (
        number for number in range(max(sentence - _BACK, 0), sentence + 1) if parse.sentences[number].block == block
    )
    return any(
        item.type.violent and item.polarity == "positive" for number in near for item in by_sentence.get(number, ())
    )


def _before(by_sentence: dict[int, list[Telling]], sentence: int, parse: Parse) -> Telling | None:
    """The only attack of the sentence before, in the same block, if it tells nothing else but casualties."""
    if sentence == 0 or parse.sentences[sentence - 1].block != parse.sentences[sentence].block:
        return None
    attacks = [item for item in by_sentence.get(sentence - 1, ()) if not item.casualty]
    only = attacks[0] if len(attacks) == 1 else None
    return only if only is not None and only.type.violent and only.type.id not in _OF_THINGS else None


def _attack_of(
    casualty: Telling,
    group: Sequence[Telling],
    attacks: list[Telling],
    harming: list[Telling],
    before: Telling | None,
    taken: dict[int, Telling],
) -> Telling | None:
    for attack in attacks:
        if any(filled.head is attack.token for filled in casualty.roles):
            return attack
    counted = [attack for attack in attacks if _is_counted(casualty.token, attack.token)]
    if len(counted) == 1 and casualty.polarity == counted[0].polarity:
        casualty.time = None  # the day on which the count was reached
        return counted[0]
    agreeing = [attack for attack in attacks if _agree(casualty, attack)]
    for attack in agreeing:
        if _caused(casualty.token, attack.token, [item.head for item in casualty.roles if item.role != "target"]):
            return attack
    for other in group:
        attack_of_other = taken.get(other.token.i)
        if attack_of_other is not None and attack_of_other in agreeing and _joined(casualty.token, other.token):
            return attack_of_other
    if len(harming) == 1 and harming[0] in agreeing and not _elsewhere(casualty, harming[0]):
        return harming[0]
    if not attacks and before is not None and _follows(casualty, before):
        return before
    return None


def _take(attack: Telling, casualty: Telling) -> None:
    attack.casualties = (*attack.casualties, *casualty.casualties)
    attack.quantities = tuple({item.span: item for item in (*attack.quantities, *casualty.quantities)}.values())
    attack.places = attack.places or casualty.places
    attack.time = attack.time or casualty.time
    attack.absorbed.append(casualty)
    if casualty.modality == "hedged" and attack.modality == "actual" and attack.token.pos == "NOUN":
        attack.modality, attack.modality_spans = "hedged", casualty.modality_spans  # "a strike reportedly killed two"
    if not attack.of("agent"):
        attack.roles.extend(
            item for item in casualty.of("agent") if item.kinds & _PARTY and item.head is not attack.token
        )
    harmed = [item for item in casualty.of("target") if item.head.pos != "NUM"]
    attack.victims.extend(item for item in harmed if casualty.token.sent == attack.token.sent)


def _agree(casualty: Telling, attack: Telling) -> bool:
    """True if nothing that the two say conflicts, and the same did it."""
    if casualty.polarity != attack.polarity:
        return False
    if casualty.modality != attack.modality and attack.modality != "hedged" and casualty.modality != "hedged":
        return False
    if casualty.places and attack.places and not share_place(casualty.places, attack.places):
        return False
    if casualty.time is not None and attack.time is not None and not share_time(casualty.time, attack.time):
        return False
    agents = casualty.of("agent")
    doers = [*attack.of("agent"), *attack.of("instrument")]
    return not agents or not doers or any(_one(agent, doer) for agent in agents for doer in doers)


def _one(agent: Filled, doer: Filled) -> bool:
    if agent.head is doer.head or agent.lemma == doer.lemma or agent.span.overlaps(doer.span):
        return True
    return agent.actor is not None and agent.actor == doer.actor


def _caused(verb: Token, cause: Token, heads: list[Token]) -> bool:
    """True if syntax ties the casualties to the attack: a participle of it, or the attack is their subject or
    occasion."""
    if any(head is cause for head in heads):
        return True
    if verb.dep in ("advcl", "acl", "acl:relcl") and verb.head is cause:
        return True
    if any(subject is cause for subject in surface_subject(verb)):
        return True
    if (cause.relation in ("nsubj", "obl") or is_gerund_noun(cause)) and cause.head is verb:
        return True
    return verb.dep == "advcl" and verb.tag == "VBG" and cause.head is verb.head and cause.relation in ("nsubj", "obj")


def _is_counted(verb: Token, cause: Token) -> bool:
    """True if the toll of the attack is the subject: "the death toll in Saturday's attack reached 19 on Monday"."""
    tolls = (subject for subject in surface_subject(verb) if subject.lower in ("toll", "tolls"))
    return any(cause.head is toll and cause.relation == "nmod" for toll in tolls)


def _joined(casualty: Token, other: Token) -> bool:
    """True for conjuncts: "killed 12 and wounded 30", "12 killed, 30 wounded"."""
    for low, high in ((casualty, other), (other, casualty)):
        node = low
        for _ in range(_FEW):
            if node is high:
                return True
            if node.relation not in ("conj", "parataxis", "advcl", "list", "dep") or node.head is node:
                break
            node = node.head
    return abs(casualty.i - other.i) <= _FEW


def _elsewhere(casualty: Telling, attack: Telling) -> bool:
    """True if one of the two only describes who did the other, or only dates it."""
    agents = casualty.of("agent")
    if agents and not attack.of("agent") and not attack.of("instrument"):
        return True  # whoever killed is named, and nobody attacked
    for inner, outer in ((casualty, attack), (attack, casualty)):
        node = inner.token
        for _ in range(_FEW):
            if node.head is node or node is outer.token:
                break
            if node.dep == "acl:relcl":
                described = [item for item in outer.of("agent") if item.kinds & _PARTY]
                described += [] if inner is casualty else outer.of("target")
                if any(item.head is node.head or node.head.start in item.span for item in described):
                    return True
            if node.dep == "advcl" and any(child.lower in _UNRELATED for child in node.children if child.dep == "mark"):
                return True
            node = node.head
    return False


def _follows(casualty: Telling, attack: Telling) -> bool:
    """True if casualties told in a sentence of their own, with no cause, time or other place, are those of the attack
    before."""
    elsewhere = casualty.places and not (attack.places and share_place(casualty.places, attack.places))
    if casualty.of("agent") or elsewhere or casualty.time is not None or casualty.token.tag == "VBG":
        return False
    told = {item.kind for item in attack.casualties}
    if not casualty.casualties or any(item.kind in told or item.low is None for item in casualty.casualties):
        return False
    return _agree(casualty, attack) and attack.modality in ("actual", "hedged")
