"""A browser opens compare.html from the disk: it says nothing wrong, asks the network for nothing, and its map, tables and
languages work."""

import json

import harness
import page_test


class ComparisonPage(harness.ScenarioTest):
    """Two runs of a small province with different thresholds, one hamlet with a name that is markup."""

    @classmethod
    def setUpClass(cls):
        if page_test.missing_tool() is not None:
            return
        super().setUpClass()
        hamlets = harness.rows_of(cls.scenario / "hamlets.csv")
        for hamlet in hamlets:
            hamlet["name"] = page_test.HOSTILE + hamlet["name"]
        harness.write_rows(cls.scenario / "hostile.csv", hamlets)
        other = cls.folder / "other"
        harness.phusong("run", cls.scenario, "-o", other, "--set", 'network.hamlets="hostile.csv"',
                        "--set", 'service.threshold_dbm."4G"=-90', "--set", 'service.threshold_dbm."3G"=-85')
        cls.comparison = cls.folder / "comparison"
        harness.phusong("compare", cls.run_folder, other, "-o", cls.comparison)
        cls.json = json.loads((cls.comparison / "compare.json").read_text(encoding="utf-8"))
        cls.browser = page_test.open_browser(page_test.LAPTOP, cls.folder)

    @classmethod
    def tearDownClass(cls):
        if page_test.missing_tool() is None:
            cls.browser.quit()
            super().tearDownClass()

    def setUp(self):
        if page_test.missing_tool() is not None:
            harness.skip(self, page_test.missing_tool())
        page = (self.comparison / "compare.html").as_uri()
        self.browser.get(page)
        page_test.WebDriverWait(self.browser, page_test.READY_WITHIN_S).until(
            lambda _: self.script("return document.documentElement.dataset.ready"))
        self.assertEqual({address.split("#")[0] for address in page_test.requested_addresses(self.browser)}, {page})

    def tearDown(self):
        if page_test.missing_tool() is None:
            self.assertEqual([entry["message"] for entry in self.browser.get_log("browser")], [])

    def script(self, text):
        return self.browser.execute_script(text)

    def text_of(self, selector):
        return self.script(f"return document.querySelector({json.dumps(selector)}).textContent")

    def test_the_languages_change_every_text(self):
        for language, title in (("en", "Main differences"), ("vi", "Khác nhau chính")):
            self.script(f"document.getElementById('language-{language}').click()")
            self.assertEqual(self.text_of("#answers h2"), title)
            self.assertEqual(self.script("return [...missingTexts]"), [])

    def test_changed_hamlets_are_on_the_map_and_in_the_table_as_text(self):
        worse = self.json["hamlets"]["status"]["target"]["worse"]
        self.assertGreater(worse, 0)
        markers = self.script("return document.querySelectorAll('.change-marker').length")
        self.assertGreaterEqual(markers, worse)
        self.assertNotEqual(self.script("return document.title"), "harm")
        self.script("document.querySelector('#changed-table tbody tr button').click()")
        self.assertIn("<img src=x", self.text_of(".leaflet-popup-content h3"))
        self.assertEqual(self.script("return document.querySelectorAll('.leaflet-popup-content img').length"), 0)

    def test_the_table_is_sorted_and_searched(self):
        rows = "[...document.querySelectorAll('#changed-table tbody tr')]"
        self.script("document.querySelector('#changed-table [data-column=population] button').click()")
        order = self.script("return document.querySelector('#changed-table [data-column=population]').ariaSort")
        self.assertEqual(order, "ascending")
        hamlet = harness.rows_of(self.comparison / "hamlets_changed.csv")[0]["hamlet_id"]
        self.script(f"const box = document.getElementById('changed-search'); box.value = {json.dumps(hamlet)};"
                    "box.dispatchEvent(new Event('input'))")
        self.assertTrue(self.script(f"return {rows}.every((row) => row.textContent.includes({json.dumps(hamlet)}))"))

    def test_the_difference_of_levels_is_an_overlay_over_the_ground(self):
        shown = "return document.querySelectorAll('.leaflet-image-layer').length"
        self.assertEqual(self.script("return document.querySelectorAll('.leaflet-ground-pane img').length"), 1)
        self.assertEqual(self.script(shown), 2)
        self.choose("map-image", "")
        self.assertEqual(self.script(shown), 1)

    def choose(self, select, value):
        self.script(f"const box = document.getElementById('{select}'); box.value = {json.dumps(value)};"
                    "box.dispatchEvent(new Event('change'))")

    def test_the_map_shows_the_changes_of_each_operator(self):
        rows = harness.rows_of(self.comparison / "hamlets_changed.csv")
        operators = self.script("return [...document.getElementById('map-operator').options].map((o) => o.text)")
        self.assertGreater(len(operators), 1)
        for number, operator in enumerate(operators[1:], 1):
            self.choose("map-operator", str(number))
            service = self.script("return document.getElementById('map-service').value")
            expected = [row for row in rows if row["operator"] == operator and row["technology"] == service
                        and row["change"] == "status"]
            self.assertTrue(expected)
            self.assertEqual(self.script("return document.querySelectorAll('.change-marker').length"), len(expected))
        self.choose("map-operator", "0")

    def test_the_distance_to_the_target_is_told(self):
        target = self.json["totals"]["total"]["targets"][0]
        needed = target["needed"]["a"]
        self.assertIn(f"A {target['reached']['a']} / {needed}, B {target['reached']['b']} / {needed}",
                      self.text_of("#answers"))


if __name__ == "__main__":
    harness.main()
