#!/usr/bin/env bash
# install-packages.sh PACKAGE...: installs with apt-get those that are missing. Silent and quick
# when none is.
set -euo pipefail

if ! command -v dpkg-query >/dev/null; then
    echo "Not a Debian system: please install the equivalents of: $*" >&2
    exit 0
fi

installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null || true)
missing=()
for package in "$@"; do
    grep -qxF "installed $package" <<<"$installed" || missing+=("$package")
done
((${#missing[@]})) || exit 0

echo "Installing ${missing[*]}" >&2
as_root=()
if ((EUID != 0)); then
    if ! command -v sudo >/dev/null; then
        echo "This needs root, and there is no sudo. Please run as root:" >&2
        echo "  apt-get install --no-install-recommends ${missing[*]}" >&2
        exit 1
    fi
    as_root=(sudo)
fi
# env, because sudo does not pass the variable on.
apt_get=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq)
"${apt_get[@]}" update
"${apt_get[@]}" install -y --no-install-recommends "${missing[@]}"
