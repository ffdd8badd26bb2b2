#include "gis/raster_difference.h"

#include <doctest/doctest.h>
#include <gdal_priv.h>

#include <cmath>
#include <limits>
#include <memory>
#include <vector>

#include "gis/problem.h"
#include "tests/gis/temporary_folder.h"
#include "tests/gis/tuyen_quang.h"

using namespace phusong::gis;
using phusong::tests::TemporaryFolder;
using phusong::tests::tuyen_quang;

namespace {

constexpr float kNoLevel = std::numeric_limits<float>::quiet_NaN();
constexpr Grid kPairGrid{.left_m = 500000, .top_m = 2400000, .cell_size_m = 30, .columns = 3, .rows = 2};

/// Values of a raster, from the north-west.
std::vector<float> values_of(const std::filesystem::path& path) {
  const std::unique_ptr<GDALDataset> raster(GDALDataset::Open(path.c_str(), GDAL_OF_RASTER));
  REQUIRE(raster != nullptr);
  const int columns = raster->GetRasterXSize(), rows = raster->GetRasterYSize();
  std::vector<float> values(static_cast<std::size_t>(columns) * static_cast<std::size_t>(rows));
  REQUIRE(raster->GetRasterBand(1)->RasterIO(GF_Read, 0, 0, columns, rows, values.data(), columns, rows, GDT_Float32, 0,
                                             0, nullptr) == CE_None);
  return values;
}

}  // namespace

TEST_CASE("the difference is B less A, nothing where either has nothing, and is added up") {
  const TemporaryFolder folder;
  const auto a = folder.path() / "a.tif", b = folder.path() / "b.tif", target = folder.path() / "d.tif";
  write_cog(a, kPairGrid, tuyen_quang(), std::vector<float>{-90, -100, kNoLevel, -80, -110, kNoLevel}, {"A", "dBm"});
  write_cog(b, kPairGrid, tuyen_quang(), std::vector<float>{-95, -90, -70, kNoLevel, -110, kNoLevel}, {"B", "dBm"});
  const RasterDifference sum = write_difference(a, b, target, {"B less A", "dB"});
  const std::vector<float> found = values_of(target);
  CHECK(found[0] == -5.0f);
  CHECK(found[1] == 10.0f);
  CHECK(std::isnan(found[2]));
  CHECK(std::isnan(found[3]));
  CHECK(found[4] == 0.0f);
  CHECK(sum.cells == 3);
  CHECK(sum.only_a == 1);
  CHECK(sum.only_b == 1);
  CHECK(sum.raised == 1);
  CHECK(sum.lowered == 1);
  CHECK(sum.mean == doctest::Approx(5.0 / 3.0));
  CHECK(sum.least == -5.0);
  CHECK(sum.greatest == 10.0);
}

TEST_CASE("a raster of several windows is subtracted cell by cell") {
  const TemporaryFolder folder;
  const auto a = folder.path() / "a.tif", b = folder.path() / "b.tif", target = folder.path() / "d.tif";
  constexpr Grid kWide{.left_m = 500000, .top_m = 2400000, .cell_size_m = 30, .columns = 700, .rows = 600};
  std::vector<float> one(kWide.cell_count()), other(kWide.cell_count());
  for (std::size_t i = 0; i < one.size(); ++i) {
    one[i] = -static_cast<float>(i % 97);
    other[i] = -static_cast<float>(i % 89);
  }
  write_cog(a, kWide, tuyen_quang(), one, {"A", "dBm"});
  write_cog(b, kWide, tuyen_quang(), other, {"B", "dBm"});
  CHECK(write_difference(a, b, target, {"B less A", "dB"}).cells == one.size());
  const std::vector<float> found = values_of(target);
  std::size_t wrong = 0;
  for (std::size_t i = 0; i < found.size(); ++i)
    wrong += found[i] != other[i] - one[i] ? 1 : 0;
  CHECK(wrong == 0);
}

TEST_CASE("grids that differ are refused with both of them named") {
  const TemporaryFolder folder;
  const auto a = folder.path() / "a.tif", b = folder.path() / "b.tif";
  write_cog(a, kPairGrid, tuyen_quang(), std::vector<float>(6, -90), {"A", "dBm"});
  Grid moved = kPairGrid;
  moved.left_m += 15;
  write_cog(b, moved, tuyen_quang(), std::vector<float>(6, -90), {"B", "dBm"});
  CHECK_THROWS_WITH_AS(require_same_grid(a, b), doctest::Contains("(500015.00, 2400000.00)"), InputError);
  CHECK_THROWS_WITH_AS(require_same_grid(a, b), doctest::Contains("(500000.00, 2400000.00)"), InputError);
  write_cog(b, kPairGrid, WorkingCrs("EPSG:32648"), std::vector<float>(6, -90), {"B", "dBm"});
  CHECK_THROWS_WITH_AS(require_same_grid(a, b), doctest::Contains("UTM zone 48N"), InputError);
  CHECK_THROWS_AS(require_same_grid(a, folder.path() / "none.tif"), InputError);
}
