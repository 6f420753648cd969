"""Turn a checkpoint into what ships: the same pipeline without its training settings, named and licensed."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import srsly
from spacy.strings import get_string_id
from spacy.util import load_config

META = Path(__file__).with_name("meta.json")
"""Name, version, licence and sources, as they stand in the package."""
ADDRESS = re.compile(r"@|//|/.*/|www\.|\.(com|org|net|edu|gov|co|htm|html|pdf|doc)\b|(\d\D?){6}", re.IGNORECASE)
"""Mail and web addresses, file names, telephone and account numbers."""
LICENCE = Path(__file__).with_name("LICENSE.weights")
TRAINING_ONLY = ("paths", "corpora", "training", "pretraining", "initialize")
"""Sections of config.cfg that name this folder's functions and files; a reader has neither."""


def strip_settings(model: Path) -> None:
    """Take training settings out of config.cfg and tables out of meta.json, in place; set our metadata."""
    config = load_config(model / "config.cfg", interpolate=False)
    for section in TRAINING_ONLY:
        config.pop(section, None)
    config.to_disk(model / "config.cfg", interpolate=False)
    meta: dict[str, Any] = json.loads((model / "meta.json").read_text(encoding="utf-8"))
    # one figure a score tells two makings of the same version apart; the tables by label stand in scores.json
    meta["performance"] = {key: value for key, value in meta.get("performance", {}).items() if isinstance(value, float)}
    meta.update(json.loads(META.read_text(encoding="utf-8")))
    (model / "meta.json").write_text(json.dumps(meta, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def lemma_strings(model: Path) -> set[int]:
    """Hashes of the strings that the lemmatizer's labels put into words; unused edit trees are left out."""
    folder = model / "trainable_lemmatizer"
    trees = srsly.read_msgpack(folder / "trees")["trees"]
    waiting = list(srsly.read_json(folder / "cfg")["labels"])
    seen: set[int] = set()
    used: set[int] = set()
    while waiting:
        number = waiting.pop()
        if number in seen or number >= len(trees):
            continue
        seen.add(number)
        tree = trees[number]
        used.update(tree[key] for key in ("orig", "subst") if key in tree)
        waiting.extend(tree[key] for key in ("prefix_tree", "suffix_tree") if key in tree)
    return used


def strip_strings(model: Path) -> None:
    """Take the addresses and long numbers of the training texts out of the string table, in place.

    The pipeline finds words by hash; it needs the string of a hash only for what it writes itself.
    """
    file = model / "vocab" / "strings.json"
    needed = lemma_strings(model)
    kept = [s for s in srsly.read_json(file) if not ADDRESS.search(s) or get_string_id(s) in needed]
    srsly.write_json(file, kept)


def export(checkpoint: Path, out: Path) -> None:
    """Copy `checkpoint` to `out`, stripped; a rename swaps it in, so that a reader never sees half of it."""
    fresh = out.with_name(out.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(checkpoint, fresh)
    strip_settings(fresh)
    strip_strings(fresh)
    shutil.copyfile(LICENCE, fresh / "LICENSE")
    old = out.with_name(out.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if out.exists():
        out.rename(old)
    fresh.rename(out)
    shutil.rmtree(old, ignore_errors=True)
