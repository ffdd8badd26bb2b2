#include "sim/scenario/hamlets_table.h"

#include <fmt/format.h>

#include <cmath>

#include "sim/scenario/common_limits.h"
#include "sim/scenario/pass_through_columns.h"
#include "sim/scenario/same_names.h"
#include "sim/scenario/unique_ids.h"

namespace phusong::scenario {
namespace {

constexpr propagation::Limit kCount{.min = 0, .max = 1e8};
constexpr double kHandsetsPerHead = 0.8;
/// Shares are written with a few decimals; their sum may pass 1 by rounding alone.
constexpr double kRounding = 1e-9;

std::vector<Column> name_columns(network::Hamlet& hamlet) {
  return {
      {.name = "hamlet_id", .place = &hamlet.hamlet_id, .meaning = "unique", .required = true},
      {.name = "name", .place = &hamlet.name, .meaning = "for people", .default_text = "the hamlet_id"},
      {.name = "commune", .place = &hamlet.commune, .meaning = "xã, phường"},
      {.name = "district",
       .place = &hamlet.district,
       .meaning = "huyện: communes of one name may lie in two; none since July 2025"},
      {.name = "province", .place = &hamlet.province, .meaning = "tỉnh"},
      {.name = "commune_old",
       .synonyms = {"old_commune", "xa_cu"},
       .place = &hamlet.commune_old,
       .meaning = "xã, phường before the mergers of July 2025, for totals by the old names too"},
  };
}

std::vector<Column> people_columns(HamletFields& fields) {
  network::Hamlet& hamlet = fields.hamlet;
  return {
      {.name = "radius_m",
       .place = &hamlet.radius_m,
       .limit = {.min = 0, .max = 20000, .unit = "m"},
       .meaning = "of the rings of sample points"},
      {.name = "population", .place = &hamlet.population, .limit = kCount, .meaning = "people", .required = true},
      {.name = "households", .place = &hamlet.households, .limit = kCount, .meaning = "of the whole hamlet"},
      {.name = "handsets",
       .place = &fields.handsets,
       .limit = kCount,
       .meaning = "mobile phones",
       .default_text = "round(0.8 · population)"},
  };
}

std::vector<Column> handset_columns(network::Hamlet& hamlet) {
  return {
      {.name = "share_2g_only",
       .place = &hamlet.share_2g_only,
       .limit = kShare,
       .meaning = "of handsets that know 2G alone"},
      {.name = "share_3g_only", .place = &hamlet.share_3g_only, .limit = kShare, .meaning = "of handsets up to 3G"},
      {.name = "share_volte",
       .place = &hamlet.share_volte,
       .limit = kShare,
       .meaning = "of handsets that call over 4G; what the three leave is 4G without VoLTE"},
      {.name = "share_smartphone", .place = &hamlet.share_smartphone, .limit = kShare, .meaning = "an indicator only"},
      {.name = "fixed_broadband", .place = &hamlet.fixed_broadband, .meaning = "has it"},
      {.name = "grid_power", .place = &hamlet.grid_power, .meaning = "has it"},
  };
}

bool shares_fit(const network::Hamlet& hamlet, const gis::TableRow& row, const TableColumns& columns,
                gis::Problems& problems) {
  const double sum = hamlet.share_2g_only + hamlet.share_3g_only + hamlet.share_volte;
  if (sum <= 1.0 + kRounding) return true;
  gis::Problem problem =
      columns.problem(row, "share_2g_only", {"the shares of handsets add up to more than all", "a sum ≤ 1"});
  problem.key = "share_2g_only + share_3g_only + share_volte";
  problem.value = fmt::format("{:g}", sum);
  problems.add(std::move(problem));
  return false;
}

}  // namespace

std::vector<Column> hamlet_columns(HamletFields& fields) {
  std::vector<Column> columns = name_columns(fields.hamlet);
  for (const std::vector<Column>& more :
       {position_columns(fields.position), people_columns(fields), handset_columns(fields.hamlet)})
    columns.insert(columns.end(), more.begin(), more.end());
  return columns;
}

/// A table whose positions are not columns, or not degrees, gets them, and so does a row that has a point alone: its
/// rows are to be found again.
void carry_position(const TableColumns& columns, network::Hamlet& hamlet) {
  const std::string lon_deg = fmt::format("{:.6f}", hamlet.lon_lat.lon_deg);
  const std::string lat_deg = fmt::format("{:.6f}", hamlet.lon_lat.lat_deg);
  std::vector<std::string>& values = hamlet.input_values;
  const auto lon = columns.index_of("lon_deg"), lat = columns.index_of("lat_deg");
  if (!lon || !lat) {
    values.push_back(lon_deg);
    values.push_back(lat_deg);
  } else if (values[*lon].empty() && values[*lat].empty()) {
    values[*lon] = lon_deg;
    values[*lat] = lat_deg;
  }
}

/// Notes communes, districts and provinces that a person reads as equal: they are counted apart.
void note_same_areas(const std::vector<network::Hamlet>& hamlets, const std::string& table,
                     const TableContext& context) {
  SameNames areas;
  for (const network::Hamlet& hamlet : hamlets) {
    const std::string province = "/" + hamlet.province, district = province + "/" + hamlet.district;
    areas.add(hamlet.province);
    areas.add(hamlet.district, province);
    areas.add(hamlet.commune, district);
    areas.add(hamlet.commune_old, district + "/" + hamlet.commune);
  }
  for (const std::string& names : areas.doubles())
    context.note({.kind = gis::InputNote::Kind::kSameAreas, .file = table, .names = names});
}

HamletsTable read_hamlets(const gis::Table& table, const CrsKey& crs_key, const TableContext& context) {
  HamletFields fields;
  const TableColumns columns(table, hamlet_columns(fields), context.problems);
  const PositionReader positions(table, columns, crs_key, context);
  context.note_all(columns.notes());
  HamletsTable result{.columns = pass_through_columns(table, columns)};
  const bool has_degrees = columns.has("lon_deg") && columns.has("lat_deg");
  if (!has_degrees) {
    result.columns.push_back({"lon_deg", gis::ColumnType::kReal});
    result.columns.push_back({"lat_deg", gis::ColumnType::kReal});
  }
  UniqueIds ids;
  for (const gis::TableRow& row : table.rows) {
    fields = {};
    network::Hamlet& hamlet = fields.hamlet;
    bool good = columns.read(row, context.problems);
    good = shares_fit(hamlet, row, columns, context.problems) && good;
    ids.add(hamlet.hamlet_id, row, "hamlet_id", columns, context.problems);
    const auto position = positions.read(row, fields.position);
    if (!good || !position) continue;
    if (hamlet.name.empty()) hamlet.name = hamlet.hamlet_id;
    hamlet.handsets = fields.handsets.value_or(std::llround(kHandsetsPerHead * static_cast<double>(hamlet.population)));
    hamlet.lon_lat = position->lon_lat;
    hamlet.position = position->point;
    hamlet.input_values = columns.plain_values(row);
    carry_position(columns, hamlet);
    hamlet.row = row.row;
    result.hamlets.push_back(hamlet);
  }
  note_same_areas(result.hamlets, table.file, context);
  result.row_of_id = ids.row_of_id();
  result.has_ids = columns.has("hamlet_id");
  return result;
}

}  // namespace phusong::scenario
