"""What a run leaves in its folder: the same bytes for any number of threads, and nothing replaced unasked."""


import harness


def contents(folder):
    """Bytes of all files but the one that may differ."""
    return {path.relative_to(folder).as_posix(): path.read_bytes()
            for path in sorted(folder.rglob("*")) if path.is_file() and path.name != "timings.json"}


class RunFolder(harness.ScenarioTest):
    run_options = ("--threads", "1", "--keep-levels")

    def test_one_and_two_threads_write_the_same_bytes(self):
        other = self.folder / "two-threads"
        harness.phusong("run", self.scenario, "-o", other, "--threads", "2", "--keep-levels", "--no-store")
        one, two = contents(self.run_folder), contents(other)
        self.assertEqual(one.keys(), two.keys())
        self.assertEqual([name for name in one if one[name] != two[name]], [])

    def test_a_finished_run_is_not_replaced_unasked(self):
        before = contents(self.run_folder)
        refused = harness.phusong("run", self.scenario, "-o", self.run_folder, expect=2)
        self.assertIn("--overwrite", refused.stderr)
        self.assertEqual(contents(self.run_folder), before)

    def test_overwriting_gives_the_same_bytes_and_leaves_nothing_stale(self):
        copy = self.folder / "overwritten"
        harness.phusong("run", self.scenario, "-o", copy, "--set", "coverage.technologies=[\"4G\"]")
        harness.phusong("run", self.scenario, "-o", copy, "--overwrite", "--keep-levels")
        self.assertEqual(contents(copy), contents(self.run_folder))

    def test_no_half_written_file_is_left(self):
        self.assertEqual([name for name in contents(self.run_folder) if ".part" in name], [])


if __name__ == "__main__":
    harness.main()
