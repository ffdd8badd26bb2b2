#include "sim/report/plan/unserved.h"

#include "sim/report/cell_values.h"

namespace phusong::report {

using gis::ColumnType;

std::string_view text_of(planning::UnservedReason reason, const PlanWording& words) {
  using Reason = planning::UnservedReason;
  switch (reason) {
    case Reason::kOffTerrain:
      return words.off_terrain;
    case Reason::kNoCandidate:
      return words.no_candidate;
    case Reason::kOnlyPart:
      return words.only_part;
    case Reason::kNotNeeded:
      return words.not_needed;
    case Reason::kNoBudget:
      return words.no_budget;
    case Reason::kNoFibre:
      return words.no_fibre;
  }
  return "";
}

gis::OutputTable unserved_table(const PlanData& data) {
  gis::OutputTable table{.name = "unserved",
                         .columns = {{"hamlet_id", ColumnType::kText},
                                     {"status", ColumnType::kText},
                                     {"share", ColumnType::kReal},
                                     {"missing_db", ColumnType::kReal},
                                     {"candidates_covering", ColumnType::kInteger},
                                     {"reason", ColumnType::kText}},
                         .rows = {}};
  const PlanWording& words = plan_wording(data.scenario.options.report.language);
  for (const planning::UnservedHamlet& hamlet : data.outcome().unserved) {
    table.rows.push_back({data.scenario.network.hamlets[hamlet.hamlet].hamlet_id, std::string(name_of(hamlet.status)),
                          ratio(hamlet.share), decibels(hamlet.missing_db),
                          static_cast<std::int64_t>(hamlet.candidates_covering),
                          std::string(text_of(hamlet.reason, words))});
  }
  return table;
}

}  // namespace phusong::report
