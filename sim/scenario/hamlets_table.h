#pragma once

#include <vector>

#include "gis/vector_writer.h"
#include "sim/network/hamlet.h"
#include "sim/scenario/position_reader.h"

namespace phusong::scenario {

/// A row of the hamlets table as it is read.
struct HamletFields {
  network::Hamlet hamlet;
  std::optional<std::int64_t> handsets;
  PositionFields position;
};
std::vector<Column> hamlet_columns(HamletFields& fields);

struct HamletsTable {
  std::vector<network::Hamlet> hamlets;
  /// The table's columns in its order, those known under their standard name.
  std::vector<gis::Column> columns;
  /// Row of each hamlet_id, those of rows with other problems included.
  std::map<std::string, long> row_of_id;
  bool has_ids = false;  ///< the column of ids is there
};

HamletsTable read_hamlets(const gis::Table& table, const CrsKey& crs_key, const TableContext& context);

}  // namespace phusong::scenario
