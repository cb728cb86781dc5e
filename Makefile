# `make help` lists what there is. Everything is installed into .venv, nothing else is touched.
SHELL := /bin/bash
PYTHON ?= python3
# Processes for the tests that open no window; two suit two cores.
WORKERS ?= 2
# Where the faults begin; without one they begin somewhere new.
SEED ?=
# More words for pytest, such as ARGS="-k posting".
ARGS ?=

VENV := .venv
BIN := $(VENV)/bin
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input
LOCKED := --require-hashes --only-binary :all:

# As root (containers, CI) Chromium refuses its own sandbox. This switch lets the sign-in view run
# without it, for addresses on this computer only; the tests and the demonstration use no other.
ifeq ($(shell id -u),0)
export FBRECON_ALLOW_UNSANDBOXED_SIGN_IN ?= 1
endif

.PHONY: help bundle demo test faults fuzz quality bench check format resources pictures translations lock sbom licences audit gate clean packages
.DEFAULT_GOAL := help
# The steps build on each other; a test run has its own workers.
.NOTPARALLEL:

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

demo: packages $(VENV)/demo.stamp ## the whole job against the sandbox; pictures go to screenshots/
	$(BIN)/fbrecon demo --screenshots screenshots

pictures: packages $(VENV)/dev.stamp ## the window in all its looks, to look through: pictures/index.html
	$(BIN)/python -m tests.pictures pictures

test: packages $(VENV)/dev.stamp ## all tests
	packaging/run-tests $(BIN)/python $(WORKERS) $(ARGS)

faults: packages $(VENV)/dev.stamp ## what is promised, tried for long; SEED=7 does a run once more
	packaging/run-faults $(BIN)/python $(WORKERS) $(SEED)

fuzz: $(VENV)/dev.stamp ## what comes from outside, broken in many ways; SEED=7 does a run once more
	packaging/run-fuzz $(BIN)/python $(SEED)

check: packages $(VENV)/dev.stamp ## format, lint, types, import rules
	@failed=0; \
	for step in "ruff format --check ." "ruff check --output-format concise ." mypy lint-imports; do \
	  echo "== $$step"; $(BIN)/$$step || failed=1; \
	done; exit $$failed

quality: $(VENV)/dev.stamp ## how good matching is; FBRECON_TEST_BANK_TRANSFERS names the public set
	$(BIN)/python -m tests.quality $(ARGS)

bench: $(VENV)/dev.stamp ## how fast it is, beside references of the same run
	$(BIN)/python -m tests.bench $(ARGS)

format: $(VENV)/dev.stamp ## put the code into its format and mend what can be mended
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

resources: $(VENV)/dev.stamp ## compile resources/app.qrc, the icons and the help, into ui/
	packaging/compile-resources $(BIN)/python

translations: $(VENV)/dev.stamp ## collect the sentences of the source, compile what is translated
	$(BIN)/python packaging/translations

lock: $(VENV)/lock.stamp ## write the lock files anew from pyproject.toml
	PATH="$(CURDIR)/$(BIN):$$PATH" packaging/lock

sbom: $(VENV)/dev.stamp ## what a release is made of: dist/sbom.json (CycloneDX), dist/notices.txt
	$(BIN)/python -m tests.supply sbom --output dist/sbom.json
	$(BIN)/python -m tests.supply notices --output dist/notices.txt

licences: $(VENV)/dev.stamp ## write fbrecon/licences.json anew from what is installed
	$(BIN)/python -m tests.supply licences

gate: $(VENV)/dev.stamp ## whether SQLite and the browser in it are new enough for a release
	$(BIN)/python -m tests.supply gate

# A virtual environment of its own: the program as it is installed, and nothing of the tests.
bundle: packages $(VENV)/bundle.stamp $(VENV)/dev.stamp ## one folder, a .deb and an archive without need of Python: dist/
	rm -rf build/lib build/dist build/completion build/fbrecon.1 dist/fbrecon*
	@$(VENV)/bundle/bin/python -m pip install --quiet --disable-pip-version-check --no-input \
	  --no-deps --no-build-isolation --force-reinstall .
	$(BIN)/python -m tests.supply notices --output build/notices.txt
	packaging/bundle/build $(VENV)/bundle/bin/python
	packaging/bundle/try $(BIN)/python build/pictures

# Strict, because without it a service that does not answer counts as no advisory.
audit: $(VENV)/audit.stamp ## ask PyPI's advisory service about every locked version; needs the network
	@for lock in packaging/requirements*.txt; do \
	  echo "== $$lock"; \
	  $(VENV)/audit/bin/pip-audit --strict --disable-pip --require-hashes -r $$lock || failed=1; \
	done; \
	[ -z "$$failed" ] || echo "Not every version could be cleared; the lines above say why." >&2; \
	[ -z "$$failed" ]

clean: ## remove .venv, caches and pictures
	rm -rf $(VENV) build dist screenshots pictures *.egg-info
	rm -rf .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find fbrecon ui tests -name __pycache__ -type d -prune -exec rm -rf {} +

packages:
	@packaging/check-packages $(PYTHON)

$(VENV)/made.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "fbrecon needs Python 3.11 or newer; name one: make PYTHON=python3.12 …" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/demo.stamp: packaging/requirements.txt pyproject.toml $(VENV)/made.stamp
	@echo "Installing what fbrecon needs into $(VENV) (once; Qt is large)…"
	@$(PIP_INSTALL) $(LOCKED) -r packaging/requirements.txt
	@$(PIP_INSTALL) --no-deps --no-build-isolation -e .
	@touch $@

# The development lock holds everything of the other one at the same versions.
$(VENV)/dev.stamp: packaging/requirements-dev.txt pyproject.toml $(VENV)/made.stamp
	@echo "Installing what fbrecon and its tests need into $(VENV) (once; Qt is large)…"
	@$(PIP_INSTALL) $(LOCKED) -r packaging/requirements-dev.txt
	@$(PIP_INSTALL) --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/demo.stamp

$(VENV)/bundle.stamp: packaging/requirements.txt packaging/requirements-bundle.txt $(VENV)/made.stamp
	@echo "Installing what a bundle is made of into $(VENV)/bundle (once; Qt is large)…"
	@$(PYTHON) -m venv --clear $(VENV)/bundle
	@$(VENV)/bundle/bin/python -m pip install --quiet --disable-pip-version-check --no-input \
	  $(LOCKED) -r packaging/requirements.txt -r packaging/requirements-bundle.txt
	@touch $@

# Tools of their own, in versions of their own: nothing here may hang on them.
$(VENV)/audit.stamp: packaging/requirements-audit.txt $(VENV)/made.stamp
	@$(PYTHON) -m venv $(VENV)/audit
	@$(VENV)/audit/bin/python -m pip install --quiet --disable-pip-version-check --no-input \
	  $(LOCKED) -r packaging/requirements-audit.txt
	@touch $@

$(VENV)/lock.stamp: packaging/requirements-lock.txt $(VENV)/made.stamp
	@$(PIP_INSTALL) $(LOCKED) -r packaging/requirements-lock.txt
	@touch $@
