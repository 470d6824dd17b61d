# Everything that a person or a machine does with this project starts here; `make` alone lists it.
# Works with GNU make 3.81 (macOS) and any POSIX shell, also the one of Git for Windows.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help site serve check test looks format lock clean

ifeq ($(OS),Windows_NT)
BIN := .venv/Scripts
else
BIN := .venv/bin
endif

# --- The environment: .venv with exactly what requirements.lock says ---------------------------

MADE := .venv/made
LOCKED := .venv/locked
READY := .venv/ready

# A .venv from another folder, or from a Python that has gone, is made again.
$(shell { test "$$(cat $(MADE))" = "$(CURDIR)" && $(BIN)/python -c ''; } >/dev/null 2>&1 || rm -f $(MADE))

# The first Python that is new enough and can make environments; PYTHON=... has the first word.
CANDIDATES = $(if $(PYTHON),"$(PYTHON)",python3.14 python3.13 python3.12 python3.11 python3 python)
SUITS = import sys; sys.version_info >= (3, 11) or sys.exit(3); import venv, ensurepip
FIND = for python in $(CANDIDATES); do \
	"$$python" -c '$(SUITS)' 2>/dev/null && { echo "$$python"; exit; }; \
	test $$? = 1 && bare=$$python; \
	done; test -z "$$bare" || echo "bare:$$bare"
TOO_OLD = Je hebt Python 3.11 of nieuwer nodig: installeer een nieuwe versie \
	(zie python.org/downloads) of wijs er een aan met "make PYTHON=/pad/naar/python3"
NO_VENV = Je Python ($(found:bare:%=%)) kan geen omgeving maken: installeer venv \
	(op Debian en Ubuntu met "apt install python3-venv") of wijs een andere Python aan \
	met "make PYTHON=/pad/naar/python3"

$(MADE):
	$(eval found := $(shell $(FIND)))
	$(if $(found),,$(error $(TOO_OLD)))
	$(if $(filter bare:%,$(found)),$(error $(NO_VENV)))
	@echo "Ik zet de omgeving klaar; dat duurt de eerste keer een paar minuten ..."
	@"$(found)" -m venv --clear .venv
	@echo "$(CURDIR)" > $@

# feedgen comes as source: what builds it is installed first, from the same lock.
PIP = $(BIN)/python -m pip install -qq --disable-pip-version-check --no-build-isolation

$(LOCKED): $(MADE) requirements.lock
	$(if $(filter $(MADE),$?),,@echo "Ik werk de omgeving bij; dat duurt even ...")
	@awk '/^[^ ]/ { keep = /^setuptools==/ } keep' requirements.lock > .venv/first.txt
	@$(PIP) --require-hashes --requirement .venv/first.txt
	@$(PIP) --require-hashes --use-pep517 --requirement requirements.lock
	@touch $@

$(READY): $(LOCKED) pyproject.toml
	@$(PIP) --no-deps --editable .
	@touch $@

# --- What you can do ----------------------------------------------------------------------------

help:
	@echo "Kies wat je wilt doen:"
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile

site: $(READY) ## bouwt de site in de map site/
	@$(BIN)/goodiebag build

serve: $(READY) ## bouwt de site, toont hem en volgt wat je verandert; kies zelf waar met ADRES=0.0.0.0:8001
	@$(BIN)/goodiebag serve $(if $(ADRES),--adres "$(ADRES)")

check: $(READY) ## controleert de catalogus en zegt per fout wat je kunt doen
	@$(BIN)/goodiebag check

test: $(READY) ## controleert de code en draait alle tests, ook die in een browser
	@$(BIN)/python -m tests.chromium
	@$(BIN)/python -m tests.nginx
	@echo "Ik controleer de code ..."
	@$(BIN)/ruff check --quiet
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/mypy --no-error-summary
	@report=$$($(BIN)/lint-imports --no-cache) || { echo "$$report"; exit 1; }
	@echo "Ik draai de tests; dat duurt een paar minuten ..."
	@$(BIN)/pytest -n 2 --dist worksteal

looks: $(READY) ## toont tien pagina's voor en na je wijziging naast elkaar; kies met SINCE=main wat "voor" is
	@$(BIN)/python -m tests.chromium
	@$(BIN)/python -m tests.looks $(if $(SINCE),--since "$(SINCE)")

format: $(READY) ## zet de code in de vaste opmaak
	@$(BIN)/ruff format --quiet
	@$(BIN)/ruff check --quiet --fix

LOCK_HEADER = \
	'\# What is installed, exactly: versions and hashes for Linux, macOS and Windows, from Python 3.11.' \
	'\# Made from pyproject.toml by `make lock`, which takes the newest versions that it allows.' \
	'\# Do not edit by hand. Install: python -m pip install --require-hashes -r requirements.lock'

lock: $(MADE) ## legt opnieuw vast welke versies worden geïnstalleerd, met de nieuwste die mogen
	@echo "Ik zoek de nieuwste versies; dat duurt een minuut ..."
	@$(BIN)/python -m venv --clear .venv/lock
	@.venv/lock/$(notdir $(BIN))/python -m pip install -qq "uv>=0.9,<1"
	@printf '%s\n' $(LOCK_HEADER) > .venv/lock.txt
	@.venv/lock/$(notdir $(BIN))/uv pip compile pyproject.toml --all-extras --universal \
		--python-version 3.11 --generate-hashes --no-header --upgrade --quiet >> .venv/lock.txt
	@mv .venv/lock.txt requirements.lock
	@rm -rf .venv/lock

clean: ## gooit weg wat hier gemaakt is: de site, de omgeving en de tussenbestanden
	@rm -rf site .venv .cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +
