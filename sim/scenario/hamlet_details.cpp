#include "sim/scenario/hamlet_details.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/scenario/same_names.h"

namespace phusong::scenario {

std::vector<Column> cluster_columns(ClusterFields& fields) {
  std::vector<Column> columns = {
      {.name = "hamlet_id", .place = &fields.hamlet_id, .meaning = "of the hamlets table", .required = true}};
  for (const Column& column : position_columns(fields.position))
    columns.push_back(column);
  columns.push_back({.name = "households",
                     .place = &fields.households,
                     .limit = {.min = 0, .max = 1e6},
                     .meaning = "the cluster's weight"});
  return columns;
}

std::vector<Column> operator_share_columns(OperatorShareFields& fields) {
  return {
      {.name = "hamlet_id", .place = &fields.hamlet_id, .meaning = "of the hamlets table", .required = true},
      {.name = "operator",
       .synonyms = {"nha_mang"},
       .place = &fields.operator_name,
       .meaning = "an operator on air",
       .required = true},
      {.name = "share",
       .place = &fields.share,
       .limit = {.min = 0, .max = 1},
       .meaning = "of the hamlet's handsets; a hamlet without rows: equal shares",
       .required = true},
  };
}

network::Hamlet* HamletIndex::find(const std::string& hamlet_id, const gis::TableRow& row, const TableColumns& columns,
                                   gis::Problems& problems) const {
  if (hamlet_id.empty()) return nullptr;
  if (!row_of_id.contains(hamlet_id)) {
    if (whole) problems.add(columns.problem(row, "hamlet_id", {"there is no such hamlet in the hamlets table", ""}));
    return nullptr;
  }
  const auto found = std::find_if(hamlets.begin(), hamlets.end(),
                                  [&hamlet_id](const network::Hamlet& h) { return h.hamlet_id == hamlet_id; });
  return found == hamlets.end() ? nullptr : &*found;
}

void read_clusters(const gis::Table& table, const CrsKey& crs_key, const HamletIndex& hamlets,
                   const TableContext& context) {
  ClusterFields fields;
  const TableColumns columns(table, cluster_columns(fields), context.problems);
  const PositionReader positions(table, columns, crs_key, context);
  context.note_all(columns.notes(Unknown::kLeftOut));
  for (const gis::TableRow& row : table.rows) {
    fields = {};
    const bool good = columns.read(row, context.problems);
    network::Hamlet* const hamlet = hamlets.find(fields.hamlet_id, row, columns, context.problems);
    const auto position = positions.read(row, fields.position);
    if (good && hamlet != nullptr && position)
      hamlet->clusters.push_back({position->lon_lat, position->point, fields.households});
  }
  for (const network::Hamlet& hamlet : hamlets.hamlets) {
    const auto weighs = [](const network::Cluster& cluster) { return cluster.households > 0.0; };
    if (!hamlet.clusters.empty() && std::none_of(hamlet.clusters.begin(), hamlet.clusters.end(), weighs)) {
      context.problems.add({.file = table.file,
                            .key = "households",
                            .value = "0",
                            .message = "no cluster of hamlet " + hamlet.hamlet_id + " has households",
                            .allowed = "at least one above 0, or empty"});
    }
  }
}

void read_operator_shares(const gis::Table& table, const HamletIndex& hamlets,
                          const std::vector<std::string>& operators, const TableContext& context) {
  OperatorShareFields fields;
  const TableColumns columns(table, operator_share_columns(fields), context.problems);
  context.note_all(columns.notes(Unknown::kLeftOut));
  for (const gis::TableRow& row : table.rows) {
    fields = {};
    bool good = columns.read(row, context.problems);
    fields.operator_name = spelt_as_in(operators, fields.operator_name);
    network::Hamlet* const hamlet = hamlets.find(fields.hamlet_id, row, columns, context.problems);
    const bool on_air = std::find(operators.begin(), operators.end(), fields.operator_name) != operators.end();
    if (good && !on_air && !operators.empty())
      context.problems.add(columns.problem(row, "operator", {"has no site on air", joined(operators)}));
    if (!good || hamlet == nullptr) continue;
    auto& shares = hamlet->operator_shares;
    double sum = fields.share;
    bool repeated = false;
    for (const network::OperatorShare& share : shares) {
      sum += share.share;
      repeated = repeated || share.operator_name == fields.operator_name;
    }
    if (repeated) {
      context.problems.add(columns.problem(row, "operator", {"stands twice for hamlet " + fields.hamlet_id, ""}));
    } else if (sum > 1.0 + 1e-9) {
      context.problems.add(columns.problem(
          row, "share", {fmt::format("the shares of hamlet {} add up to {:g}", fields.hamlet_id, sum), "a sum ≤ 1"}));
    }
    shares.push_back({fields.operator_name, fields.share});
  }
}

}  // namespace phusong::scenario
