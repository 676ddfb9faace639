# A facade: each target is a few commands that you could type yourself. The build proper is
# CMakeLists.txt with CMakePresets.json.

PREFIX ?= /usr/local
JOBS ?= $(shell nproc)
# ccache takes what a file includes from the compiler's own list, and so does not preprocess each
# file once more before it compiles it.
export CCACHE_DEPEND := 1

BUILD_PACKAGES := g++ cmake ninja-build ccache tzdata \
    libcli11-dev libyaml-cpp-dev libfmt-dev libxlsxwriter-dev libutf8proc-dev libssl-dev \
    libsimdjson-dev libkainjow-mustache-dev robin-map-dev \
    doctest-dev nlohmann-json3-dev librapidcheck-dev libvalijson-dev libfyaml-dev unzip \
    zlib1g-dev libminizip-dev libpugixml-dev libpq-dev postgresql jq python3 dpkg-dev locales \
    poppler-utils man-db mandoc bsdextrautils faketime zsh fish
# postgresql: the tests of the shared store start servers of their own.
# poppler-utils: `import` reads PDF by its pdftotext, and two papers of tests/half-year.sh are PDF.
LINKED_PACKAGES := libcli11-dev libyaml-cpp-dev libfmt-dev libxlsxwriter-dev libutf8proc-dev libssl-dev \
    libsimdjson-dev libkainjow-mustache-dev robin-map-dev zlib1g-dev libminizip-dev libpugixml-dev
# Debian has no archives of these, or none that link-time optimisation sees into.
SOURCE_PACKAGES := libfmt-dev libyaml-cpp-dev libxlsxwriter-dev libsimdjson-dev
CHECK_PACKAGES := clang libclang-rt-dev clang-format clang-tidy systemd csvkit
# The program for Windows is made of sources alone, but for libraries that are headers.
WINDOWS_SOURCE_PACKAGES := libutf8proc-dev zlib1g-dev libminizip-dev libpugixml-dev
WINDOWS_PACKAGES := g++-mingw-w64-x86-64-posix
WINE_PACKAGES := wine64
PACKAGE_PACKAGES := lintian mmdebstrap
COVERAGE_PACKAGES := gcovr
SITE_PACKAGES := pandoc python3
SITE_CHECK_PACKAGES := chromium
PICTURE_PACKAGES := chromium fonts-noto-core fonts-liberation libreoffice-writer poppler-utils pngquant
BENCH_PACKAGES := python3-pandas python3-ujson python3-yaml python3-xlsxwriter python3-openpyxl \
    valgrind

SOURCES = $(shell find src tests bench -name '*.cpp' -o -name '*.hpp' 2>/dev/null)

PLAN_2022 := --plan data/plan-2022.yaml --as-of 2022-07-05
DEMO_STATUS := build/release/plantool status $(PLAN_2022)
DEMO_REPORT := build/release/plantool report $(PLAN_2022) --period 2022-H1 --format xlsx,docx,html -o out/

# $(call show,COMMAND): print it as a user would type it, then run it.
show = @printf '\n$$ %s\n' '$(1)'; $(1)

.PHONY: help
help: ## This list
	@sed -nE 's/^([a-z-]+):.*## (.*)/  make \1\t\2/p' Makefile | expand -t 24

.PHONY: demo
demo: build ## Build, then show the status and the half-year report of the 2022 plan
	$(call show,$(DEMO_STATUS))
	$(call show,$(DEMO_REPORT))
	@printf '\nThe report is in %s/out:\n' '$(CURDIR)'; ls -1 out

.PHONY: build
build: build/release/build.ninja ## The program: build/release/plantool
	cmake --build --preset release -j $(JOBS)

.PHONY: test
test: build-dev ## Build for development and run every test
	env -u UPDATE ctest --preset dev

.PHONY: check
check: targets format-check tidy asan test-release contrib ## What CI checks beyond `make test`

.PHONY: targets
targets: ## Try that every target works in a fresh clone of HEAD, and that the worked example of CONTRIBUTING.md fits
	tests/targets.sh
	tests/first-change.sh --applies

.PHONY: test-release
test-release: build deps-check ## Run the golden tests, the misfortunes and the look for words of another language with the program as it is released, and look how it was built
	tests/hardened.sh build/release/plantool
	tests/misfortunes.sh build/release/plantool
	RUNS=300 tests/faults/killed.py build/release/plantool
	tests/golden/all.sh build/release/plantool
	tests/languages.py build/release/plantool
	tests/same-bytes.py build/release/plantool $(wildcard build/dev/plantool build/asan/plantool)
	tests/docs.sh docs/cookbook.md build/release/plantool afresh

.PHONY: contrib
contrib: build deps-check ## Look whether systemd finds the units in contrib/ well
	tests/contrib.sh build/release/plantool

.PHONY: bench
bench: build bench-deps ## Measure the program against what one would write instead; BENCH_LARGE=1 for more
	bench/run.py

.PHONY: bench-quick
bench-quick: build bench-deps ## The same with a tenth of the submissions
	bench/run.py --quick

.PHONY: bench-guard
bench-guard: build bench-deps ## Fail where the hot paths take more instructions; UPDATE=1 records them
	bench/guard.py $(if $(UPDATE),--update)

.PHONY: update-golden
update-golden: build-dev ## Rewrite tests/golden and the README's transcripts from what the program does now
	UPDATE=1 ctest --preset dev -R '^(golden|docs)/'
	@git status --short tests/golden docs README.md || true

.PHONY: format
format: deps-check ## Format the sources in place
	clang-format -i $(SOURCES)

.PHONY: format-check
format-check: deps-check ## Fail where `make format` would change something
	clang-format --dry-run --Werror $(SOURCES)

.PHONY: tidy
tidy: build/tidy/build.ninja ## Run clang-tidy over src/
	run-clang-tidy -quiet -j $(JOBS) -p build/tidy '/src/'

.PHONY: clang
clang: build/clang/build.ninja ## Build with clang, warnings as errors
	cmake --build --preset clang -j $(JOBS)

.PHONY: asan
asan: build/asan/build.ninja ## Build with clang, and run every test under the sanitizers
	cmake --build --preset asan -j $(JOBS)
	env -u UPDATE ctest --preset asan

.PHONY: tsan
tsan: build/tsan/build.ninja ## Build with clang and the thread sanitizer, and run what works on several threads
	cmake --build --preset tsan -j $(JOBS)
	tests/threads.sh build/tsan/plantool

.PHONY: windows
windows: build/windows/build.ninja ## The program for 64-bit Windows: build/windows/plantool.exe
	cmake --build --preset windows -j $(JOBS)

CASES ?= *
.PHONY: check-windows
check-windows: windows wine-deps ## Run the golden tests with it under Wine; CASES='status/*' runs some
	tests/windows/check.sh build/windows/plantool.exe '$(CASES)'

.PHONY: coverage
coverage: build/coverage/build.ninja coverage-deps ## Run every test, and say which lines of src/ none of them ran
	cmake --build --preset coverage -j $(JOBS)
	find build/coverage -name '*.gcda' -delete
	env -u UPDATE ctest --preset coverage
	gcovr --root . --filter src/ --exclude-throw-branches --print-summary \
	    --html-details build/coverage/lines.html build/coverage
	@echo 'Line by line: $(CURDIR)/build/coverage/lines.html'

MUTANTS ?= 20
.PHONY: mutants
mutants: build-dev ## Change the rules of reckoning in MUTANTS places, one at a time, and see whether a test notices
	tests/mutants.py --most $(MUTANTS)

FUZZ_SECONDS ?= 60
FUZZ_HARNESSES ?= submissions plan papers templates words events arguments
.PHONY: fuzz
fuzz: build/fuzz/build.ninja ## Feed made-up bytes to the readers for FUZZ_SECONDS each
	cmake --build --preset fuzz -j $(JOBS) --target $(addprefix fuzz_,$(FUZZ_HARNESSES))
	mkdir -p $(addprefix build/fuzz/,$(FUZZ_HARNESSES))
	for harness in $(FUZZ_HARNESSES); do tests/fuzz/run.sh "$$harness" $(FUZZ_SECONDS) || exit 1; done

.PHONY: site
site: site-deps ## The pages as a static site, to be read without a network: build/site/index.html
	site/make.py build/site

.PHONY: check-site
check-site: site site-check-deps ## Look whether every link of the site leads somewhere, and whether a telephone can show each page
	tests/site.py --self-test
	tests/site.py build/site

.PHONY: check-first-change
check-first-change: deps ## Make the worked example of CONTRIBUTING.md in a copy of HEAD, and run the tests that it names
	tests/first-change.sh

.PHONY: pictures
pictures: build picture-deps ## Make the pictures of the front page anew, from the program's own reports
	site/pictures.sh build/release/plantool

.PHONY: install
install: build ## Install below $(DESTDIR)$(PREFIX), /usr/local by default
	DESTDIR='$(DESTDIR)' cmake --install build/release --prefix '$(PREFIX)'

.PHONY: package
package: build ## The Debian package: build/plantool_VERSION_ARCHITECTURE.deb
	cd build/release && cpack -B '$(CURDIR)/build'

.PHONY: check-package
check-package: package package-deps ## Look at it with lintian, then install, try and remove it in a new Debian
	tests/package.sh build/plantool_*.deb

.PHONY: bill-of-materials
bill-of-materials: build ## What the release is linked with, as SPDX: build/plantool.spdx.json
	packaging/bill-of-materials.py "$$(build/release/plantool version | cut -d ' ' -f 2)" \
	    "$$(date -u -d "@$${SOURCE_DATE_EPOCH:-$$(git log -1 --format=%ct)}" +%F)" \
	    $(if $(wildcard build/sources/fmtlib.version),static,dynamic) $(LINKED_PACKAGES) >build/plantool.spdx.json

.PHONY: deps
deps: ## Install the Debian packages that building and testing need
	@cmake/install-packages.sh $(BUILD_PACKAGES)

build/sources/.fetched: | deps
	@cmake/fetch-sources.sh build/sources $(SOURCE_PACKAGES)
	@touch $@

build/sources/.fetched-windows: build/sources/.fetched | windows-deps
	@cmake/fetch-sources.sh build/sources $(WINDOWS_SOURCE_PACKAGES)
	@touch $@

.PHONY: windows-deps
windows-deps: deps
	@cmake/install-packages.sh $(WINDOWS_PACKAGES)

.PHONY: wine-deps
wine-deps: deps
	@cmake/install-packages.sh $(WINE_PACKAGES)

.PHONY: deps-check
deps-check: deps
	@cmake/install-packages.sh $(CHECK_PACKAGES)

.PHONY: coverage-deps
coverage-deps: deps
	@cmake/install-packages.sh $(COVERAGE_PACKAGES)

.PHONY: site-deps
site-deps:
	@cmake/install-packages.sh $(SITE_PACKAGES)

.PHONY: site-check-deps
site-check-deps:
	@cmake/install-packages.sh $(SITE_CHECK_PACKAGES)

.PHONY: picture-deps
picture-deps:
	@cmake/install-packages.sh $(PICTURE_PACKAGES)

.PHONY: package-deps
package-deps: deps
	@cmake/install-packages.sh $(PACKAGE_PACKAGES)

.PHONY: bench-deps
bench-deps: deps
	@cmake/install-packages.sh $(BENCH_PACKAGES)

.PHONY: clean
clean: ## Remove what was built
	rm -rf build out

.PHONY: build-dev
build-dev: build/dev/build.ninja
	cmake --build --preset dev -j $(JOBS)

# Ninja runs CMake again by itself when a CMakeLists.txt changes, but not for the presets.
build/%/build.ninja: CMakePresets.json | deps
	cmake --preset $*
	@touch $@

build/release/build.ninja: | build/sources/.fetched
build/clang/build.ninja build/asan/build.ninja build/tsan/build.ninja build/tidy/build.ninja build/fuzz/build.ninja: | deps-check
build/windows/build.ninja: | build/sources/.fetched-windows

.PRECIOUS: build/%/build.ninja
