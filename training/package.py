"""Turn a checkpoint into what ships: the same pipeline without its training settings, named and licensed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from spacy.util import load_config

META = Path(__file__).with_name("meta.json")
"""Name, version, licence and sources, as they stand in the package."""
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
    meta["performance"] = {
        key: value for key, value in meta.get("performance", {}).items() if isinstance(value, float)
    }
    meta.update(json.loads(META.read_text(encoding="utf-8")))
    (model / "meta.json").write_text(json.dumps(meta, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def export(checkpoint: Path, out: Path) -> None:
    """Copy `checkpoint` to `out`, stripped; a rename swaps it in, so that a reader never sees half of it."""
    fresh = out.with_name(out.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(checkpoint, fresh)
    strip_settings(fresh)
    shutil.copyfile(LICENCE, fresh / "LICENSE")
    old = out.with_name(out.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if out.exists():
        out.rename(old)
    fresh.rename(out)
    shutil.rmtree(old, ignore_errors=True)
