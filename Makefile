# Everything a person types. What each line does is in deploy/, in plain Python.

NAMES = python3.11 python3.12 python3.13 python3
PYTHON ?= $(or $(firstword $(foreach name,$(NAMES),$(shell command -v $(name)))),$(error Cap27 needs Python 3.11 or later))

.PHONY: help run test test-postgresql check fix messages bench

help:
	@sed -n 's/^\([a-z-]*\):.*## /make \1  /p' $(MAKEFILE_LIST)

run test test-postgresql: export DEMONSTRATION = true

run: ## sets everything up, then serves on http://127.0.0.1:8000 (PORT= changes it)
	@$(PYTHON) -m deploy run

test: ## the whole suite, browser tests included
	@$(PYTHON) -m deploy test

test-postgresql: ## the same on a PostgreSQL started and stopped for it
	@$(PYTHON) -m deploy test-postgresql

check: ## style, types, imports, settings of production, migrations, translations, content, coverage
	@$(PYTHON) -m deploy check

fix: ## formats code and templates
	@$(PYTHON) -m deploy fix

messages: ## brings locale/ up to date with the words in the code
	@$(PYTHON) -m deploy messages

bench: ## measures, and prints the figures with the machine's description
	@$(PYTHON) -m deploy bench
