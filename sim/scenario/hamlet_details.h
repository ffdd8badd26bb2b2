#pragma once

#include <map>
#include <string>
#include <vector>

#include "sim/network/hamlet.h"
#include "sim/scenario/position_reader.h"

namespace phusong::scenario {

/// A row of the clusters table as it is read.
struct ClusterFields {
  std::string hamlet_id;
  double households = 1.0;
  PositionFields position;
};
std::vector<Column> cluster_columns(ClusterFields& fields);

/// A row of the operator_share table as it is read.
struct OperatorShareFields {
  std::string hamlet_id;
  std::string operator_name;
  double share = 0.0;
};
std::vector<Column> operator_share_columns(OperatorShareFields& fields);

/// The hamlets that rows of a further table belong to.
struct HamletIndex {
  std::vector<network::Hamlet>& hamlets;
  const std::map<std::string, long>& row_of_id;  ///< every id of the hamlets table
  bool whole = true;                             ///< false when rows of that table are missing

  /// Nothing where the hamlet was not read; a problem is added where there is no such id.
  network::Hamlet* find(const std::string& hamlet_id, const gis::TableRow& row, const TableColumns& columns,
                        gis::Problems& problems) const;
};

/// Adds to each hamlet the clusters of its houses.
void read_clusters(const gis::Table& table, const CrsKey& crs_key, const HamletIndex& hamlets,
                   const TableContext& context);

/// Adds to each hamlet the shares of the operators; `operators` are those on air.
void read_operator_shares(const gis::Table& table, const HamletIndex& hamlets,
                          const std::vector<std::string>& operators, const TableContext& context);

}  // namespace phusong::scenario
