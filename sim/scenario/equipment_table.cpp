#include "sim/scenario/equipment_table.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/network/link_budget.h"
#include "sim/scenario/bandwidths_text.h"
#include "sim/scenario/cell_columns.h"
#include "sim/scenario/key.h"
#include "sim/scenario/model_limits.h"

namespace phusong::scenario {
namespace {

using network::Technology;

constexpr EquipmentKind kKinds[] = {EquipmentKind::kMast, EquipmentKind::kPole, EquipmentKind::kUpgrade};

/// What the columns say in the documentation where a field is empty.
constexpr const char* kOnly4g = "4G: ";

std::vector<Column> carrier_columns(EquipmentFields& f) {
  return {
      {.name = "kind",
       .place = choice(f.kind, equipment_kind_names()),
       .meaning = "what it is put on: a new mast, a new pole, a mast that exists",
       .required = true},
      {.name = "technology",
       .place = choice(f.technology, technology_names()),
       .meaning = "generation of radio",
       .required = true},
      {.name = "frequency_mhz",
       .place = &f.frequency_mhz,
       .limit = {.min = 20, .max = 100000, .unit = "MHz"},
       .meaning = "downlink centre; without a default but for 4G",
       .default_text = std::string(kOnly4g) + "1842.5"},
      {.name = "bandwidth_mhz",
       .place = &f.bandwidth_mhz,
       .limit = {.min = 0.01, .max = 400, .unit = "MHz"},
       .meaning = "of the carrier; without a default but for 4G",
       .default_text = std::string(kOnly4g) + "20, on a pole 10"},
      {.name = "sectors",
       .place = &f.sectors,
       .limit = {.min = 1, .max = 12},
       .meaning = "evenly around; 1 is omnidirectional",
       .default_text = "3, on a pole 1"},
      {.name = "first_azimuth_deg",
       .place = &f.first_azimuth_deg,
       .limit = {.min = 0, .max = 360, .unit = "°"},
       .meaning = "of the first sector, from true north"},
  };
}

std::vector<Column> antenna_columns(EquipmentFields& f) {
  return {
      {.name = "electrical_tilt_deg",
       .place = &f.electrical_tilt_deg,
       .limit = {.min = -90, .max = 90, .unit = "°"},
       .meaning = "down positive",
       .default_text = "3, on a pole 0"},
      {.name = "tx_power_dbm",
       .place = &f.tx_power_dbm,
       .limit = {.min = -10, .max = 80, .unit = "dBm"},
       .meaning = "as in the cells table",
       .default_text = "46, on a pole 37"},
      {.name = "antenna_gain_dbi",
       .place = &f.antenna_gain_dbi,
       .limit = {.min = -20, .max = 60, .unit = "dBi"},
       .meaning = "of the maximum",
       .default_text = "17, on a pole 8"},
      {.name = "beamwidth_h_deg",
       .place = &f.beamwidth_h_deg,
       .limit = {.min = 0, .max = 360, .unit = "°"},
       .meaning = "half-power width; 360 or 0 is omnidirectional; not used with one sector",
       .default_text = "65"},
      {.name = "beamwidth_v_deg",
       .place = &f.beamwidth_v_deg,
       .limit = {.min = 1, .max = 180, .unit = "°"},
       .meaning = "half-power width",
       .default_text = "7, on a pole 10"},
      {.name = "feeder_loss_db",
       .place = &f.feeder_loss_db,
       .limit = {.min = 0, .max = 30, .unit = "dB"},
       .meaning = "between power and antenna",
       .default_text = "0.5, on a pole 0"},
  };
}

/// Reads the rows of one table.
class EquipmentReader {
 public:
  EquipmentReader(const gis::Table& table, propagation::Model model, const TableContext& context)
      : table_(table),
        model_(model),
        context_(context),
        columns_(table, equipment_columns(fields_), context.problems) {}

  std::vector<Equipment> read_all() {
    context_.note_all(columns_.notes());
    std::vector<Equipment> rows;
    for (const gis::TableRow& row : table_.rows) {
      fields_ = {};
      row_ = &row;
      if (!columns_.read(row, context_.problems)) continue;
      const Equipment equipment = taken();
      if (const auto same = find_same(rows, equipment); same != rows.end()) {
        reject("technology",
               {fmt::format("the same kind, technology and frequency stand on row {} too", same->row), ""});
      }
      rows.push_back(equipment);
    }
    return rows;
  }

 private:
  const gis::Table& table_;
  propagation::Model model_;
  const TableContext& context_;
  EquipmentFields fields_;
  TableColumns columns_;
  const gis::TableRow* row_ = nullptr;

  void reject(const char* column, const Rejection& rejection) {
    context_.problems.add(columns_.problem(*row_, column, rejection));
  }

  static std::vector<Equipment>::const_iterator find_same(const std::vector<Equipment>& rows, const Equipment& row) {
    return std::ranges::find_if(rows, [&row](const Equipment& other) {
      return other.kind == row.kind && other.technology == row.technology && other.frequency_mhz == row.frequency_mhz;
    });
  }

  Equipment taken() {
    Equipment equipment = default_equipment(fields_.kind);
    equipment.technology = fields_.technology;
    equipment.row = row_->row;
    equipment.pass_through = columns_.pass_through(*row_);
    take_carrier(equipment);
    equipment.sectors = static_cast<int>(fields_.sectors.value_or(equipment.sectors));
    equipment.first_azimuth_deg = fields_.first_azimuth_deg;
    equipment.electrical_tilt_deg = fields_.electrical_tilt_deg.value_or(equipment.electrical_tilt_deg);
    equipment.tx_power_dbm = fields_.tx_power_dbm.value_or(equipment.tx_power_dbm);
    equipment.antenna_gain_dbi = fields_.antenna_gain_dbi.value_or(equipment.antenna_gain_dbi);
    if (const auto rejection = check_beamwidth_h(fields_.beamwidth_h_deg)) reject("beamwidth_h_deg", *rejection);
    equipment.beamwidth_h_deg = fields_.beamwidth_h_deg.value_or(equipment.beamwidth_h_deg);
    equipment.beamwidth_v_deg = fields_.beamwidth_v_deg.value_or(equipment.beamwidth_v_deg);
    equipment.feeder_loss_db = fields_.feeder_loss_db.value_or(equipment.feeder_loss_db);
    return equipment;
  }

  void take_carrier(Equipment& equipment) {
    constexpr const char* kEmpty = "is empty, and only 4G has a default";
    const bool has_defaults = fields_.technology == Technology::k4G;
    if (!fields_.frequency_mhz && !has_defaults) return reject("frequency_mhz", {kEmpty, "the downlink's centre, MHz"});
    if (!fields_.bandwidth_mhz && !has_defaults) return reject("bandwidth_mhz", {kEmpty, "MHz"});
    equipment.frequency_mhz = fields_.frequency_mhz.value_or(equipment.frequency_mhz);
    equipment.bandwidth_mhz = fields_.bandwidth_mhz.value_or(equipment.bandwidth_mhz);
    const auto limit = frequency_limit(model_);
    if (limit && !limit->holds(equipment.frequency_mhz))
      reject("frequency_mhz", {"out of the model's range", limit->range_text()});
    const double subcarrier_khz = network::default_subcarrier_khz(equipment.frequency_mhz);
    if (!network::default_reference_power_offset_db(equipment.technology, equipment.bandwidth_mhz, subcarrier_khz)) {
      reject("bandwidth_mhz", {"is no bandwidth of " + std::string(name_of(equipment.technology)),
                               bandwidths_text(equipment.technology)});
    }
  }
};

}  // namespace

std::vector<Column> equipment_columns(EquipmentFields& fields) {
  std::vector<Column> columns = carrier_columns(fields);
  const std::vector<Column> antenna = antenna_columns(fields);
  columns.insert(columns.end(), antenna.begin(), antenna.end());
  return columns;
}

const Names<EquipmentKind>& equipment_kind_names() {
  static const Names<EquipmentKind> kNames = {
      {"mast", EquipmentKind::kMast}, {"pole", EquipmentKind::kPole}, {"upgrade", EquipmentKind::kUpgrade}};
  return kNames;
}

Equipment default_equipment(EquipmentKind kind) {
  Equipment equipment{.kind = kind};
  if (kind != EquipmentKind::kPole) return equipment;
  equipment.bandwidth_mhz = 10.0;
  equipment.sectors = 1;
  equipment.electrical_tilt_deg = 0.0;
  equipment.tx_power_dbm = 37.0;
  equipment.antenna_gain_dbi = 8.0;
  equipment.beamwidth_v_deg = 10.0;
  equipment.feeder_loss_db = 0.0;
  return equipment;
}

std::vector<Equipment> read_equipment(const std::optional<gis::Table>& table, propagation::Model model,
                                      const TableContext& context) {
  std::vector<Equipment> rows;
  if (table) rows = EquipmentReader(*table, model, context).read_all();
  for (const EquipmentKind kind : kKinds) {
    if (std::ranges::find(rows, kind, &Equipment::kind) == rows.end()) rows.push_back(default_equipment(kind));
  }
  return rows;
}

}  // namespace phusong::scenario
