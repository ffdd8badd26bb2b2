#include "sim/scenario/cell_columns.h"

#include "sim/scenario/common_limits.h"
#include "sim/scenario/key.h"

namespace phusong::scenario {
namespace {

constexpr propagation::Limit kTilt{.min = -90, .max = 90, .unit = "°"};
constexpr propagation::Limit kFrequency{.min = 20, .max = 100000, .unit = "MHz"};
/// From a repeater to a broadcast transmitter: 80 dBm is 100 kW.
constexpr propagation::Limit kPower{.min = -10, .max = 80, .unit = "dBm"};
constexpr propagation::Limit kRadiatedPower{.min = -30, .max = 100, .unit = "dBm"};

std::vector<Column> carrier_columns(CellFields& f) {
  return {
      {.name = "cell_id", .place = &f.cell_id, .meaning = "unique", .required = true},
      {.name = "site_id", .place = &f.site_id, .meaning = "of the sites table", .required = true},
      {.name = "technology",
       .place = choice(f.technology, technology_names()),
       .meaning = "generation of radio",
       .required = true},
      {.name = "frequency_mhz",
       .place = &f.frequency_mhz,
       .limit = kFrequency,
       .meaning = "downlink centre; p1812: 30 … 6000 MHz",
       .required = true},
      {.name = "bandwidth_mhz",
       .place = &f.bandwidth_mhz,
       .limit = {.min = 0.01, .max = 400, .unit = "MHz"},
       .meaning = "of the carrier; 4G and 5G need it unless reference_power_offset_db is given"},
  };
}

std::vector<Column> antenna_columns(CellFields& f) {
  return {
      {.name = "antenna_height_agl_m",
       .place = &f.antenna_height_agl_m,
       .limit = {.min = 1, .max = 500, .unit = "m"},
       .meaning = "of the antenna's centre above ground",
       .required = true},
      {.name = "azimuth_deg",
       .place = &f.azimuth_deg,
       .limit = {.min = 0, .max = 360, .unit = "°"},
       .meaning = "from true north, clockwise",
       .default_text = "omnidirectional"},
      {.name = "mechanical_tilt_deg",
       .place = &f.mechanical_tilt_deg,
       .limit = kTilt,
       .meaning = "down positive; rotates the pattern"},
      {.name = "electrical_tilt_deg",
       .place = &f.electrical_tilt_deg,
       .limit = kTilt,
       .meaning = "down positive; shifts the vertical cut; with antenna_pattern the whole tilt, its cut's own in it; 0 "
                  "leaves that cut as it is",
       .default_text = "0"},
      {.name = "beamwidth_h_deg",
       .place = &f.beamwidth_h_deg,
       .limit = {.min = 0, .max = 360, .unit = "°"},
       .meaning = "half-power width; 360 or 0 is omnidirectional; not used without an azimuth"},
      {.name = "beamwidth_v_deg",
       .place = &f.beamwidth_v_deg,
       .limit = {.min = 1, .max = 180, .unit = "°"},
       .meaning = "half-power width"},
      {.name = "antenna_pattern",
       .place = &f.antenna_pattern,
       .meaning = ".msi file; replaces the beamwidths, and the gain where none is given"},
  };
}

std::vector<Column> power_columns(CellFields& f) {
  return {
      {.name = "tx_power_dbm",
       .place = &f.tx_power_dbm,
       .limit = kPower,
       .meaning = "2G: the BCCH carrier; 3G: the carrier's total; 4G, 5G: one antenna port. Or eirp_dbm, or erp_dbm"},
      {.name = "antenna_gain_dbi",
       .place = &f.antenna_gain_dbi,
       .limit = {.min = -20, .max = 60, .unit = "dBi"},
       .meaning = "of the maximum; with tx_power_dbm",
       .default_text = "that of antenna_pattern"},
      {.name = "feeder_loss_db",
       .place = &f.feeder_loss_db,
       .limit = {.min = 0, .max = 30, .unit = "dB"},
       .meaning = "between power and antenna; eirp_dbm and erp_dbm have it in them"},
      {.name = "eirp_dbm", .place = &f.eirp_dbm, .limit = kRadiatedPower, .meaning = "instead of power and gain"},
      {.name = "erp_dbm", .place = &f.erp_dbm, .limit = kRadiatedPower, .meaning = "the same; EIRP = ERP + 2.15 dB"},
      {.name = "reference_power_offset_db",
       .place = &f.reference_power_offset_db,
       .limit = {.min = -60, .max = 20, .unit = "dB"},
       .meaning = "added: from that power to the signal whose level counts",
       .default_text = "2G 0; 3G −10; 4G, 5G −10 log10(12 N_RB)"},
      {.name = "subcarrier_khz",
       .place = &f.subcarrier_khz,
       .limit = {.min = 15, .max = 120, .unit = "kHz"},
       .meaning = "5G alone",
       .default_text = "15 below 3 GHz, else 30"},
  };
}

std::vector<Column> service_columns(CellFields& f) {
  constexpr propagation::Limit kMhz{.min = 20, .max = 100000, .unit = "MHz"};
  return {
      {.name = "voice", .place = &f.voice, .meaning = "carries calls"},
      {.name = "exempt", .place = &f.exempt, .meaning = "is never switched off"},
      {.name = "channel_low_mhz",
       .place = &f.channel_low_mhz,
       .limit = kMhz,
       .meaning = "lower edge of the spectrum in use"},
      {.name = "channel_high_mhz", .place = &f.channel_high_mhz, .limit = kMhz, .meaning = "upper edge"},
      {.name = "load",
       .place = &f.load,
       .limit = kShare,
       .meaning = "share of its resources in use, for interference alone",
       .default_text = "service.load"},
  };
}

}  // namespace

std::vector<Column> cell_columns(CellFields& fields) {
  std::vector<Column> columns = carrier_columns(fields);
  for (const std::vector<Column>& more : {antenna_columns(fields), power_columns(fields), service_columns(fields)})
    columns.insert(columns.end(), more.begin(), more.end());
  return columns;
}

std::optional<Rejection> check_beamwidth_h(std::optional<double> beamwidth_h_deg) {
  if (!beamwidth_h_deg || *beamwidth_h_deg == 0.0 || *beamwidth_h_deg >= 1.0) return std::nullopt;
  return Rejection{"out of range", "1 … 360 °, or 0"};
}

}  // namespace phusong::scenario
