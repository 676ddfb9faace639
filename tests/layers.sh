#!/usr/bin/env bash
# layers.sh COMPILER SRC_DIR LAYER=DIR:DIR:… …: a wrong include does not compile. For each layer, with
# the include directories that CMake gives it, the preprocessor has to take what the arrows allow and
# to refuse everything else:
#     text <- diag <- core <- {read, write} <- intake <- {cli, store} <- main    (intake sees no write)
#     os <- {read, write}
# And no include climbs out of its folder, which would go past all this.
set -euo pipefail

compiler=$1 source=$2
shift 2

declare -A below=(
    [os]='os' [text]='text' [diag]='diag text' [core]='core diag text'
    [read]='read core diag text os' [write]='write core diag text os'
    [intake]='intake read core diag text os'
    [cli]='cli intake read write core diag text os'
    [store]='store intake read write core diag text os'
    [main]='cli intake read write core diag text os'
)
layers='os text diag core read write intake cli store'
declare -A home=(
    [utf8proc.h]=text
    [yaml-cpp/yaml.h]=read [yaml-cpp/parser.h]=read [simdjson.h]=read
    [xlsxwriter.h]=write [kainjow/mustache.hpp]=write [pugixml.hpp]=read,write [minizip/zip.h]=write
    [CLI/CLI.hpp]=cli [postgresql/libpq-fe.h]=store
)

failed=0
fail() {
    failed=1
    echo "FAILED: $*"
}

holds() { [[ " $1 " == *" $2 "* ]]; }

# A header of the layer, whichever comes first.
header_of() { (cd "$source" && find "$1" -name '*.hpp' | LC_ALL=C sort | head -n 1); }
declare -A header
for layer in $layers; do header[$layer]=$(header_of "$layer"); done

# preprocess FOLDERS HEADER…: a file that includes these. What the preprocessor says is in $said.
preprocess() {
    local folder folders=() flags=()
    IFS=: read -ra folders <<<"$1"
    shift
    for folder in "${folders[@]}"; do flags+=(-I "$folder"); done
    said=$(printf '#include "%s"\n' "$@" |
        LC_ALL=C "$compiler" -std=c++20 -E "${flags[@]}" -x c++ -o /dev/null - 2>&1)
}

# try_layer LAYER FOLDERS
try_layer() {
    local layer=$1 folders=$2 allowed=() foreign=() other library
    for other in $layers; do
        if holds "${below[$layer]}" "$other"; then
            allowed+=("${header[$other]}")
        elif preprocess "$folders" "${header[$other]}"; then
            fail "$layer may include ${header[$other]}"
        elif ! grep -qE 'No such file|file not found' <<<"$said"; then
            fail "$layer cannot include ${header[$other]}, but for another reason: $said"
        fi
    done
    for library in "${!home[@]}"; do
        holds "${home[$library]//,/ }" "$layer" && allowed+=("$library") || foreign+=("$library")
    done
    # Each fence is an error of its own, and the preprocessor goes on to the next.
    if preprocess "$folders" "${foreign[@]}"; then fail "$layer may include ${foreign[*]}"; fi
    for library in "${foreign[@]}"; do
        grep -qF "$library is known to ${home[$library]}/ alone" <<<"$said" ||
            fail "$layer may include $library"
    done
    preprocess "$folders" "${allowed[@]}" || fail "$layer cannot include ${allowed[*]}: $said"
}

tried=
for argument in "$@"; do
    try_layer "${argument%%=*}" "${argument#*=}"
    tried+=" ${argument%%=*}"
done
for layer in $layers main; do holds "$tried" "$layer" || fail "nothing was said of $layer"; done

# climbing FILE_OR_FOLDER: the includes in it that climb out of theirs.
climbing() { grep -rnE '^[[:space:]]*#[[:space:]]*include[[:space:]]*["<]([^">]*/)?\.\.?/' "$1"; }

if climbing "$source"; then fail "write these as paths from src/"; fi

scratch=$(mktemp)
trap 'rm -f "$scratch"' EXIT
for include in '"../core/a.hpp"' '"./a.hpp"' '"kit/../../read/a.hpp"' '<../read/a.hpp>'; do
    echo "#include $include" >"$scratch"
    climbing "$scratch" >/dev/null || fail "#include $include is not found"
done
echo '#include "core/a.hpp"' >"$scratch"
if climbing "$scratch"; then fail "that does not climb"; fi

# bound_to_a_system FOLDER: what in its sources one system alone knows, or takes another way. It
# belongs into os/, or into a source whose name says so. A path as a text has slashes everywhere,
# which string() does not promise.
bound_to_a_system() {
    local headers='csignal|dlfcn|fcntl|iconv|io|langinfo|malloc|poll|pwd|sched|spawn|sys/[a-z]+|termios|unistd|windows'
    local words='_WIN32|__MINGW32__|__linux__|__unix__|"/dev/null"|std::(tmpfile|getenv)\b'
    (cd "$1" && grep -rnE "#[[:space:]]*include <($headers)(\.h)?>|$words|(\.|->)(string|native)\(\)" . \
        --include='*.?pp' | grep -vE '^\./(os/|[a-z/]*/[a-z_]*_(posix|windows)\.cpp:)')
}

if bound_to_a_system "$source"; then fail "these belong into os/"; fi
for line in '#include <unistd.h>' '#ifdef _WIN32' 'file.string()' 'std::getenv("HOME")'; do
    mkdir -p "$scratch.d"
    echo "$line" >"$scratch.d/a.cpp"
    bound_to_a_system "$scratch.d" >/dev/null || fail "$line is not found"
done
rm -r "$scratch.d"

# defined_twice FOLDER: the types of one name and namespace in two of its headers. The linker would
# take the one for the other, whatever layer each is of.
defined_twice() {
    find "$1" -name '*.hpp' -print0 | xargs -0 awk '
        /^namespace [a-z_:]+ \{/ { space = $2 }
        /^(class|struct|enum class) [A-Z][A-Za-z]*( final)?( :.*)? \{/ {
            print space "::" ($1 == "enum" ? $3 : $2)
        }' | sort | uniq -d
}

twice=$(defined_twice "$source")
[[ -z $twice ]] || fail "defined twice: $twice"

headers=$(mktemp -d)
trap 'rm -rf "$scratch" "$headers"' EXIT
printf 'namespace plantool {\nstruct Table {\n};\n}\n' | tee "$headers/a.hpp" >"$headers/b.hpp"
printf 'namespace plantool::xlsx {\nclass Table {\n};\n}\n' >"$headers/c.hpp"
[[ $(defined_twice "$headers") == plantool::Table ]] || fail "a type that is defined twice is not found"

((!failed)) && echo "Every layer sees what it may, and nothing else"
