#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "gis/coordinates.h"

namespace phusong::network {

/// A cluster of houses of a hamlet.
struct Cluster {
  gis::LonLat lon_lat;
  gis::MapPoint position;
  double households = 1.0;  ///< weight; 1 where the table gives none
};

/// An operator's share of a hamlet's handsets.
struct OperatorShare {
  std::string operator_name;
  double share = 0.0;
};

/// A row of the hamlets table, with its defaults filled in.
struct Hamlet {
  std::string hamlet_id;
  std::string name;
  std::string commune, district, province;
  std::string commune_old;  ///< before communes were merged in July 2025; empty where it is not told
  gis::LonLat lon_lat;
  gis::MapPoint position;
  double radius_m = 300.0;
  std::int64_t population = 0;
  std::int64_t households = 0;
  std::int64_t handsets = 0;  ///< default round(0.8 · population)
  double share_2g_only = 0.0, share_3g_only = 0.0, share_volte = 0.0;
  double share_smartphone = 0.0;
  bool fixed_broadband = false;
  bool grid_power = false;
  std::vector<Cluster> clusters;
  std::vector<OperatorShare> operator_shares;  ///< empty: equal shares of the operators on air
  std::vector<std::string> input_values;       ///< the row as read, one a column of Network::hamlet_columns
  long row = 0;
};

}  // namespace phusong::network
