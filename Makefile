# make demo   builds the example show into dist/demo
# make test   runs every check and test
# make docs   builds the documentation into site
# Each sets up what it needs; PYTHON names the interpreter, 3.11 or later.

PYTHON ?= python3
BIN = .venv/bin
NATIVE = src/podkit/_slots.pxd src/podkit/_positional.pyx src/podkit/_markup/_tidy.pyx \
	src/podkit/_xml/_walk.pyx src/podkit/checks/_scan.pyx
SHOW = examples/feminist-wellness

.PHONY: demo test docs clean

demo: .venv/demo
	$(BIN)/podkit build $(SHOW) --out dist/demo
	@echo "Open dist/demo/ep-270.html in a browser."

test: .venv/test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/pytest --numprocesses auto --cov=podkit
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict --quiet

docs: .venv/test
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --strict

clean:
	rm -rf .venv dist site

.venv/pip:
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --upgrade pip
	touch $@

.venv/demo: .venv/pip pyproject.toml hatch_build.py $(NATIVE)
	$(BIN)/pip install --quiet --editable '.[cli]'
	touch $@

.venv/test: .venv/pip pyproject.toml hatch_build.py $(NATIVE)
	.ci/install-tools
	$(BIN)/pip install --quiet --editable '.[cli]' --group test --group docs
	touch $@
