"""Reading in several processes: the same readings in the same order, whatever their number."""

import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from pathlib import Path
from typing import NamedTuple

from reportedly.flow.reading import Item, Read, read_one, reader
from reportedly.model import Reading, Skipped
from reportedly.read.reader import Reader

_AHEAD = 4
"""Documents a process has waiting: enough to keep it busy, few enough to stream."""


class Spec(NamedTuple):
    """What a reader is made from; each process makes its own."""

    model: str
    ontology: tuple[Path, ...] = ()

    def reader(self) -> Reader:
        """The reader."""
        return reader(self.model, self.ontology)


_using: Reader | None = None


def read_parallel(items: Iterable[Item | Skipped], spec: Spec, workers: int) -> Iterator[Read | Skipped]:
    """The readings of ``items`` in their order, made by ``workers`` processes.

    A process that dies (killed for memory, say) takes nothing with it: documents that were waiting are read again, each
    alone, and one that ends its own process is skipped with that reason.
    """
    waiting: deque[tuple[Item | Skipped, Future[Reading | Skipped] | None]] = deque()
    pool = _pool(spec, workers)
    try:
        for item in items:
            try:
                waiting.append((item, None if isinstance(item, Skipped) else pool.submit(_read, item)))
            except BrokenProcessPool:
                pool = _pool(spec, workers)
                waiting.append((item, None if isinstance(item, Skipped) else pool.submit(_read, item)))
            if len(waiting) >= workers * _AHEAD:
                yield _outcome(*waiting.popleft(), spec)
        while waiting:
            yield _outcome(*waiting.popleft(), spec)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _pool(spec: Spec, workers: int) -> ProcessPoolExecutor:
    # Spawned, not forked: the network's runtime has threads, which do not survive a fork.
    return ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), initializer=partial(_prepare, spec))


def _prepare(spec: Spec) -> None:
    global _using
    _using = spec.reader()


def _read(item: Item) -> Reading | Skipped:
    assert _using is not None
    outcome = read_one(*item, _using)
    return outcome if isinstance(outcome, Skipped) else outcome.reading


def _outcome(item: Item | Skipped, done: "Future[Reading | Skipped] | None", spec: Spec) -> Read | Skipped:
    if isinstance(item, Skipped) or done is None:
        assert isinstance(item, Skipped)
        return item
    try:
        found = done.result()
    except BrokenProcessPool:
        # Another document may have ended the process: this one is read again, where it can hurt nothing else.
        return _alone(item, spec)
    return found if isinstance(found, Skipped) else Read(item[0], found)


def _alone(item: Item, spec: Spec) -> Read | Skipped:
    try:
        with _pool(spec, 1) as single:
            found = single.submit(_read, item).result()
        return found if isinstance(found, Skipped) else Read(item[0], found)
    except BrokenProcessPool:
        pass
    given = item[0].provenance
    return Skipped(
        item=given.origin, stage="read", reason="could not be read",
        detail="the process that read it died; is it too large for the memory?", sha256=given.sha256,
    )  # fmt: skip
