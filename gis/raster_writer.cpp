#include "gis/raster_writer.h"

#include <gdal_priv.h>
#include <gdal_rat.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <system_error>
#include <vector>

#include "gis/memory_raster.h"
#include "gis/output_file.h"
#include "gis/overviews.h"

namespace phusong::gis {
namespace {

constexpr int kBlockCells = 256;

/// GDAL's RAT for the labelled classes that there are.
void add_attribute_table(GDALRasterBand& band, std::span<const std::uint16_t> values,
                         const std::map<std::uint16_t, std::string>& labels) {
  std::map<std::uint16_t, int> counts;
  for (const std::uint16_t value : values)
    ++counts[value];
  GDALDefaultRasterAttributeTable table;
  table.SetTableType(GRTT_THEMATIC);
  table.CreateColumn("Value", GFT_Integer, GFU_MinMax);
  table.CreateColumn("Count", GFT_Integer, GFU_PixelCount);
  table.CreateColumn("Label", GFT_String, GFU_Name);
  int row = 0;
  for (const auto& [value, label] : labels) {
    table.SetValue(row, 0, value);
    table.SetValue(row, 1, counts[value]);
    table.SetValue(row, 2, label.c_str());
    ++row;
  }
  band.SetDefaultRAT(&table);
}

void describe(GDALRasterBand& band, const BandDescription& description) {
  band.SetDescription(description.description.c_str());
  band.SetUnitType(description.unit.c_str());
  // The COG driver copies what statistics the source has; exact ones, or none where every cell is nodata.
  const GdalMessages no_valid_cell;
  double ignored = 0.0;
  band.ComputeStatistics(false, &ignored, &ignored, &ignored, &ignored, nullptr, nullptr);
}

/// The COG driver knows CreateCopy alone. How many threads compress (GDAL_NUM_THREADS) does not change the bytes.
void copy_to_cog(GDALDataset& raster, const std::filesystem::path& target, const char* overview_resampling) {
  const GdalMessages messages;
  const std::string resampling = std::string("OVERVIEW_RESAMPLING=") + overview_resampling;
  const std::string block = "BLOCKSIZE=" + std::to_string(kBlockCells);
  const char* const options[] = {"COMPRESS=DEFLATE", "LEVEL=2",          "PREDICTOR=YES",    "OVERVIEW_PREDICTOR=YES",
                                 block.c_str(),      resampling.c_str(), "BIGTIFF=IF_SAFER", nullptr};
  GDALDriver* const driver = GetGDALDriverManager()->GetDriverByName("COG");
  DatasetPtr cog(driver->CreateCopy(target.c_str(), &raster, false, const_cast<char**>(options), nullptr, nullptr));
  const bool is_made = cog != nullptr;
  cog.reset();  // writes what is left
  if (!is_made || messages.any_failure()) throw std::runtime_error(messages.text());
}

/// The COG and, where GDAL makes one, the ".aux.xml" beside it; the raster itself comes last.
void write(GDALDataset& raster, const std::filesystem::path& path, const char* overview_resampling) {
  OutputFile cog(path);
  OutputFile side(path.string() + ".aux.xml", cog.temporary().string() + ".aux.xml");
  try {
    // In memory: the COG driver copies what overviews there are, and would else make them in a file.
    build_overviews(raster, overview_resampling);
    copy_to_cog(raster, cog.temporary(), overview_resampling);
  } catch (const std::runtime_error& error) {
    fail_to_write(path, error.what());
  }
  std::error_code ignored;
  std::filesystem::remove(side.path(), ignored);  // of an earlier raster of this name
  if (std::filesystem::exists(side.temporary())) side.finish();
  cog.finish();
}

/// GDAL's raster in memory wants values that it could write to; here it only reads.
template <typename T>
std::span<T> readable(std::span<const T> values) {
  return {const_cast<T*>(values.data()), values.size()};
}

constexpr std::uint16_t kVoidStep = 65535;

/// How a whole number of steps stands for a height.
struct HeightSteps {
  double offset_m = 0.0;
  double step_m = 0.1;

  std::uint16_t steps_of(float height_m) const {
    if (std::isnan(height_m)) return kVoidStep;
    return static_cast<std::uint16_t>(std::lround((double{height_m} - offset_m) / step_m));
  }
};

HeightSteps steps_for(std::span<const float> heights_m) {
  HeightSteps steps;
  double low = std::numeric_limits<double>::infinity(), high = -low;
  for (const float height : heights_m) {
    if (std::isnan(height)) continue;
    low = std::min(low, double{height});
    high = std::max(high, double{height});
  }
  if (low > high) return steps;
  steps.offset_m = std::floor(low);
  while ((high - steps.offset_m) / steps.step_m > kVoidStep - 1)
    steps.step_m *= 2.0;
  return steps;
}

}  // namespace

void write_height_cog(const std::filesystem::path& path, const Grid& grid, const WorkingCrs& crs,
                      std::span<const float> heights_m, const BandDescription& band) {
  const HeightSteps steps = steps_for(heights_m);
  std::vector<std::uint16_t> values(heights_m.size());
  std::transform(heights_m.begin(), heights_m.end(), values.begin(),
                 [&](float height_m) { return steps.steps_of(height_m); });
  const DatasetPtr raster = wrap_in_raster(std::span(values), frame_of(grid, crs.definition()));
  GDALRasterBand& only = *raster->GetRasterBand(1);
  only.SetNoDataValue(kVoidStep);
  only.SetScale(steps.step_m);
  only.SetOffset(steps.offset_m);
  describe(only, band);
  write(*raster, path, "AVERAGE");
}

void write_cog(const std::filesystem::path& path, const Grid& grid, const WorkingCrs& crs,
               std::span<const float> values, const BandDescription& band) {
  write_cog(path, frame_of(grid, crs.definition()), values, band);
}

void write_cog(const std::filesystem::path& path, const RasterFrame& frame, std::span<const float> values,
               const BandDescription& band) {
  const DatasetPtr raster = wrap_in_raster(readable(values), frame);
  describe(*raster->GetRasterBand(1), band);
  write(*raster, path, "AVERAGE");
}

void write_class_cog(const std::filesystem::path& path, const Grid& grid, const WorkingCrs& crs,
                     std::span<const std::uint16_t> values, const ClassBandDescription& classes) {
  const DatasetPtr raster = wrap_in_raster(readable(values), frame_of(grid, crs.definition()));
  GDALRasterBand& band = *raster->GetRasterBand(1);
  band.SetNoDataValue(classes.nodata);
  describe(band, classes.band);
  if (!classes.labels.empty()) add_attribute_table(band, values, classes.labels);
  write(*raster, path, "NEAREST");
}

}  // namespace phusong::gis
