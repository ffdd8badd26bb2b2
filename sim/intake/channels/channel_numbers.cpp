#include "sim/intake/channels/channel_numbers.h"

#include <fmt/format.h>

#include <array>

#include "sim/intake/channels/channel_bands.h"

namespace phusong::intake {
namespace {

struct NumberingFacts {
  std::string_view name, source;
  network::Technology technology;
};

/// In the order of the enumeration.
constexpr std::array<NumberingFacts, 4> kNumberings = {{{"ARFCN", "3GPP TS 45.005", network::Technology::k2G},
                                                        {"UARFCN", "3GPP TS 25.101", network::Technology::k3G},
                                                        {"EARFCN", "3GPP TS 36.101", network::Technology::k4G},
                                                        {"NR-ARFCN", "3GPP TS 38.104", network::Technology::k5G}}};

const NumberingFacts& facts_of(Numbering numbering) {
  return kNumberings.at(static_cast<std::size_t>(numbering));
}

double frequency_of(Numbering numbering, const ChannelBand& band, std::int64_t number) {
  if (numbering == Numbering::kNrArfcn) return nr_frequency_mhz(number);
  return band.first_mhz + band.step_mhz * static_cast<double>(number - band.first);
}

}  // namespace

std::string_view name_of(Numbering numbering) {
  return facts_of(numbering).name;
}

std::string_view source_of(Numbering numbering) {
  return facts_of(numbering).source;
}

network::Technology technology_of(Numbering numbering) {
  return facts_of(numbering).technology;
}

Numbering numbering_of(network::Technology technology) {
  std::size_t i = 0;
  while (kNumberings.at(i).technology != technology)
    ++i;
  return static_cast<Numbering>(i);
}

std::optional<DownlinkChannel> downlink_channel(Numbering numbering, std::int64_t number, bool pcs1900) {
  for (const ChannelBand& band : bands_of(numbering)) {
    if (number < band.first || number > band.last) continue;
    if (pcs1900 && band.name == kDcs1800) continue;
    return DownlinkChannel{.frequency_mhz = frequency_of(numbering, band, number),
                           .band = band.name,
                           .band_low_mhz = band.low_mhz,
                           .band_high_mhz = band.high_mhz};
  }
  return std::nullopt;
}

std::string allowed_channels(Numbering numbering) {
  std::string text;
  for (const ChannelBand& band : bands_of(numbering)) {
    if (!band.in_vietnam) continue;
    text += fmt::format("{}{}: {} … {}", text.empty() ? "" : ", ", band.name, band.first, band.last);
  }
  return text;
}

}  // namespace phusong::intake
