#!/usr/bin/env python3
"""The installed program: files where a system looks for them, manual pages, completion, the Debian package."""

import gzip
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

import harness

BUILD = pathlib.Path(harness.PROGRAM).resolve().parent
COMMANDS = harness.commands()


def output_of(*command, **options):
    return subprocess.run([*map(str, command)], capture_output=True, text=True, check=True, **options).stdout


def read_page(compressed):
    """The text of a manual page without its bold letters, and what groff says against it."""
    done = subprocess.run(["groff", "-k", "-man", "-Tutf8", "-ww", "-P-c"], input=gzip.decompress(compressed.read_bytes()),
                          capture_output=True, check=True)
    return re.sub(".\\x08", "", done.stdout.decode()), done.stderr.decode()


def completions(script, line):
    """What bash offers behind `line`, a command line that ends in the word to complete."""
    words = line.split(" ")
    quoted = " ".join(f"'{word}'" for word in words)
    return output_of("bash", "--norc", "-c", f"""
        compopt() {{ :; }}
        source '{script}'
        COMP_WORDS=({quoted}) COMP_CWORD={len(words) - 1}
        _phusong
        printf '%s\\n' "${{COMPREPLY[@]}}" """).split()


def check_runs(test, root):
    """The program under `root` reads the sample that lies there with it."""
    program = root / "bin/phusong"
    test.assertRegex(output_of(program, "--version"), r"^phusong \d+\.\d+\.\d+")
    scenario = root / "share/phusong/scenarios/karst-district"
    done = subprocess.run([program, "check", scenario], capture_output=True, text=True, cwd=root, check=False)
    test.assertEqual(done.returncode, 0, done.stderr)


class InstalledTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.root = pathlib.Path(cls.folder.name) / "usr"
        output_of("cmake", "--install", BUILD, "--prefix", cls.root)

    def test_the_program_finds_its_libraries_where_it_was_put(self):
        moved = self.root.parent / "elsewhere"
        shutil.copytree(self.root, moved, symlinks=True)
        check_runs(self, moved)
        linked = output_of("ldd", moved / "bin/phusong")
        self.assertNotIn("not found", linked)
        for line in linked.splitlines():
            if "libphusong" in line:
                self.assertTrue(pathlib.Path(line.split()[2]).resolve().is_relative_to(moved), line)

    def test_every_command_has_a_page_that_groff_reads_without_a_warning(self):
        pages = sorted((self.root / "share/man/man1").glob("*.gz"))
        self.assertEqual({page.name for page in pages},
                         {"phusong.1.gz", *(f"phusong-{'-'.join(command)}.1.gz" for command in COMMANDS)})
        for page in pages:
            text, complaints = read_page(page)
            self.assertEqual(complaints, "", page.name)
            for section in ("NAME", "SYNOPSIS", "DESCRIPTION", "EXAMPLE"):
                self.assertIn(section, text, page.name)

    def test_the_page_of_run_has_the_options_of_its_help(self):
        text, _ = read_page(self.root / "share/man/man1/phusong-run.1.gz")
        for option in re.findall(r"--[a-z][a-z-]+", harness.phusong("run", "--help").stdout):
            self.assertIn(option, text)

    def test_bash_completes_commands_options_choices_and_keys(self):
        script = self.root / "share/bash-completion/completions/phusong"
        self.assertEqual(set(completions(script, "phusong ")), {*(command[0] for command in COMMANDS), "--help", "--version"})
        self.assertEqual(completions(script, "phusong data "), ["fetch", "hamlets", "--help"])
        self.assertEqual(completions(script, "phusong data h"), ["hamlets"])
        self.assertEqual(completions(script, "phusong data fetch --bb"), ["--bbox"])
        self.assertEqual(completions(script, "phusong data hamlets --language "), ["vi", "en"])
        self.assertEqual(completions(script, "phusong sun"), ["sunset"])
        self.assertEqual(completions(script, "phusong run --keep-l"), ["--keep-levels"])
        self.assertEqual(completions(script, "phusong report --language "), ["vi", "en"])
        self.assertEqual(completions(script, "phusong run x --set propagation.time_p"), ["propagation.time_percent="])
        here = self.root / "share/phusong/scenarios"
        self.assertEqual(completions(script, f"phusong check {here}/karst"), [f"{here}/karst-district"])


class DebianPackageTest(unittest.TestCase):
    def test_the_package_holds_the_program_and_depends_on_the_libraries_that_it_loads(self):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            output_of("cpack", "-G", "DEB", "-B", folder, cwd=BUILD)
            package, = folder.glob("phusong_*.deb")
            depends = output_of("dpkg-deb", "--field", package, "Depends")
            for library in ("libgdal", "libproj", "libtbb", "coinor-libcbc", "libboost-program-options", "libpango"):
                self.assertIn(library, depends)
            self.assertNotIn("-dev", depends)
            output_of("dpkg-deb", "--extract", package, folder / "root")
            check_runs(self, folder / "root/usr")
            documents = folder / "root/usr/share/doc/phusong"
            self.assertIn("Apache-2.0", (documents / "copyright").read_text(encoding="utf-8"))
            self.assertTrue((documents / "changelog.Debian.gz").exists())
            for path in (folder / "root/usr").rglob("*"):
                self.assertEqual(path.stat().st_mode & 0o022, 0, path)  # nobody but its owner may write it


if __name__ == "__main__":
    unittest.main()
