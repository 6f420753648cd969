"""Fills the card that travels with the weights (`model_card.md`) with the measured scores."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

COLUMNS = ("tokens_f", "xpos", "upos", "uas", "las", "sentences_f", "names_f")
TITLES = {
    "ewt-dev": "EWT dev (web), names of UNER-EWT dev",
    "ewt-test": "EWT test (web)",
    "gum-dev": "GUM 9 dev (nine genres)",
    "gum-test": "GUM 9 test (nine genres)",
}

TEMPLATE = Path(__file__).with_name("model_card.md")


def model_card(scores: Mapping[str, Any]) -> str:
    """Return the card, filled with the scores that `train.py` writes."""
    rows = ["| part | " + " | ".join(COLUMNS) + " |", "|---" * (len(COLUMNS) + 1) + "|"]
    for part, row in scores["parts"].items():
        cells = ["-" if row.get(column) is None else str(row[column]) for column in COLUMNS]
        rows.append(f"| {TITLES[part]} | " + " | ".join(cells) + " |")
    by_label = scores["parts"]["ewt-dev"]["names_by_label"]
    labels = ", ".join(f"{label} {c['p']} / {c['r']} / {c['f']}" for label, c in by_label.items())
    phrases = ", ".join(f"{kind} {row['f']} ({row['gold']})" for kind, row in scores["phrases"].items())
    return TEMPLATE.read_text(encoding="utf-8").format(
        table="\n".join(rows),
        labels=labels,
        phrases=phrases,
        speed=scores["words_per_cpu_second"],
        size=scores["megabytes"],
    )
