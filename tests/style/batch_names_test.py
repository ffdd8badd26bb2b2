#!/usr/bin/env python3
"""Files of a target are compiled in batches, so what an anonymous namespace names must be named once in a target.

    batch_names_test.py [--self-test]

The compiler finds this only in batches that happen to hold both files; this reads every target. It knows constants,
types, aliases, variables, and functions whose parameters have the same types.
"""

import collections
import pathlib
import re
import sys
import tempfile

PROJECT = pathlib.Path(__file__).resolve().parents[2]
TARGET = re.compile(r"\b(?:add_library|add_executable|target_sources|phusong_add_test)\(\s*(\S+)(.*?)\)", re.DOTALL)
ANONYMOUS = re.compile(r"^namespace \{\n(.*?)^\}  // namespace$", re.DOTALL | re.MULTILINE)
FUNCTION = re.compile(r"(?!using|namespace|template|return|(?:inline )?constexpr)[\w:<>,&*\s\[\]]+?[\s&*](\w+)\(([^)]*)")
PATTERNS = (
    re.compile(r"(?:const|constexpr) .*?\b(k[A-Z]\w*)\s*[={\[]"),
    re.compile(r"(?:struct|class|enum class|enum) (\w+)"),
    re.compile(r"(?!using|return)[\w:<>]+ (\w+)(?: = [^;]*|\{[^;]*\})?;$"),
)


def sources_by_target(folder):
    """The sources of each target, also those that another folder adds to it."""
    found = collections.defaultdict(list)
    for description in sorted(folder.rglob("CMakeLists.txt")):
        if (folder / "build") in description.parents:
            continue
        for name, files in TARGET.findall(description.read_text()):
            sources = [description.parent / file for file in re.findall(r"[\w/.]+\.cpp", files)]
            found[name] += [source for source in sources if source.is_file()]
    return found.items()


def names_in(source):
    """What the file's anonymous namespaces declare: for each name what sets it apart, and two of it collide."""
    text = source.read_text()
    outer = re.search(r"^namespace ([\w:]+) \{", text, re.MULTILINE)
    for body in ANONYMOUS.findall(text):
        for line in body.splitlines():
            if not line or line[0] in " }/#":
                continue
            alias = re.match(r"(?:using|namespace) (\w+) = (.*);", line)
            function = FUNCTION.match(line)
            if alias:
                yield (outer and outer[1], alias[1]), alias[2]
            elif function:
                types = re.sub(r"\s*\b\w+\s*(?=,|$)", "", function[2])
                yield (outer and outer[1], function[1], types), None
            else:
                for match in filter(None, (pattern.match(line) for pattern in PATTERNS)):
                    yield (outer and outer[1], match[1]), None


def collisions(folder):
    found = []
    for target, sources in sources_by_target(folder):
        seen = collections.defaultdict(dict)
        for source in sources:
            for key, meaning in names_in(source):
                seen[key][source] = meaning
        for key, places in seen.items():
            meanings = set(places.values())
            if len(places) > 1 and (None in meanings or len(meanings) > 1):
                files = ", ".join(str(place.relative_to(folder)) for place in places)
                found.append(f"{target}: {key[1]} in {files}")
    return found


def self_test():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        targets = "add_library(one a.cpp)\ntarget_sources(one PRIVATE b.cpp)\nadd_library(two c.cpp)\n"
        (folder / "CMakeLists.txt").write_text(targets)
        both = "using Row = int;\nint apart(A a) {\n  return 0;\n}\n"
        text = "namespace x {{\nnamespace {{\n\n{}\n}}  // namespace\n}}  // namespace x\n"
        collide = "constexpr int kOne = 1;\nstruct Two {\n};\nint three(int a) {\n  return a;\n}\n"
        (folder / "a.cpp").write_text(text.format(both + collide))
        (folder / "b.cpp").write_text(text.format(both.replace("A a", "B b") + collide))
        (folder / "c.cpp").write_text(text.format(collide))
        found = collisions(folder)
        named = [line.split(" in ")[0] for line in found]
        if named != ["one: kOne", "one: Two", "one: three"]:
            sys.exit(f"planted collisions: {found}")


if __name__ == "__main__":
    if "--self-test" in sys.argv:
        self_test()
    else:
        problems = collisions(PROJECT)
        sys.exit("\n".join(problems) or None)
