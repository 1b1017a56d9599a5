# Everything this project can do. `make` alone explains itself.

VENV := .venv
PEERS := .venv-peers
MUTANTS := .venv-mutants
COMPILER := .venv-compile
STRYKER := .mutation
BIN := $(VENV)/bin
PORT ?= 8787
WORKERS ?= 2
ARGS ?=
COUNT ?= 20000

# Taken from the command line or the environment by the scripts in tools/.
export PYTHON CHROMIUM FIREFOX NGINX VALKEY

.DEFAULT_GOAL := help
.PHONY: help run compile test test-quick lint format rules sites bench peers soak differential mutants package screenshots browsers services clean

help: ## Show this list
	@echo "Usage: make TARGET"
	@echo
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo
	@echo "Settings: PORT=$(PORT) WORKERS=$(WORKERS) PYTHON= CHROMIUM= FIREFOX= NGINX= VALKEY= COUNT=$(COUNT) ARGS= (more arguments for pytest or the benchmark)"

run: $(VENV)/.runtime ## Set up and serve on http://127.0.0.1:8787
	@echo
	@echo "Serving on http://127.0.0.1:$(PORT)   (Ctrl+C stops it)"
	@echo
	@echo "What to do next:"
	@echo "  1. Open http://127.0.0.1:$(PORT)/demo"
	@echo "  2. Chrome: open chrome://extensions, switch on Developer mode,"
	@echo "     choose Load unpacked and the folder $(CURDIR)/extension"
	@echo "  3. Firefox: open about:debugging#/runtime/this-firefox,"
	@echo "     choose Load Temporary Add-on and $(CURDIR)/extension/manifest.json"
	@echo
	@exec $(BIN)/gunicorn --config server/gunicorn.conf.py --bind 127.0.0.1:$(PORT) --workers $(WORKERS) "server:create_app()"

compile: $(COMPILER)/.installed ## Compile the engine to machine code, for nearly twice the posts a second; needs a C compiler
	@$(COMPILER)/bin/python -m tools.compile_engine

test: $(VENV)/.dev browsers services ## Set up and run every test, both browsers included (ARGS=--every for every variant in both)
	$(BIN)/python -m pytest --numprocesses=auto $(ARGS)

test-quick: $(VENV)/.dev services ## Run the tests that need no browser
	$(BIN)/python -m pytest -m "not browser" $(ARGS)

lint: $(VENV)/.dev ## Check style and types; the JavaScript too where Node is installed
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	@if command -v npm >/dev/null; then \
		$(MAKE) --no-print-directory node_modules/.installed && npm run --silent lint; \
	else \
		echo "Node.js is not installed: the JavaScript was NOT checked (types, ESLint, web-ext)."; \
	fi

format: $(VENV)/.dev ## Lay out the Python code
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

rules: $(VENV)/.runtime ## Compile shared_rules/, copy the bundle into the extension, write its pages in docs/
	$(BIN)/flask --app server rules build
	$(BIN)/python -m tools.rule_docs

sites: $(VENV)/.dev ## Write docs/sites.md: what is tested on which site
	$(BIN)/python -m tools.site_matrix

bench: $(VENV)/.dev browsers compile ## Measure engine, browsers, server and guard beside the obvious design
	$(BIN)/python -m tests.bench $(ARGS)

peers: $(PEERS)/.installed ## Set up Presidio and spaCy, some 400 MB, so that `make bench` measures them too

soak: $(VENV)/.dev compile ## Ask the server for four fifths of what it can do, for ten minutes (ARGS="--minutes 60" for longer)
	$(BIN)/python -m tests.bench soak $(ARGS)

differential: $(VENV)/.dev browsers ## Compare both engines on COUNT cases in the browsers (ARGS="--record FILE" keeps the record)
	$(BIN)/python -m tests.conformance.differential --count $(COUNT) $(ARGS)

mutants: $(MUTANTS)/.installed $(STRYKER)/.installed ## Break both engines in thousands of places, one at a time, and count what tests notice; half an hour, needs Node
	$(MUTANTS)/bin/python -m tests.mutation.questions $(STRYKER)/questions
	nice -n 19 $(STRYKER)/node_modules/.bin/stryker run tests/mutation/stryker.config.json
	nice -n 19 $(MUTANTS)/bin/python -m tests.mutation.python_engine $(ARGS)

package: $(VENV)/.runtime ## Pack the extension into dist/, the same bytes everywhere
	$(BIN)/python tools/package.py

screenshots: $(VENV)/.dev browsers ## Take the pictures of docs/pictures anew
	$(BIN)/python -m tools.screenshots $(ARGS)

browsers: $(VENV)/.runtime ## Find Chromium and Firefox, or install them
	@$(BIN)/python tools/browsers.py

services: $(VENV)/.runtime ## Find nginx and Valkey or Redis, or install them
	@$(BIN)/python -m tools.services

clean: ## Remove what these targets made
	rm -rf $(VENV) $(PEERS) $(MUTANTS) $(COMPILER) .compiled $(STRYKER) mutants node_modules dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

# Stamps: a second run finds them newer than the lists and goes straight on.
$(VENV)/.runtime: requirements.txt tools/make_venv.py
	@python="$$(tools/find-python)" && "$$python" tools/make_venv.py $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt requirements-compile.txt requirements-report.txt requirements-signing.txt $(VENV)/.runtime
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements-dev.txt
	@touch $@

# Apart from .venv: the server has no use for a compiler.
$(COMPILER)/.installed: requirements-compile.txt tools/make_venv.py
	@python="$$(tools/find-python)" && "$$python" tools/make_venv.py $(COMPILER)
	$(COMPILER)/bin/python -m pip install --quiet --disable-pip-version-check --requirement requirements-compile.txt
	@touch $@

# Apart from .venv: what they bring would be no part of the server's own memory or start.
$(PEERS)/.installed: requirements-bench.txt requirements.txt tools/make_venv.py
	@python="$$(tools/find-python)" && "$$python" tools/make_venv.py $(PEERS)
	$(PEERS)/bin/python -m pip install --quiet --disable-pip-version-check --requirement requirements-bench.txt
	@touch $@

$(MUTANTS)/.installed: requirements-mutation.txt requirements.txt tools/make_venv.py
	@python="$$(tools/find-python)" && "$$python" tools/make_venv.py $(MUTANTS)
	$(MUTANTS)/bin/python -m pip install --quiet --disable-pip-version-check --requirement requirements-mutation.txt
	@touch $@

$(STRYKER)/.installed: tests/mutation/package-lock.json
	mkdir -p $(STRYKER) && cp tests/mutation/package.json tests/mutation/package-lock.json $(STRYKER)
	cd $(STRYKER) && npm ci --no-audit --no-fund
	@touch $@

node_modules/.installed: package-lock.json
	npm ci --no-audit --no-fund
	@touch $@
