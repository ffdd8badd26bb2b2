#include "sim/report/plan/plan_tables.h"

#include <algorithm>

#include "sim/report/carried.h"
#include "sim/report/cell_values.h"

namespace phusong::report {
namespace {

using gis::ColumnType;
using gis::Number;

Number million_vnd(double value) {
  return {value, 3};
}
Number degrees(double value) {
  return {value, 9};
}

const char* action_of(planning::StationKind kind) {
  switch (kind) {
    case planning::StationKind::kMast:
      return "new_mast";
    case planning::StationKind::kPole:
      return "pole";
    case planning::StationKind::kUpgrade:
      return "upgrade";
  }
  return "";
}

/// What a step builds.
struct Built {
  std::string action, site_id, technology;
  gis::LonLat lon_lat;
  double mast_height_m = 0.0;
};

Built built_by(const planning::PlanStep& step, const PlanData& data) {
  if (step.relay) {
    const planning::BackhaulNode& node = data.plan.backhaul.relays[*step.relay].node;
    return {.action = "new_mast",
            .site_id = node.id,
            .technology = "",
            .lon_lat = node.lon_lat,
            .mast_height_m = node.mast_height_m};
  }
  if (!step.station) {
    const planning::BackhaulLink& link = data.plan.backhaul.links[step.links.front()];
    return {.action = "fibre", .site_id = link.from, .technology = "", .lon_lat = link.from_lon_lat};
  }
  const planning::PlannedStation& station = data.plan.stations[*step.station];
  const planning::CandidateSite& site = data.site_of(station);
  return {.action = action_of(site.kind),
          .site_id = site.site.site_id,
          .technology = names_of(data.candidate_of(station).technologies),
          .lon_lat = site.site.lon_lat,
          .mast_height_m = site.site.mast_height_m};
}

std::int64_t population_of(const std::vector<std::size_t>& hamlets, const network::Network& network) {
  std::int64_t sum = 0;
  for (const std::size_t hamlet : hamlets)
    sum += network.hamlets[hamlet].population;
  return sum;
}

/// Medium, where to, and how far: the first link of what connects the step's mast.
std::vector<gis::CellValue> backhaul_of(const planning::PlanStep& step, const PlanData& data) {
  const planning::BackhaulLink* first = nullptr;
  if (!step.links.empty()) {
    first = &data.plan.backhaul.links[step.links.front()];
  } else if (step.station) {
    const auto& links = data.plan.backhaul.chain_of_station[*step.station].links;
    if (!links.empty()) first = &links.front();
  }
  if (first == nullptr) return {"existing", std::monostate{}, std::monostate{}};
  return {std::string(name_of(first->medium)), text_or_nothing(first->to), Number{first->length_km, 3}};
}

/// The points that a candidate serves in any technology of the target, ascending.
std::vector<std::size_t> points_of(const planning::Candidate& candidate, const PlanData& data) {
  std::vector<std::size_t> points;
  for (const network::Technology technology : data.options().target.technologies) {
    const std::vector<std::size_t> more = data.plan.matrix.points_of(candidate, technology);
    points.insert(points.end(), more.begin(), more.end());
  }
  std::ranges::sort(points);
  points.erase(std::unique(points.begin(), points.end()), points.end());
  return points;
}

}  // namespace

gis::OutputTable step_table(const PlanData& data) {
  gis::OutputTable table{.name = "steps",
                         .columns = {{"step", ColumnType::kInteger},
                                     {"year", ColumnType::kInteger},
                                     {"action", ColumnType::kText},
                                     {"site_id", ColumnType::kText},
                                     {"lon_deg", ColumnType::kReal},
                                     {"lat_deg", ColumnType::kReal},
                                     {"mast_height_m", ColumnType::kReal},
                                     {"technology", ColumnType::kText},
                                     {"capex_million_vnd", ColumnType::kReal},
                                     {"hamlets_gained", ColumnType::kInteger},
                                     {"population_gained", ColumnType::kInteger},
                                     {"cumulative_hamlet_share", ColumnType::kReal},
                                     {"backhaul", ColumnType::kText},
                                     {"backhaul_to", ColumnType::kText},
                                     {"backhaul_km", ColumnType::kReal}},
                         .rows = {}};
  for (const planning::PlanStep& step : data.plan.steps) {
    const Built built = built_by(step, data);
    std::vector<gis::CellValue> row = {static_cast<std::int64_t>(table.rows.size() + 1),
                                       std::int64_t{step.year},
                                       built.action,
                                       built.site_id,
                                       degrees(built.lon_lat.lon_deg),
                                       degrees(built.lon_lat.lat_deg),
                                       Number{built.mast_height_m, 3},
                                       text_or_nothing(built.technology),
                                       million_vnd(step.cost.capex_million_vnd),
                                       static_cast<std::int64_t>(step.hamlets_gained.size()),
                                       population_of(step.hamlets_gained, data.scenario.network),
                                       ratio(step.cumulative_hamlet_share)};
    for (gis::CellValue& value : backhaul_of(step, data))
      row.push_back(std::move(value));
    table.rows.push_back(std::move(row));
  }
  return table;
}

gis::OutputTable cost_line_table(const PlanData& data) {
  gis::OutputTable table{.name = "cost_lines",
                         .columns = {{"site_id", ColumnType::kText},
                                     {"item", ColumnType::kText},
                                     {"quantity", ColumnType::kReal},
                                     {"unit", ColumnType::kText},
                                     {"unit_cost_million_vnd", ColumnType::kReal},
                                     {"cost_million_vnd", ColumnType::kReal},
                                     {"opex_million_vnd_per_year", ColumnType::kReal}},
                         .rows = {}};
  std::vector<const network::CarriedFields*> carried;
  for (const auto& [site_id, line] : data.plan.cost_lines) {
    table.rows.push_back({site_id, line.item, Number{line.quantity, 6}, line.unit,
                          Number{line.unit_cost_million_vnd, 6}, Number{line.cost_million_vnd(), 6},
                          Number{line.opex_million_vnd_per_year(), 6}});
    carried.push_back(&data.scenario.plan_tables.cost_of(line.item).carried);
  }
  add_carried(carried, table);
  return table;
}

gis::OutputTable candidate_table(const PlanData& data) {
  gis::OutputTable table{.name = "candidates",
                         .columns = {{"candidate_id", ColumnType::kText},
                                     {"kind", ColumnType::kText},
                                     {"site_id", ColumnType::kText},
                                     {"lon_deg", ColumnType::kReal},
                                     {"lat_deg", ColumnType::kReal},
                                     {"height_m", ColumnType::kReal},
                                     {"technologies", ColumnType::kText},
                                     {"capex_million_vnd", ColumnType::kReal},
                                     {"opex_million_vnd_per_year", ColumnType::kReal},
                                     {"backhaul_capex_million_vnd", ColumnType::kReal},
                                     {"chosen", ColumnType::kInteger}},
                         .rows = {}};
  std::vector<const network::CarriedFields*> carried;
  std::vector<bool> chosen(data.plan.set.candidates.size());
  for (const planning::PlannedStation& station : data.plan.stations)
    chosen[station.candidate] = true;
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    const planning::Candidate& candidate = data.plan.set.candidates[i];
    const planning::CandidateSite& site = data.plan.set.site_of(candidate);
    const planning::CandidateCost& cost = data.plan.costs[i];
    table.rows.push_back({candidate.candidate_id, std::string(name_of(site.kind)), site.site.site_id,
                          degrees(site.site.lon_lat.lon_deg), degrees(site.site.lon_lat.lat_deg),
                          Number{site.site.mast_height_m, 3}, names_of(candidate.technologies),
                          million_vnd(total(cost.station.cost_lines).capex_million_vnd),
                          million_vnd(cost.cost().opex_million_vnd_per_year),
                          million_vnd(cost.chain.cost().capex_million_vnd), std::int64_t{chosen[i]}});
    carried.push_back(&site.site.carried);
  }
  add_carried(carried, table);
  return table;
}

void write_candidate_coverage(const std::filesystem::path& path, const PlanData& data) {
  const std::vector<gis::Column> columns = {
      {"candidate_id", ColumnType::kText}, {"hamlet_id", ColumnType::kText}, {"point", ColumnType::kInteger}};
  const std::vector<planning::Candidate>& candidates = data.plan.set.candidates;
  std::size_t candidate = 0, next = 0;
  std::vector<std::size_t> points;
  gis::write_csv(path, columns, [&](std::vector<gis::CellValue>& row) {
    while (next == points.size()) {
      if (candidate == candidates.size()) return false;
      points = points_of(candidates[candidate++], data);
      next = 0;
    }
    const coverage::SamplePoint& point = data.plan.need.points[points[next++]];
    row = {candidates[candidate - 1].candidate_id, data.scenario.network.hamlets[point.hamlet].hamlet_id,
           std::int64_t{point.point}};
    return true;
  });
}

}  // namespace phusong::report
