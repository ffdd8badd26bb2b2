#include "sim/intake/tables/measurement_columns.h"

namespace phusong::intake {

std::vector<scenario::Column> measurement_columns(MeasurementFields& fields) {
  std::vector<scenario::Column> columns = scenario::position_columns(fields.position);
  const std::vector<scenario::Column> more = {
      {.name = "cell_id", .place = &fields.cell_id, .meaning = "of the cells table; or the transmitter's columns"},
      {.name = "tx_lon_deg", .place = &fields.tx_lon_deg, .limit = {.min = -180, .max = 180, .unit = "°"}},
      {.name = "tx_lat_deg", .place = &fields.tx_lat_deg, .limit = {.min = -90, .max = 90, .unit = "°"}},
      {.name = "tx_height_m", .place = &fields.tx_height_m, .limit = {.min = 1, .max = 500, .unit = "m"}},
      {.name = "eirp_dbm", .place = &fields.eirp_dbm, .limit = {.min = -60, .max = 120, .unit = "dBm"}},
      {.name = "frequency_mhz", .place = &fields.frequency_mhz, .limit = {.min = 1, .max = 100000, .unit = "MHz"}},
      {.name = "level_dbm",
       .place = &fields.level_dbm,
       .limit = {.min = -200, .max = 50, .unit = "dBm"},
       .meaning = "or path_loss_db"},
      {.name = "path_loss_db", .place = &fields.path_loss_db, .limit = {.min = 0, .max = 300, .unit = "dB"}},
      {.name = "receiver_height_m", .place = &fields.receiver_height_m, .limit = {.min = 1, .max = 100, .unit = "m"}},
  };
  columns.insert(columns.end(), more.begin(), more.end());
  return columns;
}

std::optional<scenario::Rejection> measurement_fault(const MeasurementFields& fields) {
  if (fields.level_dbm.has_value() == fields.path_loss_db.has_value())
    return scenario::Rejection{"level_dbm and path_loss_db: one of the two is needed, and not both", ""};
  const bool has_any = fields.tx_lon_deg || fields.tx_lat_deg || fields.tx_height_m || fields.eirp_dbm;
  if (!fields.cell_id.empty() && has_any)
    return scenario::Rejection{"cell_id stands beside a transmitter of the row's own", "cell_id or the columns tx_…"};
  const bool is_whole = fields.tx_lon_deg && fields.tx_lat_deg && fields.tx_height_m && fields.frequency_mhz &&
                        (fields.eirp_dbm || fields.path_loss_db);
  if (fields.cell_id.empty() && !is_whole) {
    return scenario::Rejection{"cell_id is empty, and not all of a transmitter is given",
                               "tx_lon_deg, tx_lat_deg, tx_height_m, eirp_dbm, frequency_mhz"};
  }
  return std::nullopt;
}

}  // namespace phusong::intake
