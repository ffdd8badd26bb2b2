#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "propagation/point_to_point.h"
#include "sim/scenario/column.h"
#include "sim/scenario/plan_tables.h"
#include "sim/scenario/table_context.h"

namespace phusong::scenario {

/// A row of the equipment table as it is read.
struct EquipmentFields {
  EquipmentKind kind = EquipmentKind::kMast;
  network::Technology technology = network::Technology::k4G;
  std::optional<double> frequency_mhz, bandwidth_mhz;
  std::optional<std::int64_t> sectors;
  double first_azimuth_deg = 0.0;
  std::optional<double> electrical_tilt_deg, tx_power_dbm, antenna_gain_dbi, beamwidth_h_deg, beamwidth_v_deg,
      feeder_loss_db;
};
std::vector<Column> equipment_columns(EquipmentFields& fields);

const Names<EquipmentKind>& equipment_kind_names();

/// What a station of this kind radiates where no table says so: an assumption.
Equipment default_equipment(EquipmentKind kind);

/// The rows of the table (nothing: no table), and the default of each kind that has none.
std::vector<Equipment> read_equipment(const std::optional<gis::Table>& table, propagation::Model model,
                                      const TableContext& context);

}  // namespace phusong::scenario
