#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "sim/intake/channels/channel_numbers.h"

namespace phusong::intake {

/// The downlink of a band.
struct DownlinkBand {
  std::string_view name;  ///< "DCS 1800", "I", "3", "n78"
  double low_mhz = 0.0, high_mhz = 0.0;

  double middle_mhz() const { return (low_mhz + high_mhz) / 2.0; }
  /// Whether a frequency lies between the band's uplink, or its nominal frequency, and the upper edge of its downlink.
  bool is_near(double frequency_mhz) const;
};

/// The band that a text names for a technology: by its nominal frequency ("1800", "900 MHz"), by its number ("B3",
/// "band 3", "n78"), or by both, with a name of the technology or without ("LTE 1800"). Nothing where the text names
/// none, or two.
std::optional<DownlinkBand> named_band(Numbering numbering, std::string_view text);

/// Whether a number is the nominal frequency of a band of the technology that is in use in Vietnam, or lies in the
/// downlink of one.
bool is_carrier_in_vietnam(Numbering numbering, double frequency_mhz);

/// The downlink centre that a frequency is the uplink's of, in a band that is in use in Vietnam; nothing where it is no
/// uplink, or a downlink of another band.
std::optional<double> downlink_of_uplink(Numbering numbering, double frequency_mhz);

/// Whether any band of the technology, in Vietnam or elsewhere, has the frequency or its nominal one.
bool is_near_any_band(Numbering numbering, double frequency_mhz);

/// The nominal frequencies of the bands of a technology, for messages: "900, 1800".
std::string nominal_frequencies(Numbering numbering);

}  // namespace phusong::intake
