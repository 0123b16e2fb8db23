# Two commands on a fresh machine: `make run` (talk to it) and `make test` (all that CI runs).
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
DEV_STAMP := $(VENV)/.installed-dev
TRAIN_STAMP := $(VENV)-train/.installed

.PHONY: setup run test suite e2e torture bench lint lock vekter
setup: $(STAMP)

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Helsebot needs Python 3.11 or newer; set PYTHON=...")'
	$(PYTHON) -m venv $(VENV)

$(STAMP): $(BIN)/python requirements.lock pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	$(BIN)/python -m compileall -q app.py bot dialogs storage manifest
	touch $@

$(DEV_STAMP): $(STAMP) requirements-dev.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	touch $@

run: $(STAMP)
	@$(BIN)/python playground/run.py

# The program is compiled first: the tests start it a hundred times. The tests that wait come first, and
# leave a core to lint meanwhile.
test: $(DEV_STAMP)
	$(BIN)/python -m compileall -q app.py bot dialogs storage manifest
	@$(MAKE) --no-print-directory -j2 lint suite

# A worker a core, a file at a time: each has databases of its own.
suite: $(DEV_STAMP)
	$(BIN)/python -m pytest -n auto --dist loadfile --no-loadscope-reorder

# Microsoft's Agents Playground in headless Chromium; screenshots go to var/e2e.
e2e: $(DEV_STAMP)
	$(BIN)/python -m pytest -m e2e -rs tests/e2e

# Kills the program while it posts, on SQLite and on PostgreSQL with three replicas. SEED=7 repeats a run.
torture: $(DEV_STAMP)
	$(BIN)/python -m tests.torture $(if $(SEED),--seed $(SEED))

bench: $(DEV_STAMP)
	$(BIN)/python -m bench

lint: $(DEV_STAMP)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# Learns bot/language/vekter.bin anew from the phrases in bot/language/fraser, in an environment of its own.
vekter: $(TRAIN_STAMP)
	PYTHONPATH=. $(VENV)-train/bin/python -m training

$(TRAIN_STAMP): requirements-train.lock
	$(PYTHON) -m venv $(VENV)-train
	$(VENV)-train/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-train.lock
	touch $@

# The locks hold versions and hashes only, never the address of a registry.
lock:
	uv pip compile pyproject.toml --group dev --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --quiet -o requirements-dev.lock
	uv pip compile pyproject.toml --group build --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --quiet -c requirements-dev.lock -o requirements.lock
	uv pip compile pyproject.toml --group train --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --quiet -c requirements-dev.lock -o requirements-train.lock
