# The two commands: `make site` builds the site, `make test` runs every test. Each sets up what it needs.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
RUN := ingest image calendar spreadsheet
EXTRAS := ingest,image,calendar,spreadsheet,hosts,test
ARTICLES := $(filter-out site/articles/index.md,$(wildcard site/articles/*.md))

.DEFAULT_GOAL := help
.PHONY: help site serve extract test lint browser tools wheels bench reference plotly pictures constraints clean

help: ## Say what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

$(STAMP): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed: set PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { echo "Python's venv is missing: install the package python3-venv"; exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[$(EXTRAS)]'
	@touch $@

extract: $(STAMP) ## Tag the sample articles and add their events to events/
	$(BIN)/timeline extract $(ARTICLES) --into events/us-russia-talks.yaml

site: extract ## Run the main job and build the site into build/site
	$(BIN)/timeline check events
	$(BIN)/timeline build
	@echo "The site is in $(CURDIR)/build/site. To read it: $(PYTHON) -m http.server --directory build/site, or make serve"

serve: extract ## The same with live reload
	$(BIN)/timeline serve

browser: $(STAMP) ## Find or install the browser that the tests drive
	@tools/browser.sh $(BIN)

tools: ## Install the programs from npm that the tests run
	@tools/npm.sh build/npm

# Where a file cannot be had, one test says so and all others run.
wheels: $(STAMP) ## Fetch what requirements.lock names, to test that it can be installed without the network
	-$(BIN)/python -m pip download --quiet --disable-pip-version-check --require-hashes --dest build/wheels --requirement requirements.lock

# The tests start Python some hundred times: the package is compiled once, whatever the machine is used to.
test: export PYTHONDONTWRITEBYTECODE =
test: $(STAMP) browser tools wheels ## Run every test
	$(BIN)/python -m pytest --numprocesses 2 --dist worksteal

lint: $(STAMP) ## The static checks alone
	$(BIN)/python -m pytest tests/test_style.py

bench: $(STAMP) ## Measure accuracy and speed beside the peers: make bench TIMEML=DIR TIMELINES=DIR
	$(if $(TIMELINES),$(BIN)/python -m pip install --quiet --constraint constraints.txt --editable '.[bench]')
	$(BIN)/python -m benchmarks $(if $(TIMEML),--timeml $(TIMEML)) $(if $(TIMELINES),--timelines $(TIMELINES)) $(BENCH)

reference: $(STAMP) ## Write the pages that are made from the code, and what the commands on the pages print
	$(BIN)/python tools/reference.py
	$(BIN)/python tests/test_examples.py

plotly: ## Build the plotly.js of the sites anew from npm's packages
	@tools/plotly.sh build/plotly

pictures: site browser ## Take the README's pictures from the real site
	$(BIN)/python -m tools.pictures

constraints: ## Pin the versions that work together, newest that pyproject.toml allows
	rm -rf build/constraints && $(PYTHON) -m venv build/constraints
	build/constraints/bin/python -m pip install --quiet --upgrade pip
	build/constraints/bin/python -m pip install --quiet --editable '.[$(EXTRAS)]'
	build/constraints/bin/python -m pip freeze --exclude-editable --exclude pip --exclude setuptools > constraints.txt
	build/constraints/bin/python -m pip install --quiet pip-tools
	build/constraints/bin/pip-compile --quiet --generate-hashes --strip-extras --no-header --no-annotate \
		--no-emit-index-url --no-emit-trusted-host --no-emit-find-links $(addprefix --extra ,$(RUN)) \
		--constraint constraints.txt --output-file requirements.lock pyproject.toml
	rm -rf build/constraints

clean: ## Remove what was made
	rm -rf build dist *.egg-info .mypy_cache .pytest_cache .ruff_cache
