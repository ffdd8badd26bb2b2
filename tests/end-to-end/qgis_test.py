"""QGIS itself, without a screen, loads every layer of a run with the right CRS and finds the style beside each raster."""

import collections
import os
import pathlib
import re
import tempfile
import unittest
import zipfile

import harness

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
try:
    from qgis.core import (QgsApplication, QgsDateTimeRange, QgsExpression, QgsExpressionContext,
                           QgsExpressionContextUtils, QgsFeatureRequest, QgsLayoutExporter, QgsLayoutItem,
                           QgsLayoutItemLabel, QgsLayoutItemLegend, QgsLayoutItemPage,
                           QgsMapRendererSequentialJob, QgsMapSettings, QgsProject, QgsProviderRegistry,
                           QgsRasterLayer, QgsVectorLayer, QgsVectorLayerTemporalContext)
    from qgis.PyQt.QtCore import QDateTime, QRectF, QSize, Qt
except ImportError:
    QgsApplication = None


def setUpModule():
    if QgsApplication is None:
        return
    global application
    application = QgsApplication([], False)
    application.initQgis()


def tearDownModule():
    if QgsApplication is not None:
        application.exitQgis()


class Qgis(harness.ScenarioTest):
    @classmethod
    def setUpClass(cls):
        if QgsApplication is not None:
            super().setUpClass()

    @classmethod
    def tearDownClass(cls):
        if QgsApplication is not None:
            super().tearDownClass()

    def setUp(self):
        if QgsApplication is None:
            harness.skip(self, "python3-qgis is absent")

    def test_every_raster_loads_in_the_scenarios_crs_with_its_style(self):
        rasters = sorted(self.run_folder.rglob("*.tif"))
        self.assertTrue(rasters)
        for path in rasters:
            with self.subTest(raster=path.name):
                layer = QgsRasterLayer(str(path), path.stem)
                self.assertTrue(layer.isValid())
                self.assertEqual(layer.crs().authid(), "EPSG:9211")
                _, is_loaded = layer.loadNamedStyle(str(path.with_suffix(".qml")))
                self.assertTrue(is_loaded)

    def test_the_hamlets_load_in_their_crs(self):
        for name, crs in (("hamlets.gpkg", "EPSG:9211"), ("hamlets.geojson", "EPSG:4326")):
            layer = QgsVectorLayer(str(self.run_folder / name), name, "ogr")
            self.assertTrue(layer.isValid())
            self.assertEqual(layer.crs().authid(), crs)
            self.assertEqual(layer.featureCount(), 40)
            self.assertEqual(layer.renderer().type(), "categorizedSymbol", "the verdict is seen without styling by hand")
            self.assertEqual(layer.renderer().classAttribute(), "status")


class TemporalController(unittest.TestCase):
    """A switch-off, played by QGIS: a cell is there while it is on."""

    def cells_in(self, layer, first, end):
        # The frames of the temporal controller leave out their ends.
        days = QgsDateTimeRange(*(QDateTime.fromString(time, Qt.ISODate) for time in (first, end)), True, False)
        context = QgsVectorLayerTemporalContext()
        context.setLayer(layer)
        only = QgsFeatureRequest().setFilterExpression(layer.temporalProperties().createFilterString(context, days))
        return [feature for feature in layer.getFeatures(only)]

    def test_the_cells_come_and_go_by_the_period(self):
        if QgsApplication is None:
            harness.skip(self, "python3-qgis is absent")
        with tempfile.TemporaryDirectory(prefix="phusong-test-") as folder:
            run = pathlib.Path(folder, "run")
            harness.phusong("sunset", harness.PROJECT / "scenarios/sunset-2g", "-o", run, "--no-store")
            schedule = harness.rows_of(run / "sunset/schedule.csv")
            # As QGIS does when a user adds the file.
            options = QgsVectorLayer.LayerOptions()
            options.loadDefaultStyle = False
            layer = QgsVectorLayer(str(run / "sunset/cells_by_period.geojson"), "cells", "ogr", options)
            self.assertTrue(layer.isValid())
            self.assertTrue(layer.loadDefaultStyle()[1])
            self.assertTrue(layer.temporalProperties().isActive())
            self.check_periods(layer, schedule)
            self.check_days(layer, schedule)

    def check_periods(self, layer, schedule):
        for period, first, end in ((0, "2024-07-01", "2024-10-01"), (3, "2025-04-01", "2025-07-01"),
                                   (8, "2026-07-01", "2026-10-01")):
            with self.subTest(period=period):
                gone = {r["cell_id"] for r in schedule if r["action"] == "off" and int(r["period"]) <= period}
                come = {r["cell_id"] for r in schedule if r["action"] != "off" and int(r["period"]) <= period}
                begun = {r["cell_id"] for r in schedule if r["action"] != "off"}
                there = {feature["cell_id"] for feature in self.cells_in(layer, first, end)}
                self.assertFalse(there & gone)
                self.assertEqual(there & begun, come)
                if period == 8:
                    self.assertFalse([f for f in self.cells_in(layer, first, end)
                                      if f["technology"] == "2G" and f["fate"] == "goes"])

    def check_days(self, layer, schedule):
        """On the last day of a period and on the next every cell is there that the schedule has on, and no other."""
        cells = {feature["cell_id"] for feature in layer.getFeatures()}
        for period, frame in ((2, ("2025-03-31", "2025-04-01")), (2, ("2025-03-31T12:00:00", "2025-03-31T13:00:00")),
                              (3, ("2025-04-01", "2025-04-02")), (3, ("2025-06-30", "2025-07-01")),
                              (4, ("2025-07-01", "2025-07-02")), (8, ("2026-09-30", "2026-10-01"))):
            with self.subTest(period=period, frame=frame):
                gone = {r["cell_id"] for r in schedule if r["action"] == "off" and int(r["period"]) <= period}
                to_come = {r["cell_id"] for r in schedule if r["action"] != "off" and int(r["period"]) > period}
                there = {feature["cell_id"] for feature in self.cells_in(layer, *frame)}
                self.assertEqual(there, cells - gone - to_come)
        self.assertFalse(self.cells_in(layer, "2026-10-01", "2026-10-02"))


class Project(unittest.TestCase):
    """phusong.qgz in a RUN folder that was moved, as when it is sent by mail."""

    scenarios = {"karst-district": {"hamlets", "terrain"}, "plan-district": {"stations", "backhaul"},
                 "sunset-2g": {"cells_by_period"}}

    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="phusong-test-")
        cls.folder = pathlib.Path(cls.temporary.name)

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def setUp(self):
        if QgsApplication is None:
            harness.skip(self, "python3-qgis is absent")

    def moved_run(self, scenario):
        run, moved = self.folder / scenario, self.folder / f"moved {scenario}"
        harness.phusong("run", harness.PROJECT / "scenarios" / scenario, "-o", run, "--no-store")
        run.rename(moved)
        return moved

    def test_everything_opens_from_a_moved_folder(self):
        for scenario, layers in self.scenarios.items():
            with self.subTest(scenario=scenario):
                moved = self.moved_run(scenario)
                project = QgsProject.instance()
                self.assertTrue(project.read(str(moved / "phusong.qgz")))
                self.assertEqual(project.crs().authid(), "EPSG:9211")
                self.check_layers(project, moved, layers)
                self.check_themes(project)
                self.check_layouts(project)
                self.check_map_tip(project)
                self.check_legends(project)
                self.check_pictures(project, scenario)
                self.check_styles_alone(moved)
                self.check_times(project, scenario)
                self.check_switch_off(project, moved)
                project.clear()
                self.check_language(project, moved)

    def check_layers(self, project, moved, expected):
        layers = project.mapLayers()
        self.assertEqual([name for name, layer in layers.items() if not layer.isValid()], [])
        self.assertLessEqual({f"phusong_layer_{name}" for name in expected}, set(layers))
        with zipfile.ZipFile(moved / "phusong.qgz") as archive:
            text = archive.read("phusong.qgs").decode("utf-8")
        for folder in (str(self.folder), str(harness.PROJECT)):
            self.assertNotIn(folder, text)
        sources = re.findall("<datasource>(.*?)</datasource>", text)
        self.assertTrue(sources and all(source.startswith("./") for source in sources))

    def check_themes(self, project):
        themes = project.mapThemeCollection()
        self.assertTrue(themes.mapThemes())
        for name in themes.mapThemes():
            settings = QgsMapSettings()
            settings.setDestinationCrs(project.crs())
            settings.setLayers(themes.mapThemeVisibleLayers(name))
            settings.setExtent(project.viewSettings().defaultViewExtent())
            settings.setOutputSize(QSize(240, 200))
            job = QgsMapRendererSequentialJob(settings)
            job.start()
            job.waitForFinished()
            image = job.renderedImage()
            colours = {image.pixel(x, y) for x in range(0, 240, 3) for y in range(0, 200, 3)}
            self.assertGreater(len(colours), 20, f"the theme {name} is blank")

    def check_layouts(self, project):
        layouts = project.layoutManager().printLayouts()
        self.assertEqual({layout.name() for layout in layouts}, set(project.mapThemeCollection().mapThemes()))
        settings = QgsLayoutExporter.PdfExportSettings()
        settings.dpi = 40
        for number, layout in enumerate(layouts):
            path = self.folder / f"layout{number}.pdf"
            self.assertEqual(QgsLayoutExporter(layout).exportToPdf(str(path), settings), QgsLayoutExporter.Success)
            self.assertGreater(path.stat().st_size, 5000)
            layout.refresh()
            self.check_items(layout)
            labels = " ".join(item.text() for item in layout.items() if isinstance(item, QgsLayoutItemLabel))
            self.assertIn("Số liệu giả lập", labels, f"{layout.name()} does not say that its data are made up")

    def check_pictures(self, project, scenario):
        """The topics that the READMEs of scenarios of its kind make their pictures of are there."""
        names = {layout.name() for layout in project.layoutManager().printLayouts()}
        for readme in (harness.PROJECT / "scenarios").glob(f"{scenario.partition('-')[0]}-*/README.md"):
            text = readme.read_text(encoding="utf-8")
            for topic in re.findall(r'scripts/picture RUN "([^"]+)"', text):
                if "report.language=en" not in text:
                    self.assertIn(topic, names, readme)

    def check_items(self, layout):
        """Nothing on the page lies over another thing, or beside the page."""
        items = [item for item in layout.items()
                 if isinstance(item, QgsLayoutItem) and not isinstance(item, QgsLayoutItemPage)]
        page = QRectF(0, 0, 420, 297)
        places = [(item.displayName(), item.mapRectToScene(item.rect())) for item in items]
        self.assertGreaterEqual(len(places), 7)
        for i, (name, place) in enumerate(places):
            self.assertTrue(page.contains(place), f"{layout.name()}: {name} ends beside the page")
            for other, beside in places[:i]:
                self.assertFalse(place.adjusted(0.1, 0.1, -0.1, -0.1).intersects(beside),
                                 f"{layout.name()}: {name} lies over {other}")

    @staticmethod
    def legend_of(layout):
        """The lines of each layer of a layout's legend, by the layer's id, as they are printed."""
        QgsLayoutExporter(layout).renderPageToImage(0, QSize(), 30)
        legend = next(item for item in layout.items() if isinstance(item, QgsLayoutItemLegend))
        model = legend.model()
        return {node.layerId(): [line.data(Qt.DisplayRole) for line in model.layerLegendNodes(node)]
                for node in model.rootGroup().findLayers()}

    def check_legends(self, project):
        """A legend has what its map shows and nothing else."""
        words = {"covered": "phủ sóng", "hollow": "lõm sóng", "white": "trắng sóng", "unknown": "không rõ"}
        for layout in project.layoutManager().printLayouts():
            lines = self.legend_of(layout)
            for technology in ("2g", "3g", "4g"):
                layer = project.mapLayer(f"phusong_layer_hamlets_{technology}")
                if layer.id() in lines:
                    there = {feature[f"{technology}_status"] for feature in layer.getFeatures()}
                    self.assertEqual(lines[layer.id()], [word for code, word in words.items() if code in there])
            for layer_id, classes in lines.items():
                if layer_id.endswith("_4g_rsrp_dbm"):
                    self.assertNotIn("< -110", classes, "what is clear on the map")
                    self.assertEqual(classes[0], "-110 … -100")
                if layer_id.endswith("_rscp_dbm"):
                    self.assertEqual(classes[0], "< -105")
            self.assertNotIn("sẽ tắt", lines.get("phusong_layer_cells_by_period", []), "all of them are off at the end")
            if "phusong_layer_sites" in lines:
                self.assertEqual(lines["phusong_layer_sites"], ["đang phát sóng"])

    def check_switch_off(self, project, moved):
        """Every cell that goes off is drawn in the quarter of its schedule."""
        layer = project.mapLayer("phusong_layer_switch_off")
        self.assertEqual(layer is not None, (moved / "sunset").is_dir())
        if layer is None:
            return
        # Period 1 is 2024-Q4, the fourth quarter from 2024-Q1 on.
        quarters = [int(row["period"]) + 2 for row in harness.rows_of(moved / "sunset/schedule.csv")
                    if row["action"] == "off"]
        expected = collections.Counter(f"{2024 + quarter // 4}-Q{quarter % 4 + 1}" for quarter in quarters)
        found = collections.Counter()
        for rule in layer.renderer().rootRule().children():
            found[rule.label()] = sum(1 for _ in layer.getFeatures(QgsFeatureRequest(rule.filter())))
        self.assertEqual({name: count for name, count in found.items() if count}, dict(expected))

    def check_language(self, project, moved):
        """`phusong report` writes the project in another language, and in that of the run again."""
        for options, name, alias, status in ((("--language", "en"), "Status of hamlets", "Population", "white"),
                                             ((), "Trạng thái phủ sóng của thôn", "Dân số", "trắng sóng")):
            harness.phusong("report", moved, *options)
            self.assertTrue(project.read(str(moved / "phusong.qgz")))
            layer = project.mapLayer("phusong_layer_hamlets")
            self.assertEqual(layer.name(), name)
            self.assertEqual(layer.attributeDisplayName(layer.fields().indexOf("population")), alias)
            codes = layer.editorWidgetSetup(layer.fields().indexOf("status"))
            self.assertEqual(codes.type(), "ValueMap")
            self.assertIn({status: "white"}, codes.config()["map"])
            project.clear()

    def check_map_tip(self, project):
        layer = project.mapLayer("phusong_layer_hamlets")
        context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
        feature = next(layer.getFeatures(QgsFeatureRequest().setFilterExpression("\"status\" = 'white'")))
        feature.setAttribute("name", "<b>Thôn & bản")
        context.setFeature(feature)
        tip = QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)
        self.assertIn("&lt;b&gt;Thôn &amp; bản", tip)
        self.assertIn("trắng sóng", tip)
        self.assertNotIn("[%", tip)
        self.assertEqual(layer.attributeDisplayName(layer.fields().indexOf("population")), "Dân số")

    def check_styles_alone(self, moved):
        """Every layer of points or lines looks as in the project where it is opened without it, and so does every map."""
        for path in [*moved.rglob("*.gpkg"), *moved.rglob("*.geojson")]:
            for name in QgsProviderRegistry.instance().querySublayers(str(path)):
                if name.name() == "layer_styles":
                    continue
                layer = QgsVectorLayer(name.uri(), name.name(), "ogr")
                self.assertTrue(layer.isValid())
                self.assertIn(layer.renderer().type(), ("categorizedSymbol", "RuleRenderer"),
                              f"{path.name} {name.name()}")
        for path in moved.rglob("*.tif"):
            layer = QgsRasterLayer(str(path), path.stem)
            self.assertIn(layer.renderer().type(), ("singlebandpseudocolor", "paletted", "hillshade"), path.name)

    def check_times(self, project, scenario):
        span = project.timeSettings().temporalRange()
        if scenario != "sunset-2g":
            self.assertTrue(span.isInfinite())
            return
        self.assertEqual(span.begin().toString(Qt.ISODate)[:10], "2024-07-01")
        self.assertEqual(span.end().toString(Qt.ISODate)[:10], "2026-10-01")
        self.assertEqual(project.timeSettings().timeStep(), 3)


if __name__ == "__main__":
    harness.main()
