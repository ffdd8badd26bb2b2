"""Every file of the project that a text or a comment names exists.

    named_files_test.py               reads the texts and the comments of the sources of the project
    named_files_test.py --self-test   plants names of files that are and are not there, and sees what is found

Names with a folder (`sim/report/kpi.h`, `tests/end-to-end`) count from the project's folder. Names of sources without one
(`layering_test.py`) are in the room of the text that names them: `tests/style` here, and all below it. Links of Markdown
count from the folder of the text.
"""

import ast
import io
import pathlib
import re
import sys
import tokenize

PROJECT = pathlib.Path(__file__).resolve().parents[2]

TOP_FOLDERS = ("sim", "propagation", "gis", "tests", "scripts", "scenarios", "data-samples", ".ci")

# A folder at the top of the project, then a path; what a run or a reader puts in its place is no name of a file.
PATH = re.compile(r"(?<![\w./<\"-])((?:sim|propagation|gis|tests|scripts|scenarios|data-samples)/[\w./-]*\w)"
                  r"(?![\w*<{]|/[*<{])")
SOURCE = re.compile(r"(?<![\w./<-])([\w-]+\.(?:h|cpp|py))\b(?!\()")
LINK = re.compile(r"\]\(([^)#:\s]+)(?:#[^)]*)?\)")

# Headers of libraries that comments speak of.
OF_LIBRARIES = {"proj.h", "json_fwd.hpp"}
# Made by the build, or put there by the reader (the READMEs of the scenarios say from where).
MADE = re.compile(r"sim/version\.h|scenarios/[\w-]+/data(/.*)?")


def python_comments(text):
    """(line number, text) of each comment and docstring."""
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            yield token.start[0], token.string
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef)) and ast.get_docstring(node):
            yield node.body[0].lineno, ast.get_docstring(node)


def comments_after(mark, text):
    """(line number, text) of what stands behind a mark such as //."""
    for number, line in enumerate(text.splitlines(), start=1):
        if mark in line:
            yield number, line.split(mark, 1)[1]


def reader_of(name):
    """The function that finds what is written for readers in a file of this name; None where that is nothing."""
    if name.endswith(".md"):
        return lambda text: enumerate(text.splitlines(), start=1)
    if name.endswith(".py"):
        return python_comments
    if name.endswith((".h", ".cpp", ".h.in")):
        return lambda text: comments_after("//", text)
    if name.startswith((".ci/", "scripts/")) or name.endswith(("CMakeLists.txt", ".toml", ".clang-tidy")):
        return lambda text: comments_after("#", text)
    return None


def is_there(path, files):
    """Whether a name is that of a file or folder, or of a pair of files (`gis/crs`)."""
    return path in files or path + ".h" in files or any(file.startswith(path + "/") for file in files) or bool(
        MADE.fullmatch(path))


def missing_links(name, line, files):
    for link in LINK.findall(line):
        target = pathlib.PurePosixPath(name).parent.joinpath(link).as_posix()
        parts = []
        for part in target.split("/"):
            if part == "..":
                parts = parts[:-1]
            else:
                parts.append(part)
        if not is_there("/".join(parts), files):
            yield link


def room_of(name):
    """The top folder and the one below it, as far as a file has them."""
    return "/".join(name.split("/")[:-1][:2])


def is_in_room(source, name, files):
    """Whether a source of this name is in the room of the file `name`."""
    room = room_of(name)
    return source in OF_LIBRARIES or any(file.startswith(room) and file.endswith("/" + source) for file in files)


def missing_names(name, line, files):
    """What a line names that does not exist."""
    if name.endswith(".md"):
        yield from missing_links(name, line, files)
        line = LINK.sub("", line)
    yield from (path for path in PATH.findall(line) if not is_there(path, files))
    yield from (source for source in SOURCE.findall(line) if not is_in_room(source, name, files))


def problems_of(texts):
    """All names of files that are missing in a project given as path -> text: (file, line number, name)."""
    for name, text in sorted(texts.items()):
        read = reader_of(name)
        for number, line in read(text) if read else ():
            for missing in missing_names(name, line, texts.keys()):
                yield name, number, missing


def texts_of_project():
    """Path -> text of all files of the project; rasters and pictures, in which nobody reads, without theirs."""
    paths = [path for path in PROJECT.iterdir() if path.is_file()]
    for folder in TOP_FOLDERS:
        paths += (path for path in (PROJECT / folder).rglob("*") if path.is_file())
    names = {path.relative_to(PROJECT).as_posix(): path for path in paths}
    return {name: path.read_text(encoding="utf-8") if reader_of(name) else "" for name, path in names.items()}


# A line, the file that it stands in, and what is missing in it.
PLANTED = [
    ("README.md", "see `sim/report/gone.h`", "sim/report/gone.h"),
    ("README.md", "[more](sim/gone.md) of it", "sim/gone.md"),
    ("sim/README.md", "[more](../gis/gone.md) of it", "../gis/gone.md"),
    ("sim/a.h", "int a;  ///< bits of gone.h", "gone.h"),
    ("sim/report/a.h", "int a;  ///< bits of b.h", "b.h"),
    ("sim/a.cpp", "// as tests/gone_test.cpp shows", "tests/gone_test.cpp"),
    ("tests/a.py", "# as gone.py does", "gone.py"),
    ("tests/b.py", 'def f():\n    """As scripts/gone does."""', "scripts/gone"),
    ("scripts/run", "#   scripts/run scenarios/gone", "scenarios/gone"),
    ("sim/CMakeLists.txt", "# see gis/gone.h", "gis/gone.h"),
]
INNOCENT = [
    ("README.md", "`sim/a.h`, sim/a.cpp, [a](sim/a.h#b), the pair `sim/a`, https://x.org/sim/gone.h, runs/sim/gone.h"),
    ("sim/a.h", '#include "sim/gone.h"'),
    ("sim/report/a.h", "// bits of c.h"),
    ("sim/a.cpp", "// a.h and proj.h, scenarios/a/data/sites.csv, RUN/gis/x.csv, sim/<room>/x.h, tests/{a,b}.h"),
    ("tests/a.py", 'planted = "sim/gone.h"'),
]


def found_in(name, text):
    files = {file: "" for file in ("sim/a.h", "sim/a.cpp", "scripts/run", "scenarios/a/scenario.toml", "gis/b.h",
                                   "sim/report/deep/c.h")}
    return [missing for _, _, missing in problems_of(files | {name: text})]


def self_test():
    missed = [f"not found: {missing} in {text}" for name, text, missing in PLANTED if found_in(name, text) != [missing]]
    false_alarms = [f"found wrongly: {found_in(name, text)}" for name, text in INNOCENT if found_in(name, text)]
    return missed + false_alarms


def main():
    if sys.argv[1:] == ["--self-test"]:
        found = self_test()
    else:
        found = [f"{file}:{line}: {name} does not exist" for file, line, name in problems_of(texts_of_project())]
    print("\n".join(found) or "nothing to complain about")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
