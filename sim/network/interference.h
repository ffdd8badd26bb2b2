#pragma once

#include <optional>

#include "sim/network/cell.h"

namespace phusong::network {

/// The spectrum of a cell's carrier.
struct Channel {
  bool operator==(const Channel&) const = default;

  double low_mhz = 0.0, high_mhz = 0.0;
};

/// The channel as the cells table gives it, else centre ± bandwidth / 2; a 3G carrier without a bandwidth takes 5 MHz.
Channel channel_of(const Cell& cell);

/// Overlapping bandwidth / bandwidth of `channel`, 0 … 1; nothing below 1 Hz overlaps. A channel without a width is
/// wholly overlapped by those that it lies in.
double overlap_share(const Channel& channel, const Channel& other);

/// The assumptions of a scenario about interference.
struct InterferenceOptions {
  double load = 0.0;  ///< of cells that do not say theirs
  double reuse_2g = 1.0;
};

/// Thermal noise of a receiver: −174 dBm/Hz + 10 log10(bandwidth) + noise figure.
double noise_dbm(double bandwidth_hz, double noise_figure_db);

/// The bandwidth that holds the noise beside a level of this cell: 2G 200 kHz, 3G 3.84 MHz (the chip rate), 4G and 5G a
/// resource element's (15 kHz; the cell's subcarrier).
double noise_bandwidth_hz(const Cell& cell);

/// Power that a cell adds to the interference, over the power of its level. 2G: 1 / reuse. 3G: max(load, share) /
/// share, where the share is the pilot's of the carrier's power: a cell never radiates less than its pilot. 4G, 5G: its
/// load.
double interference_factor(const Cell& cell, const InterferenceOptions& options);

/// Part of that interference which a cell of the same operator suffers, 0 … 1. None from another technology. 2G: all of
/// it from a cell in the same band. 3G: all of it where the channels overlap. 4G, 5G: the overlap_share of `cell`'s
/// channel.
double interference_weight(const Cell& cell, const Cell& from);

/// Whether a cell's own power counts as interference: a 3G pilot stands against everything on its carrier.
bool interferes_with_itself(Technology technology);

/// Whether throughput is said of a technology: 4G and 5G.
bool has_throughput(Technology technology);

/// N_RB · 12 subcarriers of a 4G or 5G cell; nothing for another technology or a bandwidth that does not exist.
std::optional<double> transmission_bandwidth_hz(const Cell& cell);

/// Peak rate of one user alone over a bandwidth: 3GPP TR 36.942 Annex A, downlink. 0 below −10 dB, else
/// 0.6 log2(1 + SINR) bit/s/Hz, at most 4.4.
double throughput_mbps(double sinr_db, double bandwidth_hz);

}  // namespace phusong::network
