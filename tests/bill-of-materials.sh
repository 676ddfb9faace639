#!/usr/bin/env bash
# bill-of-materials.sh: the bill of materials has the shape of SPDX, each package in it with the version
# that dpkg knows, and what is no package is refused.
set -euo pipefail

cd "$(dirname "$0")/.."
bill=$(mktemp)
trap 'rm -f "$bill"' EXIT

packaging/bill-of-materials.py 1.2.3 2022-07-05 static libfmt-dev zlib1g-dev >"$bill"
shape='[.spdxVersion, .SPDXID, .creationInfo.created, .packages[0].versionInfo,
    ([.packages[].name] | join(" ")), ([.relationships[].relationshipType] | join(" ")),
    ([.packages[1:][].licenseDeclared] | join(" "))] | .[]'
diff -u - <(jq -r "$shape" "$bill") <<'END'
SPDX-2.3
SPDXRef-DOCUMENT
2022-07-05T00:00:00Z
1.2.3
plantool libfmt-dev zlib1g-dev
DESCRIBES STATIC_LINK STATIC_LINK
MIT Zlib
END
diff -u <(dpkg-query -W -f '${Version}\n' libfmt-dev zlib1g-dev) <(jq -r '.packages[1:][].versionInfo' "$bill")
if packaging/bill-of-materials.py 1.2.3 2022-07-05 static no-such-package >/dev/null 2>&1; then
    echo 'FAILED: what is no package is listed'
    exit 1
fi
echo 'The bill of materials is as SPDX wants it'
