#!/usr/bin/env bash
# hardened.sh PLANTOOL: the program as it is released was compiled and linked so that an overrun ends
# it, that no memory can be both written to and run, and that what decides where it goes on cannot be
# written to once it has started.
set -euo pipefail

program=$(realpath -e "$1")
headers=$(readelf -lW "$program")
dynamic=$(readelf -dW "$program")
symbols=$(readelf -sW "$program")
failed=0

expect() {
    grep -qE -- "$2" <<<"$3" || { failed=1; echo "FAILED: $program has no $1"; }
}

expect 'random place in memory (PIE)' '^Elf file type is DYN' "$headers"
expect 'read-only relocations (-z relro)' 'GNU_RELRO' "$headers"
expect 'relocations done at once (-z now)' 'BIND_NOW|FLAGS_1.*NOW' "$dynamic"
expect 'stack that cannot be run (-z noexecstack)' 'GNU_STACK.* RW +0x' "$headers"
expect 'guard on its stack (-fstack-protector-strong)' '__stack_chk_fail' "$symbols"
expect 'checked copying (_FORTIFY_SOURCE)' '__[a-z]+_chk\b' "$symbols"

((failed)) || echo "$program is hardened"
exit "$failed"
