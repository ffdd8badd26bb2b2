#include <doctest/doctest.h>
#include <fmt/format.h>

#include <cmath>
#include <fstream>
#include <functional>
#include <iterator>

#include "gis/terrain_reader.h"
#include "tests/gis/temporary_folder.h"
#include "tests/gis/test_raster.h"
#include "tests/gis/virtual_file.h"

using namespace phusong::gis;
using phusong::tests::RasterContent;
using phusong::tests::TemporaryFolder;
using phusong::tests::TestRaster;
using phusong::tests::VirtualFile;

namespace {

const WorkingCrs& crs_of_the_files() {
  static const WorkingCrs kCrs("EPSG:9211");
  return kCrs;
}

RasterContent five_by_five(float height) {
  return {.geotransform = {500000, 30, 0, 2400000, 0, -30},
          .crs = "EPSG:9211",
          .columns = 5,
          .values = std::vector<float>(25, height)};
}

struct Reading {
  std::string problems;
  std::vector<InputNote> notes;
  std::vector<float> ground_m;
  std::size_t voids = 0;
};

Reading read(const TerrainSource& source) {
  Reading reading;
  try {
    const Terrain terrain = read_terrain(source, crs_of_the_files(), &reading.notes);
    reading.ground_m = terrain.ground_m();
    reading.voids = terrain.void_count();
  } catch (const InputError& error) {
    reading.problems = error.problems().text();
  }
  return reading;
}

Reading read(const std::string& path) {
  return read(TerrainSource{.elevation = {path}});
}

/// A GeoTIFF of 64 × 64 cells of 30 m in tiles of 16, of which only those that are written exist in the file.
class SparseRaster {
 public:
  explicit SparseRaster(const std::string& name, const std::function<void(GDALDataset&)>& fill)
      : path_("/vsimem/" + name) {
    GDALAllRegister();
    const char* const options[] = {"SPARSE_OK=TRUE", "TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16", nullptr};
    GDALDataset* const raster = GetGDALDriverManager()->GetDriverByName("GTiff")->Create(
        path_.c_str(), 64, 64, 1, GDT_Float32, const_cast<char**>(options));
    std::array<double, 6> geotransform = {500000, 30, 0, 2400000, 0, -30};
    raster->SetGeoTransform(geotransform.data());
    OGRSpatialReference crs;
    CHECK(crs.SetFromUserInput("EPSG:9211") == OGRERR_NONE);
    raster->SetSpatialRef(&crs);
    fill(*raster);
    GDALClose(raster);
  }
  ~SparseRaster() { VSIUnlink(path_.c_str()); }
  SparseRaster(const SparseRaster&) = delete;
  SparseRaster& operator=(const SparseRaster&) = delete;

  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

void write_square(GDALDataset& raster, int left, int top, int size, float height) {
  std::vector<float> values(static_cast<std::size_t>(size * size), height);
  CHECK(raster.GetRasterBand(1)->RasterIO(GF_Write, left, top, size, size, values.data(), size, size, GDT_Float32, 0, 0,
                                          nullptr) == CE_None);
}

/// A VRT of 10 × 5 cells that shows `source`, a raster of 5 × 5, on its left half alone.
std::string half_vrt(const std::string& source) {
  return fmt::format(
      R"(<VRTDataset rasterXSize="10" rasterYSize="5"><SRS>EPSG:9211</SRS>
<GeoTransform>500000, 30, 0, 2400000, 0, -30</GeoTransform>
<VRTRasterBand dataType="Float32" band="1"><SimpleSource><SourceFilename relativeToVRT="0">{}</SourceFilename>
<SourceBand>1</SourceBand><SrcRect xOff="0" yOff="0" xSize="5" ySize="5"/><DstRect xOff="0" yOff="0" xSize="5" ySize="5"/>
</SimpleSource></VRTRasterBand></VRTDataset>)",
      source);
}

}  // namespace

TEST_CASE("heights in another unit are converted with a note, and an unknown unit is refused") {
  for (const auto& [unit, height_m] : {std::pair{"Feet", 304.8}, {"cm", 10.0}, {"Metre", 1000.0}}) {
    const std::string name = unit;
    CAPTURE(name);
    RasterContent content = five_by_five(1000);
    content.unit = unit;
    const TestRaster raster("unit.tif", content);
    const Reading reading = read(raster.path());
    CHECK(reading.ground_m.at(12) == doctest::Approx(height_m));
    CHECK(reading.notes.empty() == (height_m == 1000.0));
  }
  RasterContent content = five_by_five(1000);
  content.unit = "fathom";
  const TestRaster raster("unit.tif", content);
  CHECK(read(raster.path()).problems ==
        "/vsimem/unit.tif: 'fathom': is the unit of its heights, which is not known (allowed: m, feet, US survey feet, "
        "cm, dm, km)\n");
}

TEST_CASE("the unit of a vertical CRS is that of the heights") {
  RasterContent content = five_by_five(1000);
  content.crs = "EPSG:32648+6360";  // NAVD88 height (ftUS)
  const TestRaster raster("compound.tif", content);
  const Reading reading = read(raster.path());
  CHECK(reading.ground_m.at(12) == doctest::Approx(1000 * 1200.0 / 3937));
  CHECK(reading.notes.size() == 1);
}

TEST_CASE("a VRT that says no unit has that of its files, which must be one") {
  RasterContent content = five_by_five(1000);
  content.unit = "ft";
  const TestRaster feet("feet.tif", content);
  const VirtualFile vrt("feet.vrt", half_vrt(feet.path()));
  CHECK(read(vrt.path()).ground_m.at(0) == doctest::Approx(304.8));
  const TestRaster metres("metres.tif", five_by_five(1000));
  std::string text = half_vrt(feet.path());
  const std::string source =
      text.substr(text.find("<SimpleSource>"), text.find("</VRTRasterBand>") - text.find("<SimpleSource>"));
  std::string second = source;
  second.replace(second.find("feet.tif"), 8, "metres.tif");
  text.insert(text.find("</VRTRasterBand>"), second);
  const VirtualFile both("both.vrt", text);
  CHECK(read(both.path()).problems.find("are the units of its files, which must have one") != std::string::npos);
}

TEST_CASE("blocks that a sparse file leaves out are void") {
  const SparseRaster raster("sparse.tif", [](GDALDataset& file) {
    write_square(file, 0, 0, 64, 300);
    write_square(file, 16, 32, 15, 0);  // sea in a block that is there
  });
  CHECK(read(raster.path()).voids == 0);
  const SparseRaster sparse("sparse.tif", [](GDALDataset& file) {
    write_square(file, 0, 0, 32, 300);
    write_square(file, 48, 48, 16, 5);
    write_square(file, 48, 48, 15, 0);
  });
  const Reading reading = read(sparse.path());
  CHECK(reading.voids == 64 * 64 - 32 * 32 - 16 * 16);
  CHECK(reading.ground_m[0] == 300.0f);
  CHECK(std::isnan(reading.ground_m[40]));
  CHECK(reading.ground_m[48 * 64 + 48] == 0.0f);
  CHECK(reading.ground_m[63 * 64 + 63] == 5.0f);
}

TEST_CASE("a gap of a VRT without nodata is void, and the VRT stays as it was") {
  const TemporaryFolder folder;
  const std::string path = (folder.path() / "half.vrt").string();
  for (const float height : {250.0f, 0.0f, 1.0f}) {
    const TestRaster source("tile.tif", five_by_five(height));
    const std::string text = half_vrt(source.path());
    std::ofstream(path) << text;
    const Reading reading = read(path);
    CHECK(reading.problems.empty());
    CHECK(reading.voids == 25);
    CHECK(reading.ground_m.at(4) == height);
    CHECK(std::isnan(reading.ground_m.at(5)));
    std::ifstream after(path);
    CHECK(std::string(std::istreambuf_iterator<char>(after), {}) == text);
  }
}

TEST_CASE("blocks that a sparse file leaves out are void in a VRT of it, and in a VRT of that") {
  const SparseRaster sparse("sparse.tif", [](GDALDataset& file) { write_square(file, 48, 48, 16, 300); });
  std::string text = half_vrt(sparse.path());
  text.replace(text.find(R"(<SrcRect xOff="0" yOff="0")"), 26, R"(<SrcRect xOff="46" yOff="46")");
  const VirtualFile vrt("sparse.vrt", text);
  const VirtualFile outer("outer.vrt", half_vrt(vrt.path()));
  for (const std::string& path : {vrt.path(), outer.path()}) {
    CAPTURE(path);
    const Reading reading = read(path);
    CHECK(reading.voids == 50 - 9);  // three pixels by three are in a block that is there
    CHECK(std::isnan(reading.ground_m.at(0)));
    CHECK(reading.ground_m.at(44) == 300.0f);
  }
}

TEST_CASE("a VRT without one of its files is refused") {
  const VirtualFile vrt("lost.vrt", half_vrt("/vsimem/lost.tif"));
  CHECK(read(vrt.path()).problems.find("/vsimem/lost.vrt: ") == 0);
}

TEST_CASE("a picture is no elevation, and an alpha band is") {
  const auto with_bands = [](int bands, const std::function<void(GDALDataset&)>& change) {
    GDALAllRegister();
    GDALDataset* const raster =
        GetGDALDriverManager()->GetDriverByName("GTiff")->Create("/vsimem/bands.tif", 5, 5, bands, GDT_Byte, nullptr);
    std::array<double, 6> geotransform = {500000, 30, 0, 2400000, 0, -30};
    raster->SetGeoTransform(geotransform.data());
    OGRSpatialReference crs;
    CHECK(crs.SetFromUserInput("EPSG:9211") == OGRERR_NONE);
    raster->SetSpatialRef(&crs);
    for (int i = 1; i <= bands; ++i)
      raster->GetRasterBand(i)->Fill(130);
    change(*raster);
    GDALClose(raster);
    Reading reading = read("/vsimem/bands.tif");
    GDALDeleteDataset(nullptr, "/vsimem/bands.tif");
    return reading;
  };
  const auto nothing = [](GDALDataset&) {};
  CHECK(with_bands(4, nothing).problems.find("/vsimem/bands.tif: has ") == 0);
  CHECK(with_bands(3, nothing).problems.find("/vsimem/bands.tif: has 3 bands: a picture, or more than heights") == 0);
  const auto red = [](GDALDataset& raster) { raster.GetRasterBand(1)->SetColorInterpretation(GCI_RedBand); };
  CHECK(with_bands(1, red).problems.find("/vsimem/bands.tif: has a band of the colour Red: a picture") == 0);
  const auto alpha = [](GDALDataset& raster) { raster.GetRasterBand(2)->SetColorInterpretation(GCI_AlphaBand); };
  CHECK(with_bands(2, alpha).ground_m == std::vector<float>(25, 130.0f));
  CHECK(with_bands(1, nothing).problems.empty());
}

TEST_CASE("a transparent pixel is void, whatever the type of its alpha band and beside a nodata value too") {
  GDALAllRegister();
  for (const GDALDataType type : {GDT_Byte, GDT_UInt16, GDT_Int16, GDT_Float32}) {
    for (const bool has_nodata : {false, true}) {
      CAPTURE(GDALGetDataTypeName(type));
      CAPTURE(has_nodata);
      GDALDataset* const raster =
          GetGDALDriverManager()->GetDriverByName("GTiff")->Create("/vsimem/alpha.tif", 5, 5, 2, type, nullptr);
      std::array<double, 6> geotransform = {500000, 30, 0, 2400000, 0, -30};
      raster->SetGeoTransform(geotransform.data());
      OGRSpatialReference crs;
      CHECK(crs.SetFromUserInput("EPSG:9211") == OGRERR_NONE);
      raster->SetSpatialRef(&crs);
      raster->GetRasterBand(2)->SetColorInterpretation(GCI_AlphaBand);
      if (has_nodata) raster->GetRasterBand(1)->SetNoDataValue(255);
      std::vector<float> height_m(25, 130.0F), opacity(25, 255.0F);
      height_m[7] = opacity[7] = 0.0F;
      for (const auto& [band, values] : {std::pair(1, &height_m), std::pair(2, &opacity)}) {
        CHECK(raster->GetRasterBand(band)->RasterIO(GF_Write, 0, 0, 5, 5, values->data(), 5, 5, GDT_Float32, 0, 0,
                                                    nullptr) == CE_None);
      }
      GDALClose(raster);
      const Reading reading = read("/vsimem/alpha.tif");
      GDALDeleteDataset(nullptr, "/vsimem/alpha.tif");
      REQUIRE(reading.problems == "");
      CHECK(std::isnan(reading.ground_m.at(7)));
      CHECK(reading.voids == 1);
    }
  }
}

TEST_CASE("a warped VRT in which lacking ground looks like 0 m is refused, itself and in another VRT") {
  const TestRaster whole("whole.tif", five_by_five(200));
  const auto warped = [](const std::string& source, const std::string& nodata) {
    return fmt::format(
        R"(<VRTDataset rasterXSize="7" rasterYSize="7" subClass="VRTWarpedDataset"><SRS>EPSG:9211</SRS>
<GeoTransform>499970, 30, 0, 2400030, 0, -30</GeoTransform>
<VRTRasterBand dataType="Float32" band="1" subClass="VRTWarpedRasterBand">{1}</VRTRasterBand>
<BlockXSize>7</BlockXSize><BlockYSize>7</BlockYSize><GDALWarpOptions><ResampleAlg>NearestNeighbour</ResampleAlg>
<WorkingDataType>Float32</WorkingDataType><Option name="INIT_DEST">0</Option>
<SourceDataset relativeToVRT="0">{0}</SourceDataset><Transformer><GenImgProjTransformer>
<SrcGeoTransform>500000,30,0,2400000,0,-30</SrcGeoTransform>
<SrcInvGeoTransform>-16666.666666666668,0.033333333333333333,0,80000,0,-0.033333333333333333</SrcInvGeoTransform>
<DstGeoTransform>499970,30,0,2400030,0,-30</DstGeoTransform>
<DstInvGeoTransform>-16665.666666666668,0.033333333333333333,0,80001,0,-0.033333333333333333</DstInvGeoTransform>
</GenImgProjTransformer></Transformer><BandList><BandMapping src="1" dst="1"/></BandList></GDALWarpOptions></VRTDataset>)",
        source, nodata);
  };
  const std::string nodata = "<NoDataValue>-9999</NoDataValue>";
  const VirtualFile silent("silent.vrt", warped(whole.path(), "")), told("told.vrt", warped(whole.path(), nodata));
  CHECK(read(silent.path()).problems.find("is a warped VRT") != std::string::npos);
  CHECK(read(told.path()).problems == "");
  const VirtualFile gap("gap.vrt", half_vrt(whole.path()));
  const VirtualFile over_gap("over_gap.vrt", warped(gap.path(), nodata));
  CHECK(read(over_gap.path()).problems.find("gap.vrt': is a warped VRT") != std::string::npos);
  const VirtualFile outer("outer_silent.vrt", half_vrt(silent.path()));
  CHECK(read(outer.path()).problems.find("silent.vrt': is a warped VRT") != std::string::npos);
}

TEST_CASE("samples outside the valid range are noted with their number and extremes") {
  RasterContent content = five_by_five(200);
  content.values[3] = 4000;
  content.values[4] = 3600;
  content.values[5] = -9999;
  const TestRaster raster("range.tif", content);
  CHECK(read(raster.path()).notes == std::vector<InputNote>{{.kind = InputNote::Kind::kOutsideRange,
                                                             .file = "/vsimem/range.tif",
                                                             .count = 3,
                                                             .least = -9999.0,
                                                             .greatest = 4000.0,
                                                             .valid_min = -50.0,
                                                             .valid_max = 3500.0}});
  content.nodata = -9999.0;
  const TestRaster declared("declared.tif", content);
  CHECK(read(declared.path()).notes.at(0).count == 2);
}

TEST_CASE("a file without a CRS has that of the .prj beside it, else that of the key") {
  RasterContent content = five_by_five(200);
  content.crs = "";
  const TestRaster raster("bare.tif", content);
  CHECK_FALSE(read(raster.path()).problems.empty());
  CHECK(read(TerrainSource{.elevation = {raster.path()}, .elevation_crs = "EPSG:9211"}).ground_m.size() == 25);
  OGRSpatialReference crs;
  CHECK(crs.SetFromUserInput("EPSG:9211") == OGRERR_NONE);
  const char* const kEsri[] = {"FORMAT=WKT1_ESRI", nullptr};
  char* wkt = nullptr;
  crs.exportToWkt(&wkt, kEsri);
  const VirtualFile beside("bare.prj", wkt);
  CPLFree(wkt);
  CHECK(read(raster.path()).problems == "");
  const TestRaster own("own.tif", five_by_five(200));
  CHECK(read(TerrainSource{.elevation = {own.path()}, .elevation_crs = "EPSG:4326"}).notes.size() == 1);
}

TEST_CASE("a raster too large for memory is refused before any is taken") {
  std::string text = half_vrt("/vsimem/none.tif");
  text.replace(text.find("\"10\""), 4, "\"1000000\"");
  text.replace(text.find("\"5\""), 3, "\"1000000\"");
  const VirtualFile vrt("huge.vrt", text);
  CHECK(read(vrt.path()).problems ==
        "/vsimem/huge.vrt: 1000000 × 1000000 pixels: the elevation would need 3725 GiB of memory; at most 1e+09 pixels "
        "are read\n");
}

TEST_CASE("a few pixels far apart are refused before the grid around them takes memory") {
  RasterContent far = five_by_five(200);
  far.geotransform[0] += 3e8;
  const TestRaster one("one.tif", five_by_five(200));
  const TestRaster other("other.tif", far);
  CHECK(read(TerrainSource{.elevation = {one.path(), other.path()}, .cell_size_m = 1}).problems.find("cells of 1 m") !=
        std::string::npos);
}
