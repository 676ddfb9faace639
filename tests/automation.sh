#!/usr/bin/env bash
# automation.sh PLANTOOL: what docs/automation.md promises to cron: the mornings and the reports of the sample plan, day by
# day from the end of 2021 to the February of 2023, with no environment but a path, no home folder, and no right to write
# anything but the reports.
set -euo pipefail

program=$(realpath -e "$1")
project=$(cd "$(dirname "$0")/.." && pwd -P)
scratch=$(cd "$(mktemp -d)" && pwd -P)
trap 'chmod -R u+rwX "$scratch"; rm -rf "$scratch"' EXIT
cd "$scratch"

fail() {
    echo "FAILED: $*" >&2
    exit 1
}

mkdir -m 755 bin
install -m 755 "$program" bin/plantool
install -m 755 "$project/contrib/plantool-morning" bin/plantool-morning
cp -R "$project/data" office
mkdir office/bao-cao
other=()
if ((EUID == 0)); then # root may write everywhere
    chmod 711 .
    chmod -R a+rX office
    chown 65534:65534 office/bao-cao
    other=(setpriv --reuid=65534 --regid=65534 --clear-groups)
else
    find office -path office/bao-cao -prune -o -exec chmod a-w {} +
fi

# alone DAY COMMAND...: as cron would run it.
alone() {
    local day=$1
    shift
    env -i PATH="$scratch/bin:/usr/bin:/bin" TZ=Asia/Ho_Chi_Minh PLANTOOL_AS_OF="$day" \
        "${other[@]}" "$@" </dev/null
}

# ---- mornings ----------------------------------------------------------------------------------
letters=0
for ((n = 0; n < 412; ++n)); do
    day=$(date -d "2021-12-30 + $n days" +%F)
    status=0
    alone "$day" plantool-morning "$scratch/office" >said 2>err || status=$?
    ((status <= 1)) || fail "$day: exit $status: $(cat err)"
    [[ ! -s err ]] || fail "$day: $(cat err)"
    if [[ -s said ]]; then letters=$((letters + 1)); fi
    echo "$day $status $(wc -l <said)" >>mornings
done
cut -d' ' -f1,2 mornings >statuses
# Before the first day due nobody owes anything; on 5 July, of the illustration, many do.
[[ $(grep -c ' 0$' statuses) -gt 80 ]] || fail "somebody is always overdue"
grep -qx '2022-01-03 0' statuses || fail "3 January 2022: $(grep 2022-01-03 statuses)"
grep -qx '2022-07-05 1' statuses || fail "5 July 2022: $(grep 2022-07-05 statuses)"
grep -qx '2023-01-05 1' statuses || fail "5 January 2023: $(grep 2023-01-05 statuses)"
((letters > 40 && letters < 300)) || fail "$letters of 412 mornings have something to read"

# ---- reports -----------------------------------------------------------------------------------
report() {
    (cd office && alone "$1" plantool report --period latest --if-changed -o bao-cao/) >said 2>err || fail "$1: $(cat err)"
    [[ ! -s said ]] || fail "$1: on standard output: $(cat said)"
}
names() { sed -n 's/^plantool: .*bao-cao\///p' err | sort | tr '\n' ' '; }
report 2022-01-03
[[ -z $(ls office/bao-cao) ]] || fail "3 January 2022: nothing has come due, and there is $(ls office/bao-cao)"
report 2022-06-28
[[ $(names) != *2022-H1* ]] || fail "28 June: the half-year has not come due"
report 2022-06-29 # the last day on time
[[ $(names) == *2022-H1.docx* ]] || fail "29 June: $(cat err)"
report 2022-06-30
[[ $(names) == *"bao-cao-2022-H1.docx bao-cao-2022-H1.html bao-cao-2022-H1.xlsx"* ]] || fail "30 June: $(cat err)"
before=$(stat -c '%Y %i %n' office/bao-cao/*)
report 2022-06-30
[[ ! -s err ]] || fail "nothing is new, and it says: $(cat err)"
[[ $(stat -c '%Y %i %n' office/bao-cao/*) == "$before" ]] || fail "nothing is new, and files were written"
report 2023-01-03
[[ $(names) == *bao-cao-2022.docx* || $(names) == *2022-*.docx* ]] || fail "3 January 2023: $(cat err)"
[[ -z $(find office/bao-cao -name '.*') ]] || fail "something is left"

# ---- the clock ---------------------------------------------------------------------------------
# The day is that of the plan's zone, whatever the machine's. What is linked dynamically can be shown another time.
if command -v faketime >/dev/null && ldd "$program" 2>/dev/null | grep -q libc.so && ! grep -q __asan_init "$program"; then
    for zone in Asia/Ho_Chi_Minh UTC America/New_York; do
        got=$(cd office && TZ=$zone faketime -f '@2022-07-04 20:00:00' "$program" status --format json | jq -r .as_of)
        want=$(TZ=Asia/Ho_Chi_Minh date -d "$(TZ=$zone date -d '2022-07-04 20:00:00' '+%F %T %z')" +%F)
        [[ $got == "$want" ]] || fail "at 20:00 of 4 July in $zone: $got instead of $want"
    done
fi
echo "$letters of 412 mornings with something to read"
