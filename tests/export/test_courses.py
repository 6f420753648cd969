"""Chains of custody and courses of control as text."""

import io

from rich.console import Console

from reportedly.export import courses
from reportedly.export.judgements import judgements
from reportedly.model import Anchor, Change, Judgement, Party, Period, Span

NORTH, SOUTH = (Party(name="North"),), (Party(name="South"),)


def printed() -> Console:
    return Console(file=io.StringIO(), width=120)


def text(console: Console) -> str:
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def gain(who: tuple[Party, ...], day: str) -> Change:
    return Change(
        id=f"k-{day}", kind="gained", gains=who, loses=(), incident="i-1", claims=("c-1",), denied=(), grade="Weak",
        days=(day, day), told=day, places=("Shura",),
    )  # fmt: skip


def test_a_timeline_draws_each_period_in_its_days_and_leaves_open_what_nobody_tells() -> None:
    first, second = gain(NORTH, "2031-05-01"), gain(SOUTH, "2031-05-31")
    periods = [
        Period(state="held", holders=NORTH, first="2031-05-01", last=None, began=first),
        Period(state="unknown", holders=(), first="2031-05-11", last="2031-05-31", ended=second),
        Period(state="contested", holders=SOUTH, first="2031-05-31", last=None, began=second),
        Period(state="undated", holders=NORTH, first=None, last=None, began=first),
    ]
    console = printed()
    courses.control("Shura", periods, console)
    lines = text(console).splitlines()[-4:]
    assert lines[0].split() == ["2031-05-01", "2031-05-31"]
    held, unknown, contested = lines[1:]
    assert held.index("█") == 1
    assert held.index(">") == held.rindex("█") + 1 == unknown.index("·") + 1
    assert contested.index("▒") == unknown.rindex("·")
    assert held.endswith("North")
    assert unknown.endswith("nobody tells")
    assert "undated: North" in text(console)


def test_nothing_dated_is_no_timeline() -> None:
    console = printed()
    courses.control("Shura", [Period(state="undated", holders=NORTH, first=None, last=None)], console)
    assert "█" not in text(console)


def test_judgements_show_their_words_and_whether_they_stand() -> None:
    words = tuple(Anchor(document=f"d-{n}abcdefgh", span=Span(0, 3), words="hit") for n in range(5))
    log = [
        Judgement(id="j-1", kind="same", author="[b]ana", at="2031-05-11T10:00:00Z", subject=words, other=words[:1]),
        Judgement(id="j-2", kind="undo", author="bo", at="2031-05-12T10:00:00Z", value="j-1", note="a mistake"),
    ]
    console = printed()
    judgements(log, console, states={"j-1": "undone", "j-2": "standing"})
    for expected in ("[b]ana", "undone", "and 2 more = “hit” in d-0abcde", "a mistake", "2031-05-12 10:00"):
        assert expected in text(console)
