#pragma once

#include <initializer_list>
#include <vector>

#include "gis/vector_writer.h"

namespace phusong::scenario {

/// A row of a cells table that is written, with the values of the columns that the table has.
struct WrittenCell {
  gis::CellValue cell_id{}, site_id{}, technology{}, frequency_mhz{}, bandwidth_mhz{};
  gis::CellValue antenna_height_agl_m{}, azimuth_deg{}, mechanical_tilt_deg{}, electrical_tilt_deg{};
  gis::CellValue tx_power_dbm{}, antenna_gain_dbi{}, eirp_dbm{};
  gis::CellValue beamwidth_h_deg{}, beamwidth_v_deg{}, antenna_pattern{}, feeder_loss_db{};
  gis::CellValue reference_power_offset_db{}, subcarrier_khz{}, voice{}, exempt{};
  gis::CellValue channel_low_mhz{}, channel_high_mhz{};
};

/// Columns that a cells table has together or not at all.
enum class CellColumnGroup {
  kCell,         ///< carrier, height, direction, tilts and beamwidths: in each table
  kTransmitter,  ///< transmit power, antenna gain and feeder loss
  kRadiation,    ///< EIRP and the file of the antenna's pattern
  kService,      ///< the reference signal's power, voice and exemption
  kSubcarrier,
  kChannel
};

/// The columns of a cells table that is written, under the names and in the types by which it is read again. Their
/// order is the same in all such tables.
class WrittenCells {
 public:
  /// `beyond_cell`: the groups that the table has beside kCell.
  WrittenCells(std::initializer_list<CellColumnGroup> beyond_cell);

  std::vector<gis::Column> columns() const;
  std::vector<gis::CellValue> row(const WrittenCell& cell) const;

 private:
  std::vector<CellColumnGroup> groups_;

  bool has(CellColumnGroup group) const;
};

}  // namespace phusong::scenario
