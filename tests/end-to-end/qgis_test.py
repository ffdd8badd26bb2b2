"""QGIS itself, without a screen, loads every layer of a run with the right CRS and finds the style beside each raster."""

import os

import harness

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
try:
    from qgis.core import QgsApplication, QgsRasterLayer, QgsVectorLayer
except ImportError:
    QgsApplication = None


class Qgis(harness.ScenarioTest):
    @classmethod
    def setUpClass(cls):
        if QgsApplication is None:
            return
        super().setUpClass()
        cls.application = QgsApplication([], False)
        cls.application.initQgis()

    @classmethod
    def tearDownClass(cls):
        if QgsApplication is None:
            return
        cls.application.exitQgis()
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


if __name__ == "__main__":
    harness.main()
