#!/usr/bin/env bash
# fetch-sources.sh DIR PACKAGE...: puts the sources that these installed Debian packages were built
# from, patched as Debian patches them, into DIR/SOURCE-NAME, with apt-get and the system's own
# mirrors. Quick when they are there. What cannot be had is left out with a word about it, for the
# build can do without.
set -euo pipefail

mkdir -p "$1"
target=$(cd "$1" && pwd)
shift

command -v dpkg-source >/dev/null || exit 0

wanted=()
for package in "$@"; do
    # NAME=VERSION; a package that another system calls differently is none.
    source=$(dpkg-query -W -f '${source:Package}=${source:Version}' "$package" 2>/dev/null) || continue
    [[ $(cat "$target/${source%%=*}.version" 2>/dev/null) == "$source" ]] || wanted+=("$source")
done
((${#wanted[@]})) || exit 0

echo "Fetching the sources of ${wanted[*]}" >&2
scratch=$(mktemp -d -p "$target")
trap 'rm -rf "$scratch"' EXIT

# The mirrors that packages come from have their sources too.
mkdir "$scratch/sources.list.d" "$scratch/lists" "$scratch/unpacked"
for list in /etc/apt/sources.list.d/*.sources; do
    [[ -e $list ]] || continue
    sed -E 's/^Types:.*/Types: deb-src/' "$list" >"$scratch/sources.list.d/${list##*/}"
done
for list in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
    [[ -e $list ]] || continue
    sed -nE 's/^deb[[:space:]]/deb-src /p' "$list" >"$scratch/sources.list.d/${list##*/}"
done
apt_get=(apt-get -qq -o "Dir::Etc::SourceList=/dev/null"
    -o "Dir::Etc::SourceParts=$scratch/sources.list.d"
    -o "Dir::State::Lists=$scratch/lists" -o "Dir::Cache=$scratch"
    -o "APT::Sandbox::User=$(id -un)")
"${apt_get[@]}" update >"$scratch/log" 2>&1 || true # one mirror without sources is no harm

for source in "${wanted[@]}"; do
    name=${source%%=*}
    if (cd "$scratch/unpacked" && "${apt_get[@]}" source "$source" >>"$scratch/log" 2>&1); then
        rm -rf "${target:?}/$name"
        mv "$scratch/unpacked/$name"-*/ "$target/$name"
        echo "$source" >"$target/$name.version"
    else
        echo "There are no sources of $source: its shared library is taken, and the program" \
            "starts more slowly." >&2
    fi
done
