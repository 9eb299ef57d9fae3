# Every target does its own set-up: Python 3.11 and make are all that is assumed.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
UV := .tools/bin/uv
VENV := .venv/bin
SYNC := $(UV) sync --frozen --quiet
# Where Python may not write bytecode itself, each command would compile the program anew, for a second and more.
COMPILE := $(VENV)/python -m compileall -q bot cogs config playground
SETUP := .venv/.nutgraf-setup
INSTALLED := .venv/.nutgraf-installed
# More than there are cores: end-to-end tests wait more than they compute.
JOBS ?= 4
SECONDS_EACH ?= 60
MINUTES ?= 10
EACH ?= 40
SECONDS_IN_ALL ?= 1200
POSTS ?= 1000

.PHONY: install setup playground size wheels old-pips test check lint types soak bench quality fuzz security trial-model docs pictures locales cities given-names format mutants coverage drafts clean

# What runs the program, and nothing else: under 250 MB.
install: $(INSTALLED)

# What `install` brings and what tests and checks need besides.
setup: $(SETUP)

$(UV):
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed."; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or later is needed; $(PYTHON) is older. Name another with: make PYTHON=/path/to/python"; exit 1; }
	$(PYTHON) -m venv .tools
	.tools/bin/python -m pip install --quiet --disable-pip-version-check 'uv>=0.9,<1'

$(SETUP): pyproject.toml uv.lock | $(UV)
	$(SYNC) --python "$(PYTHON)"
	@$(COMPILE)
	@$(VENV)/python -m tests.wheels --pips 2>/dev/null || echo "Old pips are out of reach: their test is skipped."
	@touch $@ $(INSTALLED)

# Leaves in place what `setup` brought.
$(INSTALLED): pyproject.toml uv.lock | $(UV)
	$(SYNC) --no-default-groups --inexact --python "$(PYTHON)"
	@$(COMPILE)
	@touch $@
	@echo "Installed. .venv/bin/nutgraf --help lists the commands; make playground shows the bot without an account."

playground: install
	$(VENV)/nutgraf playground

# The megabytes of an environment that `make install` makes from nothing.
size: $(UV)
	@folder=$$(mktemp -d) && UV_PROJECT_ENVIRONMENT=$$folder/.venv $(SYNC) --no-default-groups --python "$(PYTHON)" \
		&& du -sm --apparent-size $$folder/.venv; rm -rf $$folder

# The wheel in clean environments of every Python from 3.11 to 3.13 that is here; fetches their libraries.
wheels: setup
	$(VENV)/python -m tests.wheels
	$(VENV)/pytest -q -rs tests/test_wheel.py

# Old versions of pip, with which the wheel is tried: a few megabytes.
old-pips: setup
	$(VENV)/python -m tests.wheels --pips

test: setup
	$(VENV)/pytest -n $(JOBS) --dist loadfile --no-loadscope-reorder

lint: setup
	$(VENV)/ruff check .
	$(VENV)/ruff format --check .

types: setup
	$(VENV)/mypy

check: lint types test

format: setup
	$(VENV)/ruff format .
	$(VENV)/ruff check --fix .

# Everything is killed, stopped and frozen in turn while people post; fails where an answer is lost or doubled.
soak: setup
	$(VENV)/python -m tests.soak soak --minutes $(MINUTES) --posts $(POSTS)

bench: setup
	$(SYNC) --group bench --python "$(PYTHON)"
	$(VENV)/python -m benchmarks

docs: setup
	$(VENV)/python -m tests.manual
	$(SYNC) --group docs --python "$(PYTHON)"
	NO_MKDOCS_2_WARNING=1 $(VENV)/mkdocs build --strict --quiet --site-dir site

pictures: setup
	$(VENV)/python -m tests.pictures

locales: setup
	$(VENV)/python -m tests.catalogues

cities: setup
	$(SYNC) --group cities --python "$(PYTHON)"
	$(VENV)/python -m tests.cities

given-names: setup
	$(SYNC) --group given-names --python "$(PYTHON)"
	$(VENV)/python -m tests.given_names

quality: setup
	$(VENV)/python -m tests.quality

# A hash of every draft, set by set: the same before and after a change that moves code and rewrites none.
drafts: setup
	$(VENV)/python -m tests.drafts

# A small, weak model briefs articles of the corpus; read what was kept.
trial-model: setup
	$(SYNC) --group trial --python "$(PYTHON)"
	$(VENV)/python -m tests.trial

fuzz: setup
	$(VENV)/python -m tests.fuzz --seconds $(SECONDS_EACH)

# Changes the code in small ways, one at a time, and counts the changes that no test notices.
mutants: setup
	$(SYNC) --group mutants --python "$(PYTHON)"
	$(VENV)/python -m tests.mutants --each $(EACH) --seconds $(SECONDS_IN_ALL) --jobs $(JOBS) --survivors

# How much of the pure rooms their own tests run, without the end-to-end tests.
coverage: setup
	$(VENV)/python -m tests.coverage --jobs $(JOBS)

# The figures of SECURITY.md.
security: setup
	$(VENV)/python -m tests.security

clean:
	rm -rf mutants .venv .tools .mypy_cache .ruff_cache .pytest_cache
