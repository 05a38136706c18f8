# The two commands of the README are `make demo` and `make test`; `make help` lists the rest.
SHELL := /bin/bash
PREFIX ?= /usr/local
DESTDIR ?=
FUZZ_INPUTS ?= 200000
SOAK_RUNS ?= 200

# A module may import only what Package.swift says it needs.
CHECKED := --explicit-target-dependency-import-check error
BUILD := swift build $(CHECKED)
DEBUG := .build/debug/istioctl
STATIC := .build-static
# Nothing looks symbols up in the program, and at a fixed address nothing is relocated at each start, which
# would take 2 ms and 4 MB. (Go's programs for Linux are built so too.)
RELEASE := swift build -c release --product istioctl $(CHECKED) --static-swift-stdlib \
	-Xswiftc -Xfrontend -Xswiftc -function-sections -Xcc -ffunction-sections -Xcc -fdata-sections \
	-Xlinker --gc-sections -Xlinker --no-export-dynamic -Xswiftc -Xclang-linker -Xswiftc -no-pie \
	-Xswiftc -L$(CURDIR)/$(STATIC)

.PHONY: help demo test build release bench soak fuzz lint format charts commands completions man install uninstall conformance clean

help: ## this list
	@grep -hE '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 14

demo: ## set up, build, and show the main job against a sandbox
	@scripts/setup
	@scripts/progress "building istioctl" $(BUILD) --product istioctl
	@scripts/demo $(DEBUG)

test: ## set up, build, and pass all tests
	@scripts/setup tests
	@scripts/clients .tools
	@scripts/progress "building tests" $(BUILD) --build-tests
	@# One after the other: parsing commands in debug builds takes all cores from tests that watch the clock.
	@PROGRESS_SHOW='Test run with|skipped:|note:' \
		scripts/progress "testing" swift test --skip-build --skip CommandsTests
	@PROGRESS_SHOW='Test run with|skipped:|note:' \
		scripts/progress "testing commands" swift test --skip-build --filter CommandsTests

build: ## a debug build
	@scripts/setup
	@$(BUILD) --product istioctl

release: ## out/istioctl: static Swift runtime, libyaml, re2 and sqlite; stripped and checked
	@scripts/setup
	@scripts/static-libraries $(STATIC)
	@scripts/progress "building release" $(RELEASE)
	@mkdir -p out && strip -o .build/istioctl.stripped "$$(swift build -c release --show-bin-path)/istioctl"
	@cp .build/istioctl.stripped out/istioctl
	@scripts/check-binary out/istioctl

bench: release ## every performance target, measured beside its peer
	@python3 Benchmarks/bench.py out/istioctl

soak: build ## kills a sandbox SOAK_RUNS times while clients write, and looks whether anything was lost
	@scripts/soak $(DEBUG) $(SOAK_RUNS)

fuzz: ## FUZZ_INPUTS mutated inputs for each reader
	@scripts/setup tests
	@FUZZ_INPUTS=$(FUZZ_INPUTS) swift test $(CHECKED) --filter Fuzz

lint: ## formatting, as CI checks it
	@swift format lint --strict --recursive Package.swift Sources Tests

format: ## formats in place
	@swift format --in-place --recursive Package.swift Sources Tests

charts: ## writes the list of the charts' files anew, after one comes or goes
	@scripts/embed-charts

commands: build ## writes the list of all commands anew, after a change of a declaration
	@$(DEBUG) generate-commands > .build/KnownCommands.swift && cp .build/KnownCommands.swift Sources/Commands/Dialect/KnownCommands.swift

completions: build ## writes completions/ anew
	@for shell in bash zsh fish; do $(DEBUG) completion $$shell > completions/istioctl.$$shell; done

conformance: build ## replays ../shared/conformance, where it is there
	@scripts/conformance $(DEBUG)

man: build ## writes out/man
	@$(DEBUG) generate-man out/man

install: release ## PREFIX=/usr/local: binary, completions, man pages
	@scripts/install out/istioctl "$(DESTDIR)$(PREFIX)"

uninstall: ## removes what install wrote below PREFIX
	@scripts/install --remove "$(DESTDIR)$(PREFIX)"

clean: ## removes what builds left here
	@rm -rf .build .build-static out
