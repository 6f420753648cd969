"""The format the gold is written in: a head line, the text, ``~~``, then a line for each source and statement."""

from datetime import date
from typing import cast, get_args

from bench.gold_records import GoldPassage, GoldSource, GoldStatement
from tests.gold.attribution.derived import derived
from tests.gold.attribution.words import QUOTES, GoldError, spans_of
from tests.gold.halves import Written, passages_of

from reportedly.model.source import SourceKind
from reportedly.model.statement import Mode, Said, Stance
from reportedly.model.time import Precision

PHENOMENA = frozenset({
    "verb-before", "verb-after", "verb-inside", "noun-claim", "noun-report", "noun-denial", "according-to",
    "per", "in-a-statement", "told", "quoted-as-saying", "was-quoted", "citing", "colon", "dash",
    "headline", "post", "interrupted-quote", "multi-paragraph-quote", "scare-quotes", "unmatched-quote",
    "thought", "intention", "negated", "passive", "coordinated-cues", "coordinated-sources",
    "anaphora-noun", "anaphora-pronoun", "role", "hedge-only", "dateline", "caps",
})  # fmt: skip
_PRECISION: dict[int, Precision] = {4: "year", 7: "month", 10: "day", 13: "part-of-day"}
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def passages(written: str) -> list[GoldPassage]:
    """All passages of one source file.

    Raises:
        GoldError: where a passage is malformed or quotes words that its text does not hold.
    """
    return passages_of(written, PHENOMENA, _passage)


def _passage(written: Written) -> GoldPassage:
    text = written.text
    sources = dict(_source(row[2:]) for row in written.rows if row.startswith("@ "))
    statements = [_statement(row, text, sources, written.published) for row in written.rows if not row.startswith("@ ")]
    _check(statements, sources, text)
    return GoldPassage(
        id=written.id,
        style=written.style,
        phenomena=tuple(sorted({*written.tags, *derived(text, statements)})),
        published=written.published,
        text=text,
        statements=tuple(statements),
    )


def _source(row: str) -> tuple[str, GoldSource]:
    name, _, features = row.rpartition(": ")
    kind, *flags = features.split()
    if not name or set(flags) - {"anonymous", "unresolved"}:
        raise GoldError(f"“@ {row}” should read “@ name: kind [anonymous] [unresolved]”")
    source = GoldSource(name=name, kind=_kind(kind), anonymous="anonymous" in flags, resolved="unresolved" not in flags)
    return name, source


def _statement(row: str, text: str, sources: dict[str, GoldSource], published: str) -> GoldStatement:
    fields = [field.strip() for field in row.split(" | ")]
    if len(fields) < 5:
        raise GoldError(f"“{row}” should read “id | source | cue | content | stance mode”")
    label, speaker, cue, content, manner, *more = fields
    key, _, within = label.partition("<")
    words, _, name = speaker.partition(" = ")
    name = name or words
    if name != "-" and name not in sources:
        raise GoldError(f"no line “@ {name}: kind”")
    stance, _, mode = manner.partition(" ")
    options = dict(_option(option) for option in more)
    channel = options.get("channel")
    if channel is not None and channel not in text:
        raise GoldError(f"the channel “{channel}” does not occur")
    return GoldStatement(
        id=key.strip(),
        source_spans=spans_of(words, text),
        cue=spans_of(cue, text),
        content=spans_of(content, text),
        mode=_mode(mode),
        stance=_stance(stance),
        within=within.strip() or None,
        source=None if name == "-" else sources[name],
        channel=channel,
        said=_said(options["said"], text, published) if "said" in options else None,
    )


def _option(option: str) -> tuple[str, str]:
    key, _, value = option.partition("=")
    if key not in ("said", "channel") or not value:
        raise GoldError(f"“{option}” is neither said=words@date nor channel=words")
    return key, value


def _said(written: str, text: str, published: str) -> Said:
    words, _, value = written.partition("@")
    if len(value) not in _PRECISION:
        raise GoldError(f"“{value}” is no day, month, year or part of a day (2014-11-03TNI)")
    if value[:10] > published:
        raise GoldError(f"said on {value}, after the passage was published")
    if len(value) >= 10 and (day := words.split("#")[0].split()[0]) in _WEEKDAYS:
        given = date.fromisoformat(value[:10])
        if _WEEKDAYS[given.weekday()] != day or (date.fromisoformat(published) - given).days > 7:
            raise GoldError(f"{value} is not the last {day} before {published}")
    return Said(value=value, precision=_PRECISION[len(value)], span=spans_of(words, text)[0])


def _check(statements: list[GoldStatement], sources: dict[str, GoldSource], text: str) -> None:
    by_id = {statement.id: statement for statement in statements}
    if len(by_id) != len(statements):
        raise GoldError("two statements have one id")
    unused = set(sources) - {statement.source.name for statement in statements if statement.source}
    if unused:
        raise GoldError(f"nobody is “{min(unused)}”")
    for statement in statements:
        if any(span.of(text)[:1] in QUOTES or span.of(text)[-1:] in QUOTES for span in statement.content):
            raise GoldError(f"the content of {statement.id} begins or ends with a quotation mark")
        if statement.within is None:
            continue
        if statement.within not in by_id or statement.within == statement.id:
            raise GoldError(f"statement {statement.id} is within “{statement.within}”, which is none")
        outer = by_id[statement.within].content
        for span in statement.content or statement.cue:
            if not any(span in carrier for carrier in outer):
                raise GoldError(f"the content of {statement.id} is not inside that of {statement.within}")


def _kind(word: str) -> SourceKind:
    return cast("SourceKind", _one_of(word, get_args(SourceKind), "kind of source"))


def _stance(word: str) -> Stance:
    return cast("Stance", _one_of(word, get_args(Stance), "stance"))


def _mode(word: str) -> Mode:
    return cast("Mode", _one_of(word, get_args(Mode), "mode"))


def _one_of(word: str, words: tuple[str, ...], what: str) -> str:
    if word not in words:
        raise GoldError(f"“{word}” is no {what}; there are {', '.join(words)}")
    return word
