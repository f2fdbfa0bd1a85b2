# Two commands do everything: `make run` and `make test`.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: setup run test check format lock rights clean

setup: .venv/ready node_modules/ready

run: setup
	@TAKT_DEMO=1 $(BIN)/takt prepare
	@TAKT_DEMO=1 exec $(BIN)/takt up

test: .venv/ready-dev node_modules/ready
	@$(BIN)/python tests/everything.py

check: .venv/ready-dev node_modules/ready
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(BIN)/djade --check --target-version 5.2 $$(git ls-files 'src/**/*.html')
	$(BIN)/djhtml --check --tabwidth 2 $$(git ls-files 'src/**/*.html')
	TAKT_DEMO=1 $(BIN)/python -m django makemigrations --check --dry-run --settings takt.config.settings

format: .venv/ready-dev
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/djade --target-version 5.2 $$(git ls-files 'src/**/*.html') || true
	$(BIN)/djhtml --tabwidth 2 $$(git ls-files 'src/**/*.html')

.venv/bin/python:
	$(PYTHON) -m venv .venv

.venv/ready: .venv/bin/python requirements.lock pyproject.toml
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

.venv/ready-dev: .venv/ready requirements-dev.lock
	$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.lock
	@touch $@

node_modules/ready: package.json package-lock.json
	npm ci --no-fund --no-audit --loglevel=error
	@touch $@

lock:  # after a change of dependencies in pyproject.toml; needs uv
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --extra build pyproject.toml -o requirements.lock
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate --extra build --extra dev pyproject.toml -o requirements-dev.lock

rights: .venv/ready-dev  # write docs/generated/rights.md anew, after a change of rights
	TAKT_WRITE_RIGHTS=1 $(BIN)/pytest -q tests/rights

clean:
	rm -rf .venv node_modules var
