#!/usr/bin/env bash
# all.sh PLANTOOL: every golden case with this program, side by side. `make test` has each case as a
# test of its own, with the program as it is developed; this is for another build of it.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd -P)
program=$(realpath -e "$1")

run_case() {
    local said
    if ! said=$(env -u TZ -u UPDATE LC_ALL=C.UTF-8 "$1/run.sh" "$2" "$3" 2>&1); then
        printf '%s\n%s\n' "$2" "$said"
        return 1
    fi
}
export -f run_case

cases=("$here"/*/*/cmd)
if printf '%s\0' "${cases[@]%/cmd}" |
    xargs -0 -n 1 -P "$(nproc)" bash -c 'run_case "$1" "$3" "$2"' - "$here" "$program"; then
    echo "${#cases[@]} golden cases passed"
else
    echo "golden cases failed" >&2
    exit 1
fi
