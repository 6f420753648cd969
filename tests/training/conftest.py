"""The recipe's modules import one another by their bare names, as `python training/train.py` runs them."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "training"))
