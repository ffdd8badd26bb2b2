#include "sim/intake/population/commune_people.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <initializer_list>
#include <optional>
#include <string_view>

#include "gis/problem.h"
#include "gis/text.h"
#include "sim/scenario/value.h"

namespace phusong::intake {
namespace {

/// The column of any of these names, whatever their case.
std::optional<std::size_t> column_of(const gis::RasterOutlines& outlines,
                                     std::initializer_list<std::string_view> names) {
  for (const std::string_view name : names) {
    for (std::size_t i = 0; i < outlines.columns.size(); ++i)
      if (gis::without_case(outlines.columns[i]) == gis::without_case(name)) return i;
  }
  return std::nullopt;
}

std::optional<std::int64_t> whole_number_of(const std::string& text) {
  std::int64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  const bool is_whole = error == std::errc() && end == text.data() + text.size() && value >= 0;
  return is_whole ? std::optional(value) : std::nullopt;
}

/// The column of an outline, empty where there is none.
std::string value_in(const gis::RasterOutlines& outlines, std::size_t polygon, std::optional<std::size_t> column) {
  return column ? outlines.values[polygon][*column] : "";
}

void add_people(const gis::RasterOutlines& outlines, const gis::PopulationRaster& raster,
                std::vector<CommunePeople>& communes) {
  for (std::size_t i = 0; i < raster.people.size(); ++i) {
    const std::int32_t commune = outlines.polygon_of_pixel[i];
    if (commune >= 0) communes[static_cast<std::size_t>(commune)].people_of_raster += raster.people[i];
  }
}

}  // namespace

std::vector<CommunePeople> communes_of(const gis::RasterOutlines& outlines, const gis::PopulationRaster& raster) {
  const auto commune = column_of(outlines, {"commune", "xa", "ten_xa"});
  const auto district = column_of(outlines, {"district", "huyen", "ten_huyen"});
  const auto province = column_of(outlines, {"province", "tinh", "ten_tinh"});
  const auto population = column_of(outlines, {"population", "dan_so"});
  if (!commune) {
    gis::fail(outlines.file, "has no column with the names of communes, but " + scenario::joined(outlines.columns) +
                                 " (allowed: commune, xa, ten_xa)");
  }
  std::vector<CommunePeople> communes(outlines.values.size());
  add_people(outlines, raster, communes);
  gis::Problems problems;
  for (std::size_t i = 0; i < communes.size(); ++i) {
    CommunePeople& one = communes[i];
    one.commune = value_in(outlines, i, commune);
    one.district = value_in(outlines, i, district);
    one.province = value_in(outlines, i, province);
    if (one.commune.empty())
      problems.add({.file = outlines.file, .line = outlines.rows[i], .key = "commune", .message = "is empty"});
    const std::string people = value_in(outlines, i, population);
    one.people = std::llround(one.people_of_raster);
    if (people.empty()) continue;
    if (const auto number = whole_number_of(people)) {
      one.people = *number;
    } else {
      problems.add({.file = outlines.file,
                    .line = outlines.rows[i],
                    .key = "population",
                    .value = people,
                    .message = "is no number of people",
                    .allowed = "a whole number, 0 and more"});
    }
  }
  problems.throw_if_any();
  return communes;
}

double people_outside(const gis::RasterOutlines& outlines, const gis::PopulationRaster& raster) {
  double people = 0.0;
  for (std::size_t i = 0; i < raster.people.size(); ++i)
    if (outlines.polygon_of_pixel[i] < 0) people += raster.people[i];
  return people;
}

}  // namespace phusong::intake
