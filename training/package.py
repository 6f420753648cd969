"""Turn a checkpoint into what ships: the same pipeline without its training settings, named and licensed."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

from spacy.util import load_config

META = Path(__file__).with_name("meta.json")
"""Name, version, licence and sources, as they stand in the package."""
TRAINING_ONLY = ("paths", "corpora", "training", "pretraining", "initialize")
"""Sections of config.cfg that name this folder's functions and files; a reader of the pipeline has neither.
"""


def strip_settings(model: Path) -> None:
    """Take the training settings and measurements out of config.cfg and meta.json, in place, and set our
    metadata.
    """
    config = load_config(model / "config.cfg", interpolate=False)
    for section in TRAINING_ONLY:
        config.pop(section, None)
    config.to_disk(model / "config.cfg", interpolate=False)
    meta: dict[str, Any] = json.loads((model / "meta.json").read_text(encoding="utf-8"))
    meta.pop("performance", None)
    meta.update(json.loads(META.read_text(encoding="utf-8")))
    (model / "meta.json").write_text(json.dumps(meta, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def export(checkpoint: Path, out: Path) -> None:
    """Copy `checkpoint` to `out`, stripped. `out` is swapped in by a rename, so that a reader never sees half
    of it.
    """
    fresh = out.with_name(out.name + ".new")
    shutil.rmtree(fresh, ignore_errors=True)
    shutil.copytree(checkpoint, fresh)
    strip_settings(fresh)
    old = out.with_name(out.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if out.exists():
        out.rename(old)
    fresh.rename(out)
    shutil.rmtree(old, ignore_errors=True)
