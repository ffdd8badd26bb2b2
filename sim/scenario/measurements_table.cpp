#include "sim/scenario/measurements_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "sim/scenario/model_limits.h"
#include "sim/scenario/nearest.h"

namespace phusong::scenario {
namespace {

constexpr const char* kTransmitterColumns = "tx_lon_deg, tx_lat_deg, tx_height_m, eirp_dbm, frequency_mhz";

std::vector<Column> transmitter_columns(MeasurementFields& fields) {
  return {{.name = "cell_id",
           .synonyms = {"cell"},
           .place = &fields.cell_id,
           .meaning = "of the cells table; or the transmitter in the five columns that follow"},
          {.name = "tx_lon_deg",
           .place = &fields.tx_lon_deg,
           .limit = {.min = -180, .max = 180, .unit = "°"},
           .meaning = "longitude of the transmitter, WGS84"},
          {.name = "tx_lat_deg",
           .place = &fields.tx_lat_deg,
           .limit = {.min = -90, .max = 90, .unit = "°"},
           .meaning = "latitude of the transmitter, WGS84"},
          {.name = "tx_height_m",
           .place = &fields.tx_height_m,
           .limit = {.min = 1, .max = 500, .unit = "m"},
           .meaning = "of its antenna above ground"},
          {.name = "eirp_dbm",
           .place = &fields.eirp_dbm,
           .limit = {.min = -60, .max = 120, .unit = "dBm"},
           .meaning = "of the signal that is measured, towards the receiver; not needed beside path_loss_db"},
          {.name = "frequency_mhz",
           .place = &fields.frequency_mhz,
           .limit = {.min = 1, .max = 100000, .unit = "MHz"},
           .meaning = "of the transmitter"}};
}

bool has_transmitter_columns(const MeasurementFields& fields) {
  return fields.tx_lon_deg || fields.tx_lat_deg || fields.tx_height_m || fields.eirp_dbm || fields.frequency_mhz;
}

bool has_whole_transmitter(const MeasurementFields& fields) {
  return fields.tx_lon_deg && fields.tx_lat_deg && fields.tx_height_m && fields.frequency_mhz &&
         (fields.eirp_dbm || fields.path_loss_db);
}

/// Reads rows into measurements; what is wrong becomes problems.
class MeasurementReader {
 public:
  MeasurementReader(const gis::Table& table, const Scenario& scenario, const TableContext& context)
      : scenario_(scenario),
        context_(context),
        columns_(table, measurement_columns(fields_), context.problems),
        positions_(table, columns_, {.name = "scenario.crs", .value = crs_of(table)}, context) {
    context.note_all(columns_.notes(Unknown::kLeftOut));
    for (std::size_t cell = 0; cell < scenario.network.cells.size(); ++cell)
      cell_of_id_.emplace(scenario.network.cells[cell].cell_id, cell);
  }

  std::optional<Measurement> read(const gis::TableRow& row) {
    fields_ = {};
    const bool is_readable = columns_.read(row, context_.problems);
    const auto position = positions_.read(row, fields_.position);
    Measurement measured{.row = row.row};
    measured.receiver_height_m = fields_.receiver_height_m.value_or(scenario_.options.propagation.receiver_height_m);
    if (!is_readable) return std::nullopt;
    const bool is_sound = is_whole(row);
    const bool has_transmitter = take_transmitter(row, measured);
    if (!position || !is_sound || !has_transmitter) return std::nullopt;
    take_value(measured);
    measured.lon_lat = position->lon_lat;
    measured.position = position->point;
    return measured;
  }

 private:
  std::string crs_of(const gis::Table& table) const {
    const bool has_map_columns =
        std::ranges::any_of(table.columns, [](const std::string& column) { return lower_case(column) == "x_m"; });
    return has_map_columns ? scenario_.crs.definition() : "EPSG:4326";
  }

  bool reject(const gis::TableRow& row, const char* column, const Rejection& rejection) const {
    context_.problems.add(columns_.problem(row, column, rejection));
    return false;
  }

  bool is_whole(const gis::TableRow& row) const {
    const std::vector<MeasurementFault> faults = measurement_faults(fields_);
    for (const MeasurementFault& fault : faults)
      reject(row, fault.column, fault.rejection);
    return faults.empty();
  }

  void take_value(Measurement& measured) const {
    measured.is_path_loss = fields_.path_loss_db.has_value();
    measured.value = measured.is_path_loss ? *fields_.path_loss_db : *fields_.level_dbm;
  }

  bool take_transmitter(const gis::TableRow& row, Measurement& measured) const {
    if (fields_.cell_id.empty()) return has_whole_transmitter(fields_) && take_own_transmitter(row, measured);
    const auto known = cell_of_id_.find(fields_.cell_id);
    if (known != cell_of_id_.end()) {
      measured.cell = known->second;
      return true;
    }
    return reject(row, "cell_id", {"there is no such cell in the cells table" + hint_for(fields_.cell_id), ""});
  }

  /// A name near an unknown one, looked for once: a drive test has thousands of rows of one cell.
  const std::string& hint_for(const std::string& cell_id) const {
    const auto [hint, is_new] = hints_.try_emplace(cell_id);
    constexpr std::size_t kMostHints = 20;
    if (!is_new || hints_.size() > kMostHints) return hint->second;
    if (const auto near = nearest(cell_id, ids())) hint->second = "; did you mean " + *near + "?";
    return hint->second;
  }

  bool take_own_transmitter(const gis::TableRow& row, Measurement& measured) const {
    const auto limit = frequency_limit(scenario_.options.propagation.settings.model);
    if (limit && !limit->holds(*fields_.frequency_mhz))
      return reject(row, "frequency_mhz", {"out of the model's range", limit->range_text()});
    measured.transmitter = {.lon_deg = *fields_.tx_lon_deg,
                            .lat_deg = *fields_.tx_lat_deg,
                            .height_m = *fields_.tx_height_m,
                            .eirp_dbm = fields_.eirp_dbm.value_or(0.0),
                            .frequency_mhz = *fields_.frequency_mhz};
    return true;
  }

  std::vector<std::string> ids() const {
    std::vector<std::string> ids;
    for (const network::Cell& cell : scenario_.network.cells)
      ids.push_back(cell.cell_id);
    return ids;
  }

  const Scenario& scenario_;
  const TableContext& context_;
  MeasurementFields fields_;
  TableColumns columns_;
  PositionReader positions_;
  std::unordered_map<std::string, std::size_t> cell_of_id_;
  mutable std::map<std::string, std::string> hints_;  ///< by an unknown cell_id
};

/// All that a row says of one measurement.
auto content_of(const Measurement& of) {
  const MeasuredTransmitter& own = of.transmitter;
  return std::tuple(of.cell, own.lon_deg, own.lat_deg, own.height_m, own.eirp_dbm, own.frequency_mhz,
                    of.lon_lat.lon_deg, of.lon_lat.lat_deg, of.receiver_height_m, of.is_path_loss, of.value);
}

/// Rows that were exported twice count twice: whoever made the table should know.
void note_repeated(Measurements& measurements) {
  std::set<decltype(content_of({}))> seen;
  gis::InputNote note{.kind = gis::InputNote::Kind::kRepeatedRows, .file = measurements.file};
  for (const Measurement& row : measurements.rows) {
    if (seen.insert(content_of(row)).second) continue;
    if (++note.count == 1) note.names = std::to_string(row.row);
  }
  if (note.count > 0) measurements.notes.push_back(note);
}

}  // namespace

std::vector<Column> measurement_columns(MeasurementFields& fields) {
  std::vector<Column> columns = position_columns(fields.position);
  for (Column& column : transmitter_columns(fields))
    columns.push_back(std::move(column));
  columns.push_back({.name = "level_dbm",
                     .synonyms = {"level", "rsrp_dbm", "rscp_dbm", "rxlev_dbm"},
                     .place = &fields.level_dbm,
                     .limit = {.min = -200, .max = 50, .unit = "dBm"},
                     .meaning = "RxLev, RSCP, RSRP or SS-RSRP; or path_loss_db"});
  columns.push_back({.name = "path_loss_db",
                     .place = &fields.path_loss_db,
                     .limit = {.min = 0, .max = 300, .unit = "dB"},
                     .meaning = "basic transmission loss"});
  columns.push_back({.name = "receiver_height_m",
                     .place = &fields.receiver_height_m,
                     .limit = {.min = 1, .max = 100, .unit = "m"},
                     .meaning = "of the receiver above ground",
                     .default_text = "`propagation.receiver_height_m`"});
  return columns;
}

std::vector<MeasurementFault> measurement_faults(const MeasurementFields& fields) {
  std::vector<MeasurementFault> faults;
  if (fields.level_dbm.has_value() == fields.path_loss_db.has_value()) {
    faults.push_back({"level_dbm",
                      {fields.level_dbm ? "stands beside path_loss_db" : "neither a level nor a path loss is given",
                       "level_dbm or path_loss_db, one of them"}});
  }
  if (fields.cell_id.empty() && !has_whole_transmitter(fields)) {
    faults.push_back({"cell_id", {"is not given, and not all of a transmitter either", kTransmitterColumns}});
  }
  if (!fields.cell_id.empty() && has_transmitter_columns(fields)) {
    faults.push_back({"cell_id", {"stands beside a transmitter of the row's own", "cell_id or the columns tx_…"}});
  }
  return faults;
}

Measurements read_measurements(const std::filesystem::path& path, const Scenario& scenario,
                               gis::LonLat terrain_centre) {
  gis::Problems problems;
  MeasurementFields fields;
  const gis::Table table = gis::read_table(path, wish_of(measurement_columns(fields)), problems);
  Measurements measurements{.file = table.file, .rows = {}, .notes = table.notes};
  if (table.columns.empty()) problems.throw_if_any();
  const GivenKeys no_keys;
  const TableContext context{.crs = &scenario.crs,
                             .terrain_centre = terrain_centre,
                             .given = no_keys,
                             .problems = problems,
                             .notes = measurements.notes};
  MeasurementReader reader(table, scenario, context);
  for (const gis::TableRow& row : table.rows)
    if (const auto measured = reader.read(row)) measurements.rows.push_back(*measured);
  if (table.rows.empty())
    problems.add({.file = table.file, .message = "has no rows: there is nothing to compare with"});
  problems.throw_if_any();
  note_repeated(measurements);
  return measurements;
}

}  // namespace phusong::scenario
