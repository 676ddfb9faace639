#!/usr/bin/env python3
"""bill-of-materials.py VERSION DAY LINKAGE PACKAGE...: what the program is linked with, as SPDX 2.3 in
JSON on standard output. PACKAGE is a Debian package from which headers or a library were taken; what
is said of it comes from dpkg and from its copyright file. LINKAGE: static or dynamic.
"""

import hashlib
import json
import pathlib
import re
import subprocess
import sys
import urllib.parse

FIELDS = ("Package", "Version", "source:Package", "Homepage", "Maintainer")
# What copyright files call licences, as SPDX does.
LICENCES = {
    "expat": "MIT", "mit": "MIT", "bsl-1": "BSL-1.0", "bsl-1.0": "BSL-1.0", "boost": "BSL-1.0",
    "bsd-3-clause": "BSD-3-Clause", "bsd-2-clause": "BSD-2-Clause", "bsd-3": "BSD-3-Clause",
    "apache-2": "Apache-2.0", "apache-2.0": "Apache-2.0", "zlib": "Zlib", "zlib/libpng": "Zlib",
    "freebsd": "BSD-2-Clause", "lgpl-2.1": "LGPL-2.1-or-later", "lgpl-2.1+": "LGPL-2.1-or-later",
}


def facts_of(package):
    form = "\n".join(f"${{{field}}}" for field in FIELDS)
    shown = subprocess.run(["dpkg-query", "-W", "-f", form, package], check=True, text=True,
                           capture_output=True).stdout
    return dict(zip(FIELDS, shown.split("\n"), strict=True))


def licence_of(package):
    """That of `Files: *`, where the copyright file is in Debian's machine-readable form and calls it by
    a name that SPDX has."""
    text = pathlib.Path(f"/usr/share/doc/{package}/copyright").read_text(encoding="utf-8")
    found = re.search(r"^Files:\s*\*\s*$.*?^License:\s*(\S+(?: or \S+)*)", text, re.MULTILINE | re.DOTALL)
    if not found:
        return "NOASSERTION"
    names = [LICENCES.get(name.lower()) for name in found[1].split(" or ")]
    return "NOASSERTION" if None in names else " OR ".join(names)


def described(package):
    facts = facts_of(package)
    version = facts["Version"]
    return {
        "SPDXID": "SPDXRef-" + re.sub(r"[^A-Za-z0-9.-]", "-", package),
        "name": package,
        "versionInfo": version,
        "supplier": "Person: " + facts["Maintainer"],
        "downloadLocation": "NOASSERTION",
        "filesAnalyzed": False,
        "homepage": facts["Homepage"] or "NOASSERTION",
        "sourceInfo": f"built from the Debian source package {facts['source:Package']}",
        "licenseConcluded": "NOASSERTION",
        "licenseDeclared": licence_of(package),
        "copyrightText": "NOASSERTION",
        "externalRefs": [{
            "referenceCategory": "PACKAGE-MANAGER",
            "referenceType": "purl",
            "referenceLocator": f"pkg:deb/debian/{package}@{urllib.parse.quote(version)}",
        }],
    }


def main():
    version, day, linkage, *names = sys.argv[1:]
    packages = [described(name) for name in sorted(set(names))]
    told = json.dumps(packages, sort_keys=True).encode()
    relation = "STATIC_LINK" if linkage == "static" else "DYNAMIC_LINK"
    document = {
        "spdxVersion": "SPDX-2.3",
        "dataLicense": "CC0-1.0",
        "SPDXID": "SPDXRef-DOCUMENT",
        "name": f"plantool-{version}",
        "documentNamespace": f"urn:plantool:{version}:{hashlib.sha256(told).hexdigest()}",
        "creationInfo": {"created": f"{day}T00:00:00Z", "creators": ["Tool: bill-of-materials.py"]},
        "packages": [{
            "SPDXID": "SPDXRef-plantool",
            "name": "plantool",
            "versionInfo": version,
            "downloadLocation": "NOASSERTION",
            "filesAnalyzed": False,
            "licenseConcluded": "MIT",
            "licenseDeclared": "MIT",
            "copyrightText": "2026 The plantool authors",
        }, *packages],
        "relationships": [
            {"spdxElementId": "SPDXRef-DOCUMENT", "relationshipType": "DESCRIBES",
             "relatedSpdxElement": "SPDXRef-plantool"},
            *({"spdxElementId": "SPDXRef-plantool", "relationshipType": relation,
               "relatedSpdxElement": one["SPDXID"]} for one in packages),
        ],
    }
    json.dump(document, sys.stdout, ensure_ascii=False, indent=2)
    print()


main()
