#!/usr/bin/env python3
"""schema-descriptions.py FOLDER: each key of the files that people write says in the schemas of FOLDER what it is,
for that is what editors show: by a description of its own, or that of the definition which it names.
schema-descriptions.py --self-test: proves that it does fail.
"""

import json
import pathlib
import sys

WRITTEN = ("plan", "events", "holidays", "submission")
# What only says when another rule holds describes nothing.
CONDITIONS = ("if", "then", "else", "not")


def keys_without(schema):
    """The paths of the keys that say nothing."""
    found = []

    def says(node):
        if "description" in node:
            return True
        name = node.get("$ref", "").removeprefix("#/definitions/")
        return name in schema.get("definitions", {}) and says(schema["definitions"][name])

    def walk(node, path):
        if isinstance(node, list):
            for item in node:
                walk(item, path)
        elif isinstance(node, dict):
            for part, below in node.items():
                if part in CONDITIONS and "properties" in node.get("if", node.get("not", {})):
                    continue
                if part == "properties":
                    found.extend(f"{path}/{key}" for key, value in below.items() if not says(value))
                    for key, value in below.items():
                        walk(value, f"{path}/{key}")
                else:
                    walk(below, path if part == "items" else f"{path}/{part}")

    walk(schema, "")
    return found


def self_test():
    told, untold = {"description": "A key.", "type": "string"}, {"type": "string"}
    definitions = {"told": told, "untold": untold}
    for properties, expected in (
            ({"a": told}, []), ({"a": untold}, ["/a"]), ({"a": {"$ref": "#/definitions/told"}}, []),
            ({"a": {"$ref": "#/definitions/untold"}}, ["/a"]), ({"a": {"$ref": "#/definitions/none"}}, ["/a"]),
            ({"a": {"description": "A list.", "items": {"properties": {"b": untold}}}}, ["/a/b"])):
        found = keys_without({"properties": properties, "definitions": definitions})
        if found != expected:
            sys.exit(f"self-test: {properties} gave {found}")
    if keys_without({"if": {"properties": {"a": untold}}, "then": {"properties": {"a": untold}}}):
        sys.exit("self-test: a condition was taken for a description")
    print("schema-descriptions.py finds what it should")


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__.partition("\n")[0])
    if sys.argv[1] == "--self-test":
        return self_test()
    schemas = [pathlib.Path(sys.argv[1]) / f"{name}.schema.json" for name in WRITTEN]
    silent = [f"{path.name}: {key} has no description" for path in schemas
              for key in keys_without(json.loads(path.read_text(encoding="utf-8")))]
    if silent:
        sys.exit("\n".join(silent))
    print(f"Each key of {len(schemas)} schemas says what it is")


if __name__ == "__main__":
    main()
