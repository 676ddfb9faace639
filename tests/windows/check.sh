#!/usr/bin/env bash
# check.sh PLANTOOL.EXE [PATTERN...]: the golden cases, or those whose AREA/CASE fits one of the
# patterns, with the program for Windows, run by Wine. Those of cannot-run.txt are left out; all that
# are run must pass, and all that are listed must be there.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd -P)
golden=$(cd "$here/../golden" && pwd -P)
program=$(realpath -e "$1")
shift
patterns=("$@")
((${#patterns[@]})) || patterns=('*')

wine=$(PATH="$PATH:/usr/lib/wine" command -v wine64) || {
    echo "There is no wine64: run \`make check-windows\`" >&2
    exit 2
}

# What Wine takes for the disk C: is made once, beside the program.
export WINEPREFIX=${program%/*}/wine WINEDEBUG=-all
if [[ ! -e $WINEPREFIX/system.reg ]]; then
    echo "Making a disk for Wine" >&2
    WINEDLLOVERRIDES='mscoree,mshtml=' "$wine" wineboot --init >/dev/null 2>&1
fi

# A case sees the program as a command like any other, in an environment of its own.
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
cat >"$scratch/plantool" <<END
#!/bin/sh
export WINEPREFIX='$WINEPREFIX' WINEDEBUG=-all
exec '$wine' '$program' "\$@"
END
chmod +x "$scratch/plantool"

declare -A left_out
while read -r case reason; do
    [[ -z $case || $case == '#' ]] && continue
    [[ -f $golden/$case/cmd && -n $reason ]] || {
        echo "cannot-run.txt: no case $case, or no reason" >&2
        exit 2
    }
    left_out[$case]=1
done <"$here/cannot-run.txt"

cases=()
for file in "$golden"/*/*/cmd; do
    case=${file#"$golden"/}
    case=${case%/cmd}
    [[ -z ${left_out[$case]-} ]] || continue
    for pattern in "${patterns[@]}"; do
        # shellcheck disable=SC2053 # a pattern
        [[ $case != $pattern ]] || { cases+=("$case"); break; }
    done
done
((${#cases[@]})) || { echo "No case fits ${patterns[*]}" >&2; exit 2; }

run_case() {
    local said
    if ! said=$(env -u TZ -u UPDATE LC_ALL=C.UTF-8 "$1/run.sh" "$1/$2" "$3" 2>&1); then
        printf '%s\n%s\n' "$2" "$said"
        return 1
    fi
}
export -f run_case

if printf '%s\0' "${cases[@]}" |
    xargs -0 -n 1 -P "$(nproc)" bash -c 'run_case "$1" "$3" "$2"' - "$golden" "$scratch/plantool"; then
    echo "${#cases[@]} golden cases passed under Wine, ${#left_out[@]} cannot be run there"
else
    echo "golden cases failed under Wine" >&2
    exit 1
fi
