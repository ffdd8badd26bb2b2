#include "sim/intake/population/commune_people.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <initializer_list>
#include <map>
#include <optional>
#include <string_view>
#include <utility>

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

/// The columns of outlines that tell of communes.
struct CommuneColumns {
  std::optional<std::size_t> commune, district, province, population;
};

CommuneColumns columns_of(const gis::RasterOutlines& outlines) {
  CommuneColumns columns{.commune = column_of(outlines, {"commune", "xa", "ten_xa"}),
                         .district = column_of(outlines, {"district", "huyen", "ten_huyen"}),
                         .province = column_of(outlines, {"province", "tinh", "ten_tinh"}),
                         .population = column_of(outlines, {"population", "dan_so"})};
  if (columns.commune) return columns;
  gis::fail(outlines.file, "has no column with the names of communes, but " + scenario::joined(outlines.columns) +
                               " (allowed: commune, xa, ten_xa)");
}

/// Puts outlines together to communes.
class CommuneReader {
 public:
  explicit CommuneReader(const gis::RasterOutlines& outlines) : outlines_(outlines), columns_(columns_of(outlines)) {}

  /// The commune of each outline; they go into `communes`.
  std::vector<std::int32_t> read(std::vector<CommunePeople>& communes) {
    std::vector<std::int32_t> commune_of_polygon;
    for (std::size_t i = 0; i < outlines_.values.size(); ++i)
      commune_of_polygon.push_back(read_polygon(i, communes));
    problems_.throw_if_any();
    return commune_of_polygon;
  }

 private:
  std::int32_t read_polygon(std::size_t polygon, std::vector<CommunePeople>& communes) {
    CommunePeople one{.commune = value(polygon, columns_.commune),
                      .district = value(polygon, columns_.district),
                      .province = value(polygon, columns_.province),
                      .own_people = population(polygon)};
    if (one.commune.empty()) add_problem(polygon, {.key = "commune", .message = "is empty"});
    const auto [place, is_new] =
        places_.try_emplace({one.province, one.district, one.commune}, static_cast<std::int32_t>(communes.size()));
    if (is_new) {
      communes.push_back(std::move(one));
    } else {
      add_part(polygon, one, communes[static_cast<std::size_t>(place->second)]);
    }
    return place->second;
  }

  void add_part(std::size_t polygon, const CommunePeople& part, CommunePeople& commune) {
    if (!part.own_people) return;
    if (commune.own_people.value_or(*part.own_people) != *part.own_people) {
      add_problem(polygon, {.key = "population",
                            .value = std::to_string(*part.own_people),
                            .message = fmt::format("{} has another outline with {}", part.commune, *commune.own_people),
                            .allowed = "the population of the whole commune in each of its parts, or in one alone"});
    }
    commune.own_people = part.own_people;
  }

  std::string value(std::size_t polygon, std::optional<std::size_t> column) const {
    return column ? outlines_.values[polygon][*column] : "";
  }

  std::optional<std::int64_t> population(std::size_t polygon) {
    const std::string people = value(polygon, columns_.population);
    if (people.empty()) return std::nullopt;
    const auto number = whole_number_of(people);
    if (!number) {
      add_problem(polygon, {.key = "population",
                            .value = people,
                            .message = "is no number of people",
                            .allowed = "a whole number, 0 and more"});
    }
    return number;
  }

  void add_problem(std::size_t polygon, gis::Problem problem) {
    problem.file = outlines_.file;
    problem.line = outlines_.rows[polygon];
    problems_.add(std::move(problem));
  }

  const gis::RasterOutlines& outlines_;
  CommuneColumns columns_;
  gis::Problems problems_;
  std::map<std::array<std::string, 3>, std::int32_t> places_;
};

}  // namespace

CommuneMap communes_of(const gis::RasterOutlines& outlines, const gis::PopulationRaster& raster) {
  CommuneMap map;
  const std::vector<std::int32_t> commune_of_polygon = CommuneReader(outlines).read(map.communes);
  map.commune_of_pixel.reserve(raster.people.size());
  for (std::size_t i = 0; i < raster.people.size(); ++i) {
    const std::int32_t polygon = outlines.polygon_of_pixel[i];
    map.commune_of_pixel.push_back(polygon < 0 ? -1 : commune_of_polygon[static_cast<std::size_t>(polygon)]);
    if (polygon < 0) {
      map.people_outside += raster.people[i];
    } else {
      map.communes[static_cast<std::size_t>(map.commune_of_pixel[i])].people_of_raster += raster.people[i];
    }
    if (outlines.polygons_on_pixel[i] > 1) map.people_of_several += raster.people[i];
  }
  return map;
}

std::vector<std::string> remarks_on(const CommuneMap& map) {
  constexpr double kSomebody = 0.5, kFarOff = 2.0;
  std::vector<std::string> remarks;
  if (map.people_outside >= kSomebody)
    remarks.push_back(fmt::format("{:.0f} people of the map are in no commune", map.people_outside));
  if (map.people_of_several >= kSomebody) {
    remarks.push_back(
        fmt::format("{:.0f} people of the map are inside two outlines or more, and were taken into the "
                    "commune whose outline comes last",
                    map.people_of_several));
  }
  double own = 0.0, of_raster = 0.0;
  for (const CommunePeople& commune : map.communes) {
    if (!commune.own_people) continue;
    own += static_cast<double>(*commune.own_people);
    of_raster += commune.people_of_raster;
  }
  if (of_raster > kFarOff * own || own > kFarOff * of_raster) {
    remarks.push_back(
        fmt::format("the communes that say their population have {:.0f} people, and {:.0f} on the map: is "
                    "that what the map's numbers are? (--people-are, --buildings-are)",
                    own, of_raster));
  }
  return remarks;
}

}  // namespace phusong::intake
