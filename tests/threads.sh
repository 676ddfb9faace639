#!/usr/bin/env bash
# threads.sh PLANTOOL: what works on several threads, under the thread sanitizer, which ends it with 66 where two
# threads meet at one place: bulk input of each kind, good and bad, and reports of several formats at once.
set -euo pipefail

program=$(realpath -e "$1")
project=$(cd "$(dirname "$0")/.." && pwd -P)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
export TSAN_OPTIONS="halt_on_error=1 exitcode=66" LC_ALL=C.UTF-8

run() {
    local code=0
    "$program" --quiet --as-of 2022-07-05 "$@" >stdout 2>stderr || code=$?
    ((code <= 1)) || { echo "FAILED: exit $code: $*"; cat stderr; exit 1; }
    echo "exit $code: ${*: -4}"
}

"$project/bench/generate.py" --submissions 20000 --agencies 100 -o bulk ndjson csv yaml files >made 2>&1 ||
    { cat made; exit 1; }
plan=$(find bulk -name plan.yaml)
while read -r input; do
    run status --plan "$plan" --submissions "$input"
    # One bad line among the good ones in ten.
    if [[ -f $input ]]; then
        awk 'NR % 10 == 9 { sub(/[0-9]/, "x") } { print }' "$input" >"bad.${input##*.}"
        run validate --plan "$plan" "bad.${input##*.}"
    fi
    run report --plan "$plan" --submissions "$input" --period 2024 --format xlsx,docx,markdown,html,json -o year
done < <(find bulk -maxdepth 2 \( -name 'year.*' -o -type d -name files \))
run report --plan "$project/data/plan-2022.yaml" --period 2022-H1 --format xlsx,docx,markdown,html,json -o out
run remind --plan "$project/data/plan-2022.yaml" -o letters
