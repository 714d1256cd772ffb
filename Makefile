# `make run` and `make test` set up everything they need. `make help` lists the rest.
PYTHON ?= python3
override PORT := $(or $(strip $(PORT)),8000)
ARGS ?=
export PORT

# One virtual environment for each Python, so that `make test PYTHON=python3.13` leaves the usual one alone.
VENV := .venv$(if $(filter-out python3,$(PYTHON)),-$(notdir $(PYTHON)))
PY := $(VENV)/bin/python
READY = @$(PYTHON) policesite/bootstrap.py $(VENV)
TESTS = $(PY) -m pytest

.DEFAULT_GOAL := help
.PHONY: help run test dev check lint browser bench demo lock

help: ## list these commands
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | awk -F '\t' '{ printf "make %-8s %s\n", $$1, $$2 }'

run: ## set everything up and serve the demonstration site (PORT=8123 serves elsewhere)
	$(READY)
	@exec $(PY) -m policesite.serve --port "$(PORT)"

test: ## set everything up, Chromium too, and run every test (PYTHON=python3.13, ARGS="-k news")
	$(READY) --browser
	@exec $(TESTS) -n auto $(ARGS)

dev: ## serve with automatic reloading and full error pages, for working on the site
	$(READY)
	@$(PY) manage.py migrate --verbosity 0
	@exec $(PY) manage.py runserver "127.0.0.1:$(PORT)"

check: lint ## lint, then what is quick to check: settings, migrations, every test without a browser
	@$(PY) manage.py check
	@$(PY) manage.py makemigrations --check --dry-run
	@exec $(TESTS) -n auto --ignore tests/browser $(ARGS)

lint: ## style, layout and which way the imports point
	$(READY)
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(VENV)/bin/lint-imports

browser: ## the browser tests alone, in their long form: every page, full screen too
	$(READY) --browser
	@exec env LONG_FORM=1 $(TESTS) -n auto tests/browser $(ARGS)

bench: demo ## what each kind of page, a search and importing a whole country costs, and how fast the exit is beside GOV.UK's
	$(READY) --browser
	@$(PY) manage.py collectstatic --noinput --verbosity 0 --settings policesite.settings.demonstration
	@$(PY) manage.py measure_pages --settings policesite.settings.demonstration $(ARGS)
	@$(PY) manage.py measure_opening
	@CALENDARS=10000 $(TESTS) -q -n auto tests/enquiry_desks/test_opening_properties.py -k every_minute
	@$(TESTS) -q -n 0 tests/neighbourhoods/importing/bench_import.py
	@$(TESTS) -q -n 0 tests/search/bench_search.py
	@exec $(TESTS) -q -n 0 tests/browser/bench_exit.py

demo: ## fill an empty database with the demonstration site
	$(READY)
	@$(PY) manage.py migrate --verbosity 0
	@exec $(PY) manage.py load_demo

lock: ## pin the newest versions that pyproject.toml allows (needs uv)
	@uv pip compile pyproject.toml --group test --group lint --universal --python-version 3.11 \
		--generate-hashes --no-header --upgrade --quiet --output-file requirements.lock
