#!/usr/bin/env bash
# half-year.sh PLANTOOL: the papers of a half-year come in, as nineteen units send them
# (data/papers/half-year). What `import` makes of them is what a clerk would have written, byte for
# byte; a second import changes nothing; and the reports that follow are the same, byte for byte.
set -euo pipefail

program=$(realpath -e "$1")
project=$(cd "$(dirname "$0")/.." && pwd -P)
papers=$project/tests/data/papers/half-year
scratch=$(cd "$(mktemp -d)" && pwd -P)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"

fail() {
    echo "FAILED: $*" >&2
    exit 1
}

command -v pdftotext >/dev/null || fail "two of the papers are PDF: pdftotext (poppler-utils) is missing"

plantool() {
    local desk=$1
    shift
    (cd "$desk" && env -i PATH="$PATH" HOME="$scratch" LC_ALL=C.UTF-8 PLANTOOL_LANG=en \
        PLANTOOL_PLAN=plan-2022.yaml "$program" "$@")
}

# A plan with its holidays, and nothing received.
open_desk() {
    mkdir -p "$1/sample"
    cp "$project/data/plan-2022.yaml" "$project/data/holidays-vn.yaml" "$1"
}

# ---- what comes in
open_desk imported
cp -R "$papers/thu-den" imported/
plantool imported import --as-of 2022-06-27 thu-den >first || fail "a paper was not taken:
$(cat first)"
grep -qx '20 papers: taken 19, duplicate 1' first || fail "other outcomes: $(tail -n 1 first)"

# The papers themselves, which submissions name with their digests, are what came.
open_desk by-hand
mkdir -p by-hand/sample/2022-H1
cp "$papers"/expected/*.yaml by-hand/sample/2022-H1/
diff -u --exclude=giay-to -r by-hand/sample imported/sample || fail "other submissions than by hand"
cp -R imported/sample/2022-H1/giay-to by-hand/sample/2022-H1/
plantool by-hand validate --as-of 2022-07-05 >/dev/null || fail "what was written by hand is not valid"

# ---- once more
find imported/sample -type f -exec sha256sum {} + | sort >before
plantool imported import --as-of 2022-07-05 thu-den >second || fail "a second import: $(cat second)"
grep -qx '20 papers: duplicate 20' second || fail "a second import: $(tail -n 1 second)"
find imported/sample -type f -exec sha256sum {} + | sort | cmp before - || fail "a second import wrote something"

# ---- what follows
for desk in imported by-hand; do
    plantool "$desk" report -q --as-of 2022-07-05 --period 2022-H1 \
        --format markdown,json,html,docx,xlsx -o out || fail "no report of what was $desk"
done
(($(find imported/out -type f | wc -l) == 5)) || fail "not five reports"
diff -r imported/out by-hand/out || fail "other reports than by hand"
plantool imported status --as-of 2022-07-05 --obligation bao-cao-6-thang --format json >status
grep -q '"on-time": 19,' status || fail "not all are on time"
