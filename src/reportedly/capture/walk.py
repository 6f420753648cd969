"""The files under the paths a user names, in a fixed order."""

import os
from collections.abc import Iterator
from pathlib import Path

from reportedly.model import Skipped

STAGE = "capture"
_ABOUT = frozenset(("readme", "license", "licence", "changelog"))


def files(path: Path) -> Iterator[Path | Skipped]:
    """``path`` itself, or where it is a folder its files at any depth: sorted, hidden ones left out.

    What cannot be entered (no permission, a link that leads back, a device in a folder) comes as ``Skipped``.
    """
    if path.is_dir():
        yield from _folder(path, set())
    elif path.is_fifo() and path.parent.parts[:2] != ("/", "dev"):
        # a pipe that nobody writes to would be waited for without end; the shell's own, under /dev/fd, is fed
        yield Skipped(item=str(path), stage=STAGE, reason="not a regular file")
    elif path.exists():
        yield path
    else:
        yield Skipped(item=str(path), stage=STAGE, reason=_missing(path))


def _missing(path: Path) -> str:
    if not path.is_symlink():
        return "no such file"
    try:
        path.resolve(strict=True)
    except (OSError, RuntimeError) as error:
        return "link without target" if isinstance(error, FileNotFoundError) else "symlink loop"
    return "no such file"


def _folder(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Path | Skipped]:
    try:
        status = folder.stat()
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield Skipped(item=str(folder), stage=STAGE, reason="unreadable", detail=error.strerror or str(error))
        return
    if (status.st_dev, status.st_ino) in seen:
        yield Skipped(item=str(folder), stage=STAGE, reason="symlink loop", detail="this folder was entered before")
        return
    seen.add((status.st_dev, status.st_ino))
    for entry in entries:
        path = folder / entry.name
        if entry.name.startswith("."):
            continue
        if path.is_dir():
            yield from _folder(path, seen)
        elif path.is_file() and path.stem.lower() in _ABOUT:
            detail = "it describes the folder; name the file itself to have it read"
            yield Skipped(item=str(path), stage=STAGE, reason="not a report", detail=detail)
        elif path.is_file():
            yield path
        elif path.is_symlink():
            yield Skipped(item=str(path), stage=STAGE, reason=_missing(path))
        else:
            yield Skipped(item=str(path), stage=STAGE, reason="not a regular file")
