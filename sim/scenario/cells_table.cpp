#include "sim/scenario/cells_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <optional>

#include "sim/network/link_budget.h"
#include "sim/scenario/bandwidths_text.h"
#include "sim/scenario/key.h"
#include "sim/scenario/model_limits.h"
#include "sim/scenario/unique_ids.h"

namespace phusong::scenario {
namespace {

using network::Cell;
using network::Technology;

/// Cells named in a note: the first few, and how many there are.
struct Named {
  std::vector<std::string> first;
  std::size_t count = 0;

  void add(const std::string& cell) {
    if (++count <= 5) first.push_back(cell);
  }
  std::string text() const { return joined(first) + (count > first.size() ? ", …" : ""); }
};

/// The bandwidths that the cell's technology has, and the way out where it has none of them, for messages.
std::string allowed_bandwidths(const Cell& cell) {
  const std::string spacing =
      cell.technology == Technology::k4G ? "" : fmt::format(" at {:g} kHz", cell.subcarrier_khz);
  return bandwidths_text(cell.technology) + spacing + ", or reference_power_offset_db";
}

/// Turns the rows of the cells table into cells.
class CellReader {
 public:
  CellReader(const gis::Table& table, const CellSurroundings& surroundings, const TableContext& context, UniqueIds& ids)
      : table_(table),
        surroundings_(surroundings),
        context_(context),
        ids_(ids),
        columns_(table, cell_columns(fields_), context.problems) {
    const auto& sites = surroundings.sites.sites;
    for (std::size_t i = 0; i < sites.size(); ++i)
      site_of_id_.emplace(sites[i].site_id, i);
  }

  std::vector<Cell> read_all() {
    std::vector<Cell> cells;
    for (const gis::TableRow& row : table_.rows)
      if (std::optional<Cell> cell = read(row)) cells.push_back(std::move(*cell));
    add_notes();
    return cells;
  }

 private:
  std::optional<Cell> read(const gis::TableRow& row) {
    row_ = &row;
    fields_ = {};
    lacks_pattern_ = false;
    good_ = columns_.read(row, context_.problems);
    ids_.add(fields_.cell_id, row, "cell_id", columns_, context_.problems);
    Cell cell{.cell_id = fields_.cell_id, .row = row.row, .pass_through = columns_.pass_through(row)};
    set_site(cell);
    // Without its own columns a row has nothing more to be checked against.
    if (!good_) return std::nullopt;
    set_carrier(cell);
    set_antenna(cell);
    set_power(cell);
    cell.voice = fields_.voice;
    cell.exempt = fields_.exempt;
    cell.load = fields_.load;
    set_channel(cell);
    return good_ ? std::optional(cell) : std::nullopt;
  }

  void reject(const std::string& column, const Rejection& rejection) {
    context_.problems.add(columns_.problem(*row_, column, rejection));
    good_ = false;
  }

  void set_site(Cell& cell) {
    const auto found = site_of_id_.find(fields_.site_id);
    if (found != site_of_id_.end()) {
      cell.site = found->second;
    } else if (surroundings_.sites_known && !fields_.site_id.empty() &&
               !surroundings_.sites.row_of_id.contains(fields_.site_id)) {
      reject("site_id", {"there is no such site in the sites table", ""});
    } else {
      good_ = false;  // the site itself is wrong and has been reported
    }
  }

  void set_carrier(Cell& cell) {
    const auto limit = frequency_limit(surroundings_.model);
    if (limit && !limit->holds(fields_.frequency_mhz))
      reject("frequency_mhz", {"out of the model's range", limit->range_text()});
    cell.technology = fields_.technology;
    cell.frequency_mhz = fields_.frequency_mhz;
    cell.bandwidth_mhz = fields_.bandwidth_mhz.value_or(0.0);
    cell.subcarrier_khz = fields_.subcarrier_khz.value_or(network::default_subcarrier_khz(fields_.frequency_mhz));
    const auto offset =
        fields_.reference_power_offset_db
            ? fields_.reference_power_offset_db
            : network::default_reference_power_offset_db(cell.technology, cell.bandwidth_mhz, cell.subcarrier_khz);
    if (offset) {
      cell.reference_power_offset_db = *offset;
    } else {
      reject("bandwidth_mhz", {fields_.bandwidth_mhz ? "is no bandwidth of " + std::string(name_of(cell.technology))
                                                     : "is empty, and reference_power_offset_db is not given",
                               allowed_bandwidths(cell)});
    }
  }

  void set_antenna(Cell& cell) {
    cell.antenna_height_agl_m = fields_.antenna_height_agl_m;
    cell.azimuth_true_deg = fields_.azimuth_deg;
    propagation::Antenna& antenna = cell.antenna;
    antenna.mechanical_tilt_deg = fields_.mechanical_tilt_deg;
    antenna.electrical_tilt_deg = fields_.electrical_tilt_deg.value_or(0.0);
    const network::Site& site = surroundings_.sites.sites[cell.site];
    const double convergence_deg = context_.crs == nullptr ? 0.0 : context_.crs->convergence_deg(site.lon_lat);
    antenna.azimuth_deg = fields_.azimuth_deg.value_or(0.0) - convergence_deg;
    if (cell.antenna_height_agl_m > site.mast_height_m) above_mast_.add(cell.cell_id);
    cell.antenna_pattern = fields_.antenna_pattern;
    set_pattern(antenna);
  }

  void set_pattern(propagation::Antenna& antenna) {
    if (const auto rejection = check_beamwidth_h(fields_.beamwidth_h_deg)) reject("beamwidth_h_deg", *rejection);
    if (fields_.antenna_pattern.empty()) {
      antenna.pattern = propagation::ParametricPattern{
          .beamwidth_h_deg =
              fields_.azimuth_deg ? propagation::horizontal_beamwidth(fields_.beamwidth_h_deg) : std::nullopt,
          .beamwidth_v_deg = fields_.beamwidth_v_deg};
      return;
    }
    const auto pattern = surroundings_.patterns.find(fields_.antenna_pattern,
                                                     columns_.problem(*row_, "antenna_pattern", {}), context_.problems);
    if (pattern == nullptr) {
      lacks_pattern_ = true;
      good_ = false;
      return;
    }
    antenna.pattern = pattern;
    if (!fields_.antenna_gain_dbi) fields_.antenna_gain_dbi = pattern->gain_dbi;
    if (!fields_.azimuth_deg) without_azimuth_.add(fields_.cell_id);
    compare(*pattern);
  }

  /// Notes where the row and the pattern file say different things.
  void compare(const propagation::MsiPattern& pattern) {
    compare_tilt(pattern);
    constexpr double kBandShare = 0.1;
    if (pattern.frequency_mhz && (fields_.frequency_mhz < *pattern.lower_mhz * (1.0 - kBandShare) ||
                                  fields_.frequency_mhz > *pattern.upper_mhz * (1.0 + kBandShare))) {
      other_band_.add(
          fmt::format("{} ({:g} MHz, {:g} MHz)", fields_.cell_id, fields_.frequency_mhz, *pattern.frequency_mhz));
    }
  }

  /// A tilt of 0 leaves the cut as it is (propagation/antenna/antenna.h), so beside it the pattern's counts.
  void compare_tilt(const propagation::MsiPattern& pattern) {
    if (!fields_.electrical_tilt_deg) return;
    const double table_deg = *fields_.electrical_tilt_deg;
    const std::string both = fmt::format("{} ({:g}°, {:g}°)", fields_.cell_id, table_deg, pattern.cut_tilt_deg);
    const bool cut_tilted = pattern.cut_tilt_deg != 0.0;
    if (table_deg == 0.0 && cut_tilted) zero_tilt_.add(both);
    if (table_deg != 0.0 && (cut_tilted || pattern.electrical_tilt_deg.value_or(0.0) != 0.0)) tilted_twice_.add(both);
  }

  void set_power(Cell& cell) {
    const bool has_power = fields_.tx_power_dbm.has_value();
    const int forms = (has_power ? 1 : 0) + (fields_.eirp_dbm ? 1 : 0) + (fields_.erp_dbm ? 1 : 0);
    constexpr const char* kForms = "tx_power_dbm with antenna_gain_dbi, or eirp_dbm, or erp_dbm";
    if (forms > 1) {
      reject(has_power ? "tx_power_dbm" : "eirp_dbm", {"the power is given in two forms at once", kForms});
    } else if (forms == 0) {
      reject("tx_power_dbm", {"no power is given", kForms});
    } else if (has_power && !fields_.antenna_gain_dbi && !lacks_pattern_) {
      reject("antenna_gain_dbi", {"is empty, and there is no antenna_pattern with a gain", "-20 … 60 dBi"});
    }
    if (!good_) return;
    if (has_power) {
      cell.power = {.tx_power_dbm = *fields_.tx_power_dbm,
                    .antenna_gain_dbi = *fields_.antenna_gain_dbi,
                    .feeder_loss_db = fields_.feeder_loss_db};
      cell.eirp_dbm = *fields_.tx_power_dbm + *fields_.antenna_gain_dbi - fields_.feeder_loss_db;
      return;
    }
    cell.eirp_dbm = fields_.eirp_dbm ? *fields_.eirp_dbm : network::eirp_from_erp_dbm(*fields_.erp_dbm);
    if (fields_.feeder_loss_db > 0.0) feeder_unused_.add(cell.cell_id);
  }

  void set_channel(Cell& cell) {
    cell.channel_low_mhz = fields_.channel_low_mhz;
    cell.channel_high_mhz = fields_.channel_high_mhz;
    if (fields_.channel_low_mhz.has_value() != fields_.channel_high_mhz.has_value()) {
      reject(fields_.channel_low_mhz ? "channel_high_mhz" : "channel_low_mhz",
             {"is empty, and the other edge of the channel is given", "both edges or none"});
    } else if (fields_.channel_low_mhz && *fields_.channel_low_mhz >= *fields_.channel_high_mhz) {
      reject("channel_low_mhz",
             {"is not below channel_high_mhz", fmt::format("< {:g} MHz", *fields_.channel_high_mhz)});
    }
  }

  void add_notes() const {
    context_.note_all(columns_.notes());
    using Kind = gis::InputNote::Kind;
    note(above_mast_, Kind::kAboveMast);
    note(without_azimuth_, Kind::kNoAzimuth);
    note(tilted_twice_, Kind::kTiltedTwice);
    note(zero_tilt_, Kind::kZeroTilt);
    note(other_band_, Kind::kOtherBand);
    note(feeder_unused_, Kind::kFeederNotUsed);
  }

  void note(const Named& cells, gis::InputNote::Kind kind) const {
    if (cells.count > 0)
      context_.note({.kind = kind, .file = table_.file, .names = cells.text(), .count = cells.count});
  }

  const gis::Table& table_;
  const CellSurroundings& surroundings_;
  const TableContext& context_;
  UniqueIds& ids_;
  CellFields fields_;
  TableColumns columns_;
  std::map<std::string, std::size_t> site_of_id_;
  const gis::TableRow* row_ = nullptr;
  bool good_ = true;
  bool lacks_pattern_ = false;  ///< the row's pattern file has been reported: its gain is not missing
  Named above_mast_, without_azimuth_, tilted_twice_, zero_tilt_, other_band_, feeder_unused_;
};

}  // namespace

std::vector<Cell> read_cells(std::span<const gis::Table> tables, const CellSurroundings& surroundings,
                             const TableContext& context) {
  UniqueIds ids;
  std::vector<Cell> cells;
  for (const gis::Table& table : tables) {
    std::vector<Cell> more = CellReader(table, surroundings, context, ids).read_all();
    std::ranges::move(more, std::back_inserter(cells));
  }
  return cells;
}

}  // namespace phusong::scenario
