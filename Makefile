# `make` installs everything, builds seeds/ into output/ and writes docs/ontology/; `make test` is all that CI runs.
PYTHON ?= python3
BIN := .venv/bin
INSTALLED := .venv/installed

.PHONY: all install build docs test lock bench clean
.DELETE_ON_ERROR:

all: build docs

install: $(INSTALLED)

$(INSTALLED): requirements.txt pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.txt
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

build: $(INSTALLED)
	$(BIN)/dateline build seeds/ --output output/ --dataset --diagram

# The page on the ontology, with excerpts of output/, and the ontology in further formats.
docs: $(INSTALLED)
	$(BIN)/python docs/generator

test: $(INSTALLED)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict src tests docs/generator
	$(BIN)/python -m pytest -W error

# Resolves anew and pins what it finds; needs pip-tools. The result names no registry.
lock:
	$(PYTHON) -c "import tomllib; print(*tomllib.load(open('pyproject.toml', 'rb'))['dependency-groups']['dev'], sep='\n')" >.dev.in
	pip-compile --quiet --generate-hashes --no-header --no-emit-index-url --no-emit-find-links --no-emit-trusted-host \
		--no-annotate --strip-extras --allow-unsafe --all-extras --output-file requirements.txt pyproject.toml .dev.in
	rm .dev.in

bench: $(INSTALLED)
	for script in benchmarks/bench_*.py; do $(BIN)/python $$script || exit 1; done

clean:
	rm -rf .venv dist build .mypy_cache .pytest_cache .ruff_cache .hypothesis
