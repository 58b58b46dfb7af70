# The project needs Python 3.11 or newer, make, git and the package registries.
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
# Compiled modules are kept: without them every program of a start compiles all it imports.
unexport PYTHONDONTWRITEBYTECODE

PYTHON ?= python3
UV_VERSION := 0.13.9
BIN := .venv/bin
UV := $(BIN)/uv
MANAGE := $(BIN)/python manage.py
TYPED := services sandbox dvc_app commands manage.py tests
LOCKING := --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --upgrade --quiet

.PHONY: help run dev test test-journeys test-walls test-services test-rest check bench lock venv install install-dev

help: ## list the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

run: install ## start the portal with everything it needs; Ctrl-C stops it
	@$(MANAGE) run

dev: install ## the same with hot reload of the pages
	@$(MANAGE) dev

test: install-dev ## run every check and every test
	@$(MAKE) check
	@CHROMIUM="$$(scripts/find_chromium.sh $(BIN)/python)" && export CHROMIUM && $(MAKE) -j3 --output-sync=target test-walls test-services test-rest && $(MAKE) test-journeys

# These three wait much, for processes of their own: together they keep two processors busy.
test-walls:
	@$(BIN)/python -m pytest tests/walls

test-services:
	@$(BIN)/python -m pytest tests/services

test-rest:
	@$(BIN)/python -m pytest --ignore=tests/walls --ignore=tests/services --ignore=tests/journeys

# A browser wants both processors: the journeys come last and alone. One that fails is
# tried once more, and named (R): a slow machine is no fault, failing twice is.
test-journeys:
	@$(BIN)/python -m pytest tests/journeys --reruns 1 -rR

check: install-dev ## format, lint, types and import rules, as continuous integration does
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/mypy $(TYPED)
	@$(BIN)/lint-imports

bench: install-dev ## measure the portal against an empty application
	@CHROMIUM="$$(scripts/find_chromium.sh $(BIN)/python)" && export CHROMIUM && $(MANAGE) bench

lock: venv ## choose the newest versions that fit and write both locks
	@$(UV) pip compile $(LOCKING) requirements.in -o requirements.lock
	@$(UV) pip compile $(LOCKING) -c requirements.lock requirements-dev.in -o requirements-dev.lock

# An environment that was moved, half made, or made by a Python since removed is made anew.
venv:
	@if [ "$$(cat .venv/place 2>/dev/null)" != "$(CURDIR)" ] || ! $(UV) --version >/dev/null 2>&1 || ! $(BIN)/python -c '' 2>/dev/null; then \
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=python3.12")' && \
	echo "Making the environment." && \
	rm -rf .venv && \
	$(PYTHON) -m venv .venv && \
	$(BIN)/python -m pip install --quiet --disable-pip-version-check uv==$(UV_VERSION) && \
	echo "$(CURDIR)" > .venv/place; fi

# What tests need holds what the portal needs, at the same versions: once installed, it stays.
install: venv
	@lock=requirements.lock; if [ -e .venv/for-tests ]; then lock=requirements-dev.lock; fi; \
	cmp -s $$lock .venv/installed.lock || { \
	echo "Installing $$lock." && \
	rm -f .venv/installed.lock && \
	$(UV) pip sync --quiet --python $(BIN)/python --require-hashes $$lock && \
	cp $$lock .venv/installed.lock; }

install-dev: venv
	@touch .venv/for-tests
	@$(MAKE) install
