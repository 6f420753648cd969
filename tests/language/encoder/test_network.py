"""The shipped network gives the same scores on every processor."""

import pytest

from reportedly.language.encoder import load
from reportedly.language.encoder.batch import Batch
from reportedly.language.encoder.reader import Scores
from reportedly.language.pipeline import shipped_model


def test_products_of_eight_bits_do_not_overflow(monkeypatch: pytest.MonkeyPatch) -> None:
    reader, taken = load(shipped_model()), list[Scores]()
    network = reader._network

    def seen(batch: Batch) -> Scores:
        taken.append(network(batch))
        return taken[-1]

    monkeypatch.setattr(reader, "_network", seen)
    list(reader.read(["The air force denied reports that its aircraft had bombed the town."]))
    assert taken[0].pos[0, 0, 0] == pytest.approx(1.17997, abs=0.001)  # with overflow 1.28735
