"""What would change a grade: each single further fact, and the grade that the rules would then give."""

from collections.abc import Mapping

from reportedly.weigh.rules import Rule, first

_FURTHER: tuple[tuple[str, dict[str, int]], ...] = (
    ("a further independent, named origin that says plainly that it happened",
     {"affirming": 1, "named": 1, "plain": 1, "plain named": 1}),
    ("a denial by another origin", {"denying": 1}),
    ("an origin that names another perpetrator", {"affirming": 1, "perpetrator": 1}),
)  # fmt: skip


def would_change(rule: Rule, facts: Mapping[str, int]) -> tuple[str, ...]:
    """Sentences, one for each further fact that would give another grade than ``rule``."""
    if rule.id in ("accepted", "rejected"):
        return ("The person who decided it, or another, could undo the decision.",)
    said = []
    for words, further in _FURTHER:
        if "perpetrator" in further and not facts["affirming"]:
            continue
        after = first("incident", {fact: count + further.get(fact, 0) for fact, count in facts.items()})
        if after.value != rule.value:
            said.append(f"{words[0].upper()}{words[1:]} would make it {after.value}.")
    if facts["denying"] and facts["affirming"]:
        after = first("incident", {**facts, "denying": 0})
        if after.value != rule.value:
            what = "denial were" if facts["denying"] == 1 else "denials were"
            said.append(f"If the {what} taken back, it would be {after.value}.")
    if facts["affirming"]:
        said.append("If all who say that it happened took it back, it would be Discounted.")
    return tuple(said)
