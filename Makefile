# Everything this project can do. `make` alone explains itself.

VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8787
WORKERS ?= 2
ARGS ?=

# Taken from the command line or the environment by the scripts in tools/.
export PYTHON CHROMIUM FIREFOX

.DEFAULT_GOAL := help
.PHONY: help run test test-quick lint format rules bench package browsers clean

help: ## Show this list
	@echo "Usage: make TARGET"
	@echo
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  %-12s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)
	@echo
	@echo "Settings: PORT=$(PORT) WORKERS=$(WORKERS) PYTHON= CHROMIUM= FIREFOX= ARGS= (more arguments for pytest or the benchmark)"

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

test: $(VENV)/.dev browsers ## Set up and run every test, both browsers included
	$(BIN)/python -m pytest $(ARGS)

test-quick: $(VENV)/.dev ## Run the tests that need no browser
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

rules: $(VENV)/.runtime ## Compile shared_rules/ and copy the bundle into the extension
	$(BIN)/flask --app server rules build

bench: $(VENV)/.dev browsers ## Measure engine, browsers, server and guard beside the obvious design
	$(BIN)/python -m tests.bench $(ARGS)

package: $(VENV)/.runtime ## Pack the extension into dist/, the same bytes everywhere
	$(BIN)/python tools/package.py

browsers: $(VENV)/.runtime ## Find Chromium and Firefox, or install them
	@$(BIN)/python tools/browsers.py

clean: ## Remove what these targets made
	rm -rf $(VENV) node_modules dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

# Stamps: a second run finds them newer than the lists and goes straight on.
$(VENV)/.runtime: requirements.txt tools/make_venv.py
	@python="$$(tools/find-python)" && "$$python" tools/make_venv.py $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements.txt
	@touch $@

$(VENV)/.dev: requirements-dev.txt requirements-report.txt $(VENV)/.runtime
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements-dev.txt
	@touch $@

node_modules/.installed: package-lock.json
	npm ci --no-audit --no-fund
	@touch $@
