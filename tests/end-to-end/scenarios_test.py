"""The scenarios that come with the project: the sample is without a fault, the provinces say which data they want."""

import pathlib
import tempfile
import unittest

import harness

SCENARIOS = harness.PROJECT / "scenarios"
SAMPLE_DATA = harness.PROJECT / "data-samples/karst-district"


class Scenarios(unittest.TestCase):
    def test_the_sample_has_no_problem(self):
        self.assertIn("không có lỗi", harness.phusong("check", SCENARIOS / "karst-district").stdout)

    def test_the_sample_is_what_its_command_makes(self):
        with tempfile.TemporaryDirectory(prefix="phusong-test-") as name:
            made = pathlib.Path(name)
            harness.phusong("synth", made / "scenarios/karst-district", "--data", made / "data-samples/karst-district",
                            "--seed", "2")
            self.assertEqual((made / "scenarios/karst-district/scenario.toml").read_bytes(),
                             (SCENARIOS / "karst-district/scenario.toml").read_bytes())
            for file in ("terrain.tif", "sites.csv", "cells.csv", "hamlets.csv", "communes.geojson"):
                self.assertEqual((made / "data-samples/karst-district" / file).read_bytes(),
                                 (SAMPLE_DATA / file).read_bytes(), file)

    def test_a_province_without_data_names_every_missing_file(self):
        for name in ("tuyen-quang", "ha-giang"):
            if (SCENARIOS / name / "data").exists():
                continue
            refused = harness.phusong("check", SCENARIOS / name, expect=3).stderr
            for file in ("Copernicus_DSM", "sites.csv", "cells.csv", "hamlets.csv", "communes.geojson"):
                self.assertIn(file, refused)
            self.assertNotIn("unknown key", refused)


if __name__ == "__main__":
    harness.main()
