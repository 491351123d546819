# From a fresh clone, with Python 3.11 or later and make: `make demo` or `make test`.
# Another Python: `make PYTHON=python3.12 demo`. Another port: `make PORT=8001 demo`.

PYTHON ?= python3
BIN := .venv/bin
PY := $(BIN)/python
MANAGE := $(PY) manage.py
LOCAL := deploy/local
CATALOGUES := platform/locale platform/locale_vendor
LANGUAGES := vi km

# The demo district lives in the year of its report. `make FIXED_TODAY= run` serves it under today's date.
ifneq (1,$(PRODUCTION))
FIXED_TODAY ?= 2023-10-31
endif
ON_ITS_DAY := FIXED_TODAY=$(FIXED_TODAY)

# What is said on the way is seen on the way, in a file as well.
export PYTHONUNBUFFERED := 1

# A private database was asked for: whatever server DATABASE_URL names is none of our business.
ifneq (,$(filter system embedded,$(DATABASE_SOURCE)))
unexport DATABASE_URL
endif

.PHONY: help demo seed run test check fmt lock messages fuzz bench stop environment database catalogues static

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-12s %s\n", $$1, $$2}' $(firstword $(MAKEFILE_LIST))

demo: seed ## set everything up, fill it with the demo district, and serve it on PORT (8000)
	@$(ON_ITS_DAY) $(PY) $(LOCAL)/serve.py

seed: database catalogues static ## all of demo but the serving
	@$(PY) $(LOCAL)/port.py remember
	@$(ON_ITS_DAY) $(MANAGE) upgrade
	@$(ON_ITS_DAY) $(MANAGE) demo seed

run: database catalogues static ## serve what is there, on PORT (8000)
	@$(ON_ITS_DAY) $(PY) $(LOCAL)/port.py renew
	@$(ON_ITS_DAY) $(PY) $(LOCAL)/serve.py

test: database catalogues ## run the tests; PYTEST_ARGS adds arguments
	@CHROMIUM="$$($(PY) $(LOCAL)/chromium.py)" && export CHROMIUM && $(PY) -m pytest -n 2 $(PYTEST_ARGS)

check: database catalogues ## format, lint, templates, types, import contracts, migrations, lock files
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/djhtml --check themes/templates
	$(BIN)/mypy
	PYTHONPATH=platform $(BIN)/lint-imports
	$(MANAGE) makemigrations --check --dry-run
	$(MANAGE) check
	$(PY) $(LOCAL)/locks.py check

fmt: environment ## format the code and the templates
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .
	$(BIN)/djhtml themes/templates

lock: environment ## write the lock files from pyproject.toml; UPGRADE=1 takes the newest versions
	@$(PY) $(LOCAL)/locks.py write $(if $(filter 1,$(UPGRADE)),--upgrade)

messages: database ## collect the texts to translate into platform/locale
	@command -v xgettext >/dev/null || { echo "Collecting texts needs gettext: install it (on Debian apt install gettext)."; exit 1; }
	@$(MANAGE) makemessages $(LANGUAGES:%=--locale %) --add-location file --no-wrap --ignore var --ignore tests
	@$(PY) $(LOCAL)/catalogues.py $(CATALOGUES)

fuzz: database catalogues ## try the API with requests made from its own description; FUZZ_EXAMPLES of each, FUZZ_SEED
	@FUZZ_EXAMPLES="$(or $(FUZZ_EXAMPLES),60)" FUZZ_SEED="$(or $(FUZZ_SEED),$(shell date +%s))" $(PY) -m pytest -n 0 -q -s --log-level=ERROR tests/journeys/test_open_data.py

bench: database catalogues ## measure provisioning, queries, requests, connections, memory and search; BENCH_ARGS adds arguments
	@$(PY) -m tests.bench $(BENCH_ARGS)

stop: ## stop whoever serves this installation, and the private database
	@$(firstword $(wildcard $(PY)) $(PYTHON)) $(LOCAL)/stop.py

environment: ## bring .venv up to date
	@command -v $(PYTHON) >/dev/null || { echo "There is no $(PYTHON) here: install Python 3.11 or later."; exit 1; }
	@$(PYTHON) $(LOCAL)/environment.py

database: environment ## start the private database, or check the one in DATABASE_URL
	@$(PY) $(LOCAL)/postgres.py start

static: database ## collect style sheets, scripts and fonts for the web server
	@$(MANAGE) collectstatic --noinput --verbosity 0

catalogues: environment ## compile the translations
	@$(PY) $(LOCAL)/catalogues.py $(CATALOGUES)
