#!/usr/bin/env bash
# workbook.sh PLANTOOL FAULTY_STDIO: one call of the C library fails while a workbook is written, each
# time another. The workbook is the same as without, or the old one still stands and it is told.
set -euo pipefail

program=$(realpath -e "$1")
library=$(realpath -e "$2")
data=$(cd "$(dirname "$0")/../../data" && pwd -P)
scratch=$(mktemp -d)
export PLANTOOL_LANG=en
trap 'rm -rf "$scratch"' EXIT
cd "$scratch"
mkdir out

# write NUMBER: the report, with that call failing.
write() {
    FAIL_AT=$1 LD_PRELOAD=$library "$program" report --plan "$data/plan-2022.yaml" --quiet \
        --as-of 2022-07-05 --period 2022-H1 -o out/a.xlsx 2>stderr
}

fail() {
    echo "FAILED: call $number: $*" >&2
    cat stderr >&2
    exit 1
}

number=0
write 0
cp out/a.xlsx good.xlsx
calls=$(sed -n 's/^calls: //p' stderr)
((calls > 100)) || fail "only $calls calls were seen"
told=0
for ((number = 1; number <= calls; number += 1 + calls / ${RUNS:-40})); do
    printf old >out/a.xlsx
    status=0
    write "$number" || status=$?
    if ((status == 0)); then
        cmp -s out/a.xlsx good.xlsx || fail "the workbook is damaged"
    else
        ((status == 2)) || fail "status $status"
        [[ $(sed '/^calls: /d' stderr) == "plantool: cannot write "* ]] || fail "not told so"
        (($(sed '/^calls: /d' stderr | wc -l) == 1)) || fail "the library has its say"
        [[ $(cat out/a.xlsx) == old ]] || fail "the old workbook is gone"
        told=$((told + 1))
    fi
    [[ $(ls -A out) == a.xlsx ]] || fail "something is left behind"
done
((told > 0)) || fail "no fault was seen"
echo "$calls calls; $told faults told"
