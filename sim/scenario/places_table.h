#pragma once

#include <string>
#include <vector>

#include "sim/scenario/plan_tables.h"
#include "sim/scenario/position_reader.h"

namespace phusong::scenario {

/// A row of the candidates table as it is read.
struct CandidateFields {
  CandidatePlace place;
  PositionFields position;
};
std::vector<Column> candidate_columns(CandidateFields& fields);

/// A row of the fibre nodes table as it is read.
struct FibreNodeFields {
  std::string node_id;
  PositionFields position;
};
std::vector<Column> fibre_node_columns(FibreNodeFields& fields);

// Positions of both are in WGS84, or, where a table has x_m, y_m, in the scenario's CRS.

/// `scenario_crs`: its definition.
std::vector<CandidatePlace> read_candidates(const gis::Table& table, const std::string& scenario_crs,
                                            const TableContext& context);
std::vector<FibreNode> read_fibre_nodes(const gis::Table& table, const std::string& scenario_crs,
                                        const TableContext& context);

}  // namespace phusong::scenario
