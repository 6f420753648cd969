# One short word for each habit. `make demo` and `make test` need nothing but Python 3.11+ (with venv), git and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test bench check setup format schema clean help

help:
	@echo "make demo     set up, read the example reports into demo.case, show what is in it"
	@echo "make test     set up, run all checks and tests"
	@echo "make check    formatting, lint and types only"
	@echo "make bench    measure against the corpora beside the checkout"
	@echo "make format   format and mend what can be mended"
	@echo "make schema   write docs/schema/reading.schema.json anew"

setup: $(READY)

# uv where it is present (seconds), else venv and pip (a minute or two); the same locked versions either way.
# The lock is complete: nothing is resolved (an old pip would look past it for the newest release of an extra).
$(READY): requirements.lock pyproject.toml
	@if command -v uv >/dev/null 2>&1; then \
	  uv venv --quiet --allow-existing --python $(PYTHON) $(VENV) && \
	  uv pip install --quiet --python $(BIN)/python --no-deps --require-hashes -r requirements.lock && \
	  uv pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e . ; \
	else \
	  $(PYTHON) -m venv $(VENV) && \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock && \
	  $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e . ; \
	fi
	@touch $(READY)

demo: $(READY)
	@rm -f demo.case demo.case-wal demo.case-shm
	$(BIN)/reportedly read examples --case demo.case
	$(BIN)/reportedly case demo.case
	$(BIN)/reportedly incidents demo.case
	$(BIN)/reportedly read examples --format html --output demo.html
	@echo "The ledger is in demo.case, the evidence page in demo.html."

test: check
	$(BIN)/python -m pytest

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

format: $(READY)
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

schema: $(READY)
	$(BIN)/python -m reportedly.model.schema docs/schema/reading.schema.json

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis demo.case* demo.html

bench: $(READY)
	for task in attribution case2021 cdec copies entities events geoparsing ipe lineage linking muc4 plover quantity tellings timex truth; do $(BIN)/python -m bench run $$task; done
