#!/usr/bin/env bash
# run.sh HARNESS SECONDS: feeds made-up bytes to a harness of build/fuzz, beginning with its seeds and with
# what earlier runs found worth keeping (build/fuzz/HARNESS). What brings it down is left in build/fuzz.
set -euo pipefail

harness=$1
seconds=$2
declare -A seeds=(
    [submissions]="data/sample tests/data tests/golden/gallery"
    [plan]="data templates/workspace tests/golden/gallery"
    [papers]="tests/data/papers"
    [templates]="templates"
    [words]="tests/fuzz/seeds/words"
    [events]="data tests/golden/gallery"
    [arguments]="tests/fuzz/seeds/arguments"
)
# shellcheck disable=SC2086  # several folders
exec "build/fuzz/tests/fuzz/fuzz_$harness" "-max_total_time=$seconds" -max_len=20000 -timeout=20 -rss_limit_mb=4096 \
    -dict=tests/fuzz/words.dict -artifact_prefix=build/fuzz/ -print_final_stats=1 -verbosity=1 \
    "build/fuzz/$harness" ${seeds[$harness]}
