#include "sim/report/plan/plan_resilience_table.h"

#include <algorithm>

#include "sim/report/cell_values.h"

namespace phusong::report {
namespace {

using gis::ColumnType;
using planning::BackhaulLink;

constexpr int kPathDecimals = 4;

void add_link(const std::optional<BackhaulLink>& link, std::vector<gis::CellValue>& row) {
  if (!link) {
    row.insert(row.end(), 3, std::monostate{});
  } else {
    row.insert(row.end(), {link->to, std::string(name_of(link->medium)), gis::Number{link->length_km, kPathDecimals}});
  }
}

void add_second_path(const std::optional<planning::BackhaulRoute>& path, std::vector<gis::CellValue>& row) {
  if (!path) {
    row.insert(row.end(), 7, std::monostate{});
    return;
  }
  const auto hops = std::ranges::count(path->links, planning::Medium::kMicrowave, &BackhaulLink::medium);
  row.insert(row.end(),
             {std::string(name_of(path->first_medium())), path->links.front().to,
              gis::Number{path->length_km(), kPathDecimals}, std::int64_t{hops}, std::int64_t{std::ssize(path->relays)},
              million_vnd(path->cost().capex_million_vnd), million_vnd(path->cost().opex_million_vnd_per_year)});
}

}  // namespace

gis::OutputTable plan_resilience_table(const std::vector<analysis::PlanPart>& parts) {
  gis::OutputTable table{.name = "resilience",
                         .columns = {{"part", ColumnType::kText},
                                     {"site_id", ColumnType::kText},
                                     {"to", ColumnType::kText},
                                     {"medium", ColumnType::kText},
                                     {"length_km", ColumnType::kReal},
                                     {"masts_off", ColumnType::kInteger},
                                     {"hamlets_lost", ColumnType::kInteger},
                                     {"people_lost", ColumnType::kInteger},
                                     {"second_path", ColumnType::kText},
                                     {"second_path_to", ColumnType::kText},
                                     {"second_path_km", ColumnType::kReal},
                                     {"second_path_hops", ColumnType::kInteger},
                                     {"second_path_relays", ColumnType::kInteger},
                                     {"second_path_capex_million_vnd", ColumnType::kReal},
                                     {"second_path_opex_million_vnd_per_year", ColumnType::kReal}},
                         .rows = {}};
  for (const analysis::PlanPart& part : parts) {
    std::vector<gis::CellValue> row = {std::string(name_of(part.kind)), part.site_id};
    add_link(part.link, row);
    row.insert(row.end(), {static_cast<std::int64_t>(part.masts_off), std::int64_t{std::ssize(part.loss.hamlets)},
                           part.loss.people});
    add_second_path(part.second_path, row);
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace phusong::report
