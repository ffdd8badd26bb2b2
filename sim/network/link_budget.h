#pragma once

#include <optional>
#include <span>

#include "propagation/limit.h"
#include "sim/network/technology.h"

namespace phusong::network {

/// EIRP = ERP + 2.15 dB.
double eirp_from_erp_dbm(double erp_dbm);

/// Resource blocks of an LTE carrier (TS 36.101 table 5.6-1); nothing for a bandwidth that does not exist.
std::optional<int> lte_resource_blocks(double bandwidth_mhz);
/// Resource blocks of an NR carrier in FR1 (TS 38.101-1 table 5.3.2-1).
std::optional<int> nr_resource_blocks(double bandwidth_mhz, double subcarrier_khz);
/// 15 kHz below 3 GHz, else 30 kHz.
double default_subcarrier_khz(double frequency_mhz);

/// From carrier or port power to the reference signal: 2G 0 (BCCH carrier); 3G −10 (pilot share);
/// 4G/5G −10 log10(12 N_RB). Nothing where the bandwidth does not exist.
std::optional<double> default_reference_power_offset_db(Technology technology, double bandwidth_mhz,
                                                        double subcarrier_khz);

/// Level = EIRP − pattern attenuation + offset − path loss + correction (receiver antenna 0 dBi, no body loss).
struct LevelTerms {
  double eirp_dbm = 0.0;
  double pattern_db = 0.0;  ///< attenuation below the maximum, ≥ 0
  double reference_power_offset_db = 0.0;
  double loss_db = 0.0;
  double correction_db = 0.0;  ///< by measurements
};
double level_dbm(const LevelTerms& terms);

}  // namespace phusong::network
