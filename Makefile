# OriginPress. Every target does its own set-up on a Debian 12 machine with Swift; `make help` lists them.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

# What the program is built from and draws with.
BUILD_PACKAGES := pkg-config libcairo2-dev libfreetype-dev libharfbuzz-dev libicu-dev \
  libqrencode-dev libjpeg-dev libtiff-dev zlib1g-dev libcups2-dev libcupsimage2-dev \
  libcurl4-openssl-dev libsqlite3-dev \
  fonts-liberation fonts-noto-cjk fonts-hanazono fonts-dejavu-core
# What the demo, the tests and the checkers start beside it.
TOOL_PACKAGES := cups cups-client cups-ipp-utils cups-filters dbus-daemon \
  poppler-utils ghostscript qpdf mupdf-tools zbar-tools python3-venv time \
  openssl libnss3-tools softhsm2 opensc sqlite3

PROGRAM := .build/release/originpress
PYTHON := .venv/bin/python
# One flag set for every build, so that no target rebuilds what another has built. The release
# program has the Swift library in itself and stands at a fixed address: it starts faster, takes 20 MB
# less and needs no Swift where it runs. What stands in LINKING takes another 9 MB off: it sets the functions of a
# rendering side by side and has Cairo, ICU and the C++ library in the program. C is never debugged here, and
# unoptimised it made a PIN's scrypt two thirds of the office's tests.
LINKING := Sources/originpress/Linking
SWIFT_FLAGS := --explicit-target-dependency-import-check error -Xcc -O2 -Xcxx -O2
linked = -Xlinker "--remap-inputs=*/lib$(1).so=$(CURDIR)/$(LINKING)/$(2).ld"
RELEASE_FLAGS := $(SWIFT_FLAGS) -c release --static-swift-stdlib -Xlinker --no-pie \
  -Xswiftc -use-ld=lld -Xlinker --no-export-dynamic -Xswiftc -Xfrontend -Xswiftc -function-sections \
  -Xlinker "--symbol-ordering-file=$(CURDIR)/$(LINKING)/order.txt" -Xlinker --no-warn-symbol-ordering \
  $(call linked,cairo,cairo) $(call linked,icuuc,icu) $(call linked,stdc++,c++)

.PHONY: help build program demo test unit checkers bench order soak fuzz format lint requirements clean \
  packages build-packages

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-13s %s\n", $$1, $$2 }' Makefile

# The package manager does not look at what stands in $(LINKING)/.
build: program ## the release programs, originpress and virtual-printer, in .build/release
	swift build $(RELEASE_FLAGS) --product virtual-printer

program: build-packages
	@find $(LINKING) -newer $(PROGRAM) 2>/dev/null | grep -q . && rm $(PROGRAM) || true
	swift build $(RELEASE_FLAGS) --product originpress

demo: packages build ## everything once: PDFs, PNGs, a print and a report in ./demo
	$(PROGRAM) demo

test: packages $(PYTHON) ## all tests and the independent checkers
	@Tests/Checkers/steps.sh unit checkers

# Tests that wait for other programs with a limit (printers, OpenSSL, a security module) starve on two
# cores beside those that only compute; each of these groups runs by itself.
WAITING := Printers VirtualPrinter Signing Office
space := $(subst ,, )
# The test program itself: 'swift test' would plan the build anew each time.
TESTS := .build/debug/originpressPackageTests.xctest --testing-library swift-testing
unit: packages $(PYTHON)
	swift build $(SWIFT_FLAGS) --build-tests
	$(TESTS) --skip '^($(subst $(space),|,$(WAITING)))Tests\.'
	for group in $(WAITING); do $(TESTS) --filter "^$${group}Tests\."; done

# The checkers use the virtual printer and the signed samples of the unit tests' build.
checkers: packages $(PYTHON) program
	swift build $(SWIFT_FLAGS) --build-tests
	$(PYTHON) -m pytest Tests/Checkers

bench: packages $(PYTHON) build ## speed and memory against Typst and Ghostscript, seals and signatures
	ORIGINPRESS_BENCH=1 swift build $(RELEASE_FLAGS) --product TrustBench
	$(PYTHON) Tests/Benchmarks/bench.py --program $(PROGRAM) --trust .build/release/TrustBench

ORDER_MAP := .build/originpress.map
order: build-packages $(PYTHON) ## the order of functions anew, after larger changes, and the program by it
	@Tests/Checkers/install.sh valgrind
	swift build $(RELEASE_FLAGS) -Xlinker -Map=$(ORDER_MAP) -Xlinker --no-demangle --product originpress
	$(PYTHON) Tests/Benchmarks/order.py --program $(PROGRAM) --map $(ORDER_MAP) \
	  --order $(LINKING)/order.txt
	@$(MAKE) --no-print-directory build

soak: packages $(PYTHON) build ## the large numbers of all tests and a minute of each fuzz target
	$(PYTHON) Tests/Checkers/soak.py --fuzz-seconds 60 -- $(MAKE) --no-print-directory unit

FUZZ_SECONDS ?= 300
fuzz: packages build ## libFuzzer over every reader of outside bytes (FUZZ_SECONDS=300 each)
	Tests/Fuzz/run.sh $(FUZZ_SECONDS)

format: ## format all Swift files
	swift format --in-place --recursive --parallel Sources Tests Package.swift

lint: packages $(PYTHON) ## format, imports, layouts, dead code, paths, packages
	@Tests/Checkers/steps.sh lint-format lint-python program lint-layouts lint-dead-code lint-paths \
	  lint-packages

.PHONY: lint-format lint-python lint-layouts lint-dead-code lint-paths lint-packages
lint-format:
	swift format lint --strict --recursive --parallel Sources Tests Package.swift
lint-python: $(PYTHON)
	$(PYTHON) -m ruff check Tests
	$(PYTHON) -m ruff format --check Tests
lint-layouts: program
	$(PROGRAM) layout check
lint-dead-code: $(PYTHON)
	$(PYTHON) Tests/Checkers/dead_code.py
lint-paths: $(PYTHON)
	$(PYTHON) Tests/Checkers/machine_paths.py
lint-packages: $(PYTHON) program
	$(PYTHON) Tests/Checkers/packages.py --listed $(BUILD_PACKAGES) $(TOOL_PACKAGES)

requirements: $(PYTHON) ## requirement ids and the tests that name them
	$(PYTHON) Tests/Checkers/requirements.py

clean: ## remove what the targets made
	rm -rf .build .venv demo

packages: WANTED := $(BUILD_PACKAGES) $(TOOL_PACKAGES)
build-packages: WANTED := $(BUILD_PACKAGES)
packages build-packages:
	@Tests/Checkers/install.sh $(WANTED)

$(PYTHON): Tests/Checkers/requirements.txt
	@Tests/Checkers/install.sh python3-venv
	/usr/bin/python3 -m venv .venv
	$(PYTHON) -m pip install --quiet --disable-pip-version-check -r $<
	@touch $@
