# Two commands on a fresh machine: `make demo` and `make test`.
PYTHON ?= python3
BIN := .venv/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
GOLD ?= ../shared/gold
POLNEAR ?= ../shared/data/polnear
GVA ?= ../shared/data/gva
ARTICLES ?= ../shared/data/fakes/articles.jsonl
SCORER := $(GOLD)/score_statements.py
MODELS := src/counterclaim/models

.PHONY: demo test lint types unit bench train punctuation choices lock web clean help

help:  ## Say what the targets do
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

demo: .venv/run  ## Install the program into .venv and compare the demo pages
	$(BIN)/counterclaim demo

test: lint types unit  ## Everything that CI runs

lint: .venv/dev  ## Style and format
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/dev  ## Types, strictly
	$(BIN)/mypy

unit: .venv/dev  ## Tests
	OMP_NUM_THREADS=1 $(BIN)/python -m pytest

bench: .venv/dev  ## Quality floors of bench/gates.toml against a gold folder: make bench GOLD=…
	OMP_NUM_THREADS=1 $(BIN)/python bench/claims.py $(GOLD)
	for set in natural seeds; do \
	    OMP_NUM_THREADS=1 $(BIN)/python bench/statements.py $(SCORER) $(GOLD)/$$set.statements.jsonl || exit 1; \
	done
	OMP_NUM_THREADS=1 $(BIN)/python bench/statements.py $(SCORER) $(POLNEAR)/dev.jsonl --name polnear.dev
	OMP_NUM_THREADS=1 $(BIN)/python bench/statements.py $(SCORER) bench/data/fakes-annotated.jsonl --texts $(ARTICLES)
	OMP_NUM_THREADS=1 $(BIN)/python bench/other_wars.py $(GOLD)/score.py
	OMP_NUM_THREADS=1 $(BIN)/python bench/settings.py $(GOLD)/score.py $(ARTICLES)
	OMP_NUM_THREADS=1 $(BIN)/python bench/reuse.py $(ARTICLES)

train: .venv-training/ready  ## Train the attribution reader anew (an hour on two cores): make train POLNEAR=… ARTICLES=…
	.venv-training/bin/python training/attribution build/attribution --polnear $(POLNEAR) --articles $(ARTICLES) \
	    --pages $(GOLD)/natural.statements.jsonl
	cp build/attribution/attribution-* $(MODELS)/
	$(MAKE) choices BIN=.venv-training/bin

punctuation: .venv-training/ready  ## Train anew what restores lost commas (a quarter of an hour): make punctuation POLNEAR=… GVA=…
	.venv-training/bin/python training/punctuation.py build/punctuation --texts $(POLNEAR)/train.jsonl $(GVA)/train.jsonl --epochs 2 --threads 1
	cp build/punctuation/punctuation.onnx $(MODELS)/

PAGES = $(GOLD)/train.docs.jsonl $(GOLD)/train.gold.jsonl --pages $(GOLD)/natural.docs.jsonl $(GOLD)/natural.gold.jsonl
choices:  ## Learn anew where, when, which together and by whom (a quarter of an hour): make choices ARTICLES=… GOLD=…
	$(BIN)/python training/places.py $(MODELS)/places.json --pages $(PAGES) --articles $(ARTICLES) --folds 6
	$(BIN)/python training/dates.py $(MODELS)/dates.json --pages $(PAGES) --articles $(ARTICLES) --folds 8
	$(BIN)/python training/groups.py $(MODELS)/groups.json --pages $(PAGES) --articles $(ARTICLES) --folds 5
	$(BIN)/python training/bearers.py $(MODELS)/bearers.json $(subst --pages ,,$(PAGES)) --articles $(ARTICLES) --folds 10

lock:  ## Resolve the dependencies anew (needs uv); the lock files name no registry
	uv pip compile pyproject.toml --quiet --upgrade --group build --universal --python-version 3.11 \
	    --generate-hashes --no-header --no-emit-index-url -o requirements/run.lock
	uv pip compile pyproject.toml --quiet --upgrade --group build --group dev --universal --python-version 3.11 \
	    --generate-hashes --no-header --no-emit-index-url -c requirements/run.lock -o requirements/dev.lock
	uv pip compile pyproject.toml --quiet --upgrade --group build --group training --universal --python-version 3.11 \
	    --generate-hashes --no-header --no-emit-index-url -c requirements/run.lock -o requirements/training.lock

web: web/node_modules/.package-lock.json  ## Build what the report is drawn with (needs Node; the built files are kept)
	cd web && npm run --silent check && npm run --silent build

web/node_modules/.package-lock.json: web/package-lock.json
	cd web && npm ci --silent --no-audit --no-fund --ignore-scripts
	touch $@

clean:  ## Remove what make has made
	rm -rf .venv .venv-training web/node_modules build .mypy_cache .pytest_cache .ruff_cache .hypothesis

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "counterclaim needs Python 3.11 or newer; try make PYTHON=python3.11")'
	$(PYTHON) -m venv .venv

.venv/run: .venv/bin/python requirements/run.lock pyproject.toml
	$(PIP) --require-hashes -r requirements/run.lock
	$(PIP) --no-deps --no-build-isolation --editable .
	touch $@

.venv-training/ready: requirements/training.lock pyproject.toml
	$(PYTHON) -m venv .venv-training
	.venv-training/bin/python -m pip install --quiet --require-hashes -r requirements/training.lock
	.venv-training/bin/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	touch $@

.venv/dev: .venv/run requirements/dev.lock
	$(PIP) --require-hashes -r requirements/dev.lock
	touch $@
