#include "gis/raster_writer.h"

#include <doctest/doctest.h>
#include <gdal_priv.h>
#include <gdal_rat.h>

#include <cmath>
#include <limits>
#include <memory>
#include <stdexcept>

#include "tests/gis/temporary_folder.h"
#include "tests/gis/tuyen_quang.h"

using namespace phusong::gis;
using phusong::tests::bytes_of;
using phusong::tests::TemporaryFolder;
using phusong::tests::tuyen_quang;

namespace {

constexpr float kNone = std::numeric_limits<float>::quiet_NaN();
constexpr Grid kSmallGrid{.left_m = 500000, .top_m = 2400000, .cell_size_m = 30, .columns = 3, .rows = 2};

std::unique_ptr<GDALDataset> open(const std::filesystem::path& path) {
  GDALAllRegister();
  return std::unique_ptr<GDALDataset>(GDALDataset::Open(path.c_str(), GDAL_OF_RASTER));
}

/// 600 × 600 cells in stripes: large enough for overviews.
constexpr Grid kLargeGrid{.left_m = 500000, .top_m = 2400000, .cell_size_m = 30, .columns = 600, .rows = 600};

template <typename T>
std::vector<T> stripes(T one, T other) {
  std::vector<T> values(kLargeGrid.cell_count(), one);
  for (std::size_t i = 0; i < values.size(); i += 2)
    values[i] = other;
  return values;
}

}  // namespace

TEST_CASE("a level map says what it is: place, CRS, unit, nodata and statistics") {
  const TemporaryFolder folder;
  const std::filesystem::path path = folder.path() / "4g_rsrp_dbm.tif";
  write_cog(path, kSmallGrid, tuyen_quang(), std::vector<float>{-90, -100, kNone, -80, -110, -120},
            {.description = "4G RSRP", .unit = "dBm"});
  const auto raster = open(path);
  REQUIRE(raster != nullptr);
  double transform[6];
  raster->GetGeoTransform(transform);
  CHECK(transform[0] == 500000);
  CHECK(transform[3] == 2400000);
  CHECK(transform[1] == 30);
  CHECK(transform[5] == -30);
  CHECK(std::string(raster->GetSpatialRef()->GetAuthorityCode(nullptr)) == "9211");
  CHECK(std::string(raster->GetMetadataItem("LAYOUT", "IMAGE_STRUCTURE")) == "COG");
  CHECK(std::string(raster->GetMetadataItem("COMPRESSION", "IMAGE_STRUCTURE")) == "DEFLATE");

  GDALRasterBand* const band = raster->GetRasterBand(1);
  CHECK(std::string(band->GetDescription()) == "4G RSRP");
  CHECK(std::string(band->GetUnitType()) == "dBm");
  CHECK(std::isnan(band->GetNoDataValue()));
  CHECK(std::string(band->GetMetadataItem("STATISTICS_MINIMUM")) == "-120");
  CHECK(std::string(band->GetMetadataItem("STATISTICS_MAXIMUM")) == "-80");
  CHECK(std::string(band->GetMetadataItem("STATISTICS_MEAN")) == "-100");
  float value = 0;
  CHECK(band->RasterIO(GF_Read, 1, 1, 1, 1, &value, 1, 1, GDT_Float32, 0, 0, nullptr) == CE_None);
  CHECK(value == -110.0f);
  CHECK_FALSE(std::filesystem::exists(path.string() + ".aux.xml"));
}

TEST_CASE("a map without any value is written all the same") {
  const TemporaryFolder folder;
  write_cog(folder.path() / "none.tif", kSmallGrid, tuyen_quang(), std::vector<float>(6, kNone), {"4G RSRP", "dBm"});
  CHECK(open(folder.path() / "none.tif") != nullptr);
}

TEST_CASE("overviews average levels and keep classes") {
  const TemporaryFolder folder;
  write_cog(folder.path() / "level.tif", kLargeGrid, tuyen_quang(), stripes<float>(-100, -90), {"RSRP", "dBm"});
  write_class_cog(folder.path() / "class.tif", kLargeGrid, tuyen_quang(), stripes<std::uint16_t>(3, 7),
                  {.band = {"cells", ""}});
  for (const auto& [name, expected] : {std::pair{"level.tif", -95.0f}, {"class.tif", 7.0f}}) {
    const auto raster = open(folder.path() / name);
    GDALRasterBand* const band = raster->GetRasterBand(1);
    REQUIRE(band->GetOverviewCount() == 2);
    float value = 0;
    CHECK(band->GetOverview(0)->RasterIO(GF_Read, 10, 10, 1, 1, &value, 1, 1, GDT_Float32, 0, 0, nullptr) == CE_None);
    CHECK(value == expected);
  }
}

TEST_CASE("a best-server map names its cells in the attribute table") {
  const TemporaryFolder folder;
  const std::filesystem::path path = folder.path() / "4g_best_server.tif";
  write_class_cog(path, kSmallGrid, tuyen_quang(), std::vector<std::uint16_t>{0, 1, 1, 2, 0, 1},
                  {.band = {"4G best server", ""}, .labels = {{1, "HG0001-4G-1"}, {2, "Bản Lãm"}}});
  CHECK(std::filesystem::exists(path.string() + ".aux.xml"));
  const auto raster = open(path);
  const GDALRasterAttributeTable* const table = raster->GetRasterBand(1)->GetDefaultRAT();
  REQUIRE(table != nullptr);
  REQUIRE(table->GetRowCount() == 2);
  CHECK(table->GetTableType() == GRTT_THEMATIC);
  CHECK(table->GetValueAsInt(0, 0) == 1);
  CHECK(table->GetValueAsInt(0, 1) == 3);
  CHECK(std::string(table->GetValueAsString(0, 2)) == "HG0001-4G-1");
  CHECK(std::string(table->GetValueAsString(1, 2)) == "Bản Lãm");
  CHECK(raster->GetRasterBand(1)->GetNoDataValue() == 0);
  CHECK(raster->GetRasterBand(1)->GetRasterDataType() == GDT_UInt16);

  write_class_cog(path, kSmallGrid, tuyen_quang(), std::vector<std::uint16_t>(6, 1), {.band = {"4G best server", ""}});
  CHECK_FALSE(std::filesystem::exists(path.string() + ".aux.xml"));
}

TEST_CASE("the same raster gives the same bytes") {
  const TemporaryFolder folder;
  std::filesystem::create_directory(folder.path() / "again");
  for (const std::filesystem::path& place : {folder.path(), folder.path() / "again"}) {
    CPLSetConfigOption("GDAL_NUM_THREADS", place == folder.path() ? "1" : "2");
    write_cog(place / "level.tif", kLargeGrid, tuyen_quang(), stripes<float>(-100, -90), {"RSRP", "dBm"});
    write_class_cog(place / "class.tif", kLargeGrid, tuyen_quang(), stripes<std::uint16_t>(3, 7),
                    {.band = {"cells", ""}, .labels = {{3, "a"}}});
  }
  CPLSetConfigOption("GDAL_NUM_THREADS", nullptr);
  for (const char* const name : {"level.tif", "class.tif", "class.tif.aux.xml"})
    CHECK(bytes_of(folder.path() / name) == bytes_of(folder.path() / "again" / name));
}

TEST_CASE("a raster that cannot be written is named, and nothing is left of it") {
  try {
    write_cog("/no/such/folder/a.tif", kSmallGrid, tuyen_quang(), std::vector<float>(6, 1.0f), {});
    FAIL("nothing thrown");
  } catch (const std::runtime_error& error) {
    CHECK(std::string(error.what()).find("/no/such/folder/a.tif: cannot be written: ") == 0);
  }
}
