#!/usr/bin/env bash
# contrib.sh PLANTOOL: systemd finds no fault with the units in contrib/systemd, nor the shell with the script.
set -euo pipefail

program=$(realpath -e "$1")
project=$(cd "$(dirname "$0")/.." && pwd -P)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

sh -n "$project/contrib/plantool-morning"
for unit in "$project"/contrib/systemd/*; do
    sed "s|/usr/bin/plantool|$program|; /^Documentation=/d" "$unit" >"$scratch/${unit##*/}"
done
# Of the machine's own units it may find what it likes.
systemd-analyze verify "$scratch"/*.service "$scratch"/*.timer 2>&1 | grep -F plantool && exit 1
systemd-analyze calendar "$(sed -n 's/^OnCalendar=//p' "$project/contrib/systemd/plantool-report.timer")" >/dev/null
echo "the units are well"
