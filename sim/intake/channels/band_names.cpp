#include "sim/intake/channels/band_names.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <span>

#include "gis/text.h"
#include "sim/intake/channels/channel_bands.h"

namespace phusong::intake {
namespace {

/// What people call a band by.
struct NominalBand {
  Numbering numbering;
  int nominal_mhz;
  std::string_view band;
};

constexpr std::array<NominalBand, 24> kNominalBands = {{
    {Numbering::kArfcn, 850, "GSM 850"},   {Numbering::kArfcn, 900, "GSM 900"}, {Numbering::kArfcn, 1800, kDcs1800},
    {Numbering::kArfcn, 1900, "PCS 1900"}, {Numbering::kUarfcn, 850, "V"},      {Numbering::kUarfcn, 900, "VIII"},
    {Numbering::kUarfcn, 1900, "II"},      {Numbering::kUarfcn, 2100, "I"},     {Numbering::kEarfcn, 700, "28"},
    {Numbering::kEarfcn, 800, "20"},       {Numbering::kEarfcn, 850, "5"},      {Numbering::kEarfcn, 900, "8"},
    {Numbering::kEarfcn, 1800, "3"},       {Numbering::kEarfcn, 2100, "1"},     {Numbering::kEarfcn, 2300, "40"},
    {Numbering::kEarfcn, 2600, "7"},       {Numbering::kNrArfcn, 700, "n28"},   {Numbering::kNrArfcn, 900, "n8"},
    {Numbering::kNrArfcn, 1800, "n3"},     {Numbering::kNrArfcn, 2100, "n1"},   {Numbering::kNrArfcn, 2600, "n41"},
    {Numbering::kNrArfcn, 3500, "n78"},    {Numbering::kNrArfcn, 3700, "n78"},  {Numbering::kNrArfcn, 26000, "n258"},
}};

/// From the uplink to the downlink of the paired bands in use in Vietnam, by the lower edge of the downlink; 0 for
/// bands that are not paired. TS 45.005, clause 2; TS 36.101, table 5.7.4-1; TS 38.101-1, table 5.4.4-1.
double duplex_mhz(double low_mhz) {
  struct Duplex {
    double low_mhz, spacing_mhz;
  };
  static constexpr std::array<Duplex, 8> kDuplexes = {{{758.0, 55.0},
                                                       {869.0, 45.0},
                                                       {918.0, 45.0},
                                                       {925.0, 45.0},
                                                       {935.0, 45.0},
                                                       {1805.0, 95.0},
                                                       {2110.0, 190.0},
                                                       {2620.0, 120.0}}};
  const auto found = std::ranges::find_if(
      kDuplexes, [low_mhz](const Duplex& duplex) { return std::abs(duplex.low_mhz - low_mhz) < 0.5; });
  return found == kDuplexes.end() ? 0.0 : found->spacing_mhz;
}

std::optional<DownlinkBand> band_of(Numbering numbering, std::string_view name) {
  const std::span<const ChannelBand> bands = bands_of(numbering);
  const auto found = std::ranges::find(bands, name, &ChannelBand::name);
  if (found == bands.end()) return std::nullopt;
  return DownlinkBand{.name = found->name, .low_mhz = found->low_mhz, .high_mhz = found->high_mhz};
}

std::optional<DownlinkBand> band_of_nominal(Numbering numbering, std::string_view digits) {
  int nominal_mhz = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), nominal_mhz);
  const auto found = std::ranges::find_if(kNominalBands, [&](const NominalBand& band) {
    return band.numbering == numbering && band.nominal_mhz == nominal_mhz;
  });
  return found == kNominalBands.end() ? std::nullopt : band_of(numbering, found->band);
}

/// The band of a number of one or two digits, of those in use in Vietnam: "3" is band 3 of 4G and n3 of 5G; behind a
/// letter of the technology the digits are hundreds of MHz ("L18").
std::optional<DownlinkBand> band_of_number(Numbering numbering, const std::string& digits, char before) {
  if (before == 'l' || before == 'u' || before == 'g' || before == 'd')
    return band_of_nominal(numbering, digits + "00");
  if (numbering != Numbering::kEarfcn && numbering != Numbering::kNrArfcn) return std::nullopt;
  const std::string name = numbering == Numbering::kNrArfcn ? "n" + digits : digits;
  const auto is_it = [&name](const ChannelBand& band) { return band.in_vietnam && band.name == name; };
  return std::ranges::any_of(bands_of(numbering), is_it) ? band_of(numbering, name) : std::nullopt;
}

}  // namespace

bool DownlinkBand::is_near(double frequency_mhz) const {
  constexpr double kWidestDuplexMhz = 200.0;
  return frequency_mhz >= low_mhz - kWidestDuplexMhz && frequency_mhz <= high_mhz;
}

std::optional<DownlinkBand> named_band(Numbering numbering, std::string_view text) {
  const std::string words = gis::plain_words(text);
  std::optional<DownlinkBand> band;
  constexpr std::string_view kDigits = "0123456789";
  std::size_t end = 0;
  for (std::size_t begin = words.find_first_of(kDigits); begin != std::string::npos;
       begin = words.find_first_of(kDigits, end)) {
    end = std::min(words.find_first_not_of(kDigits, begin), words.size());
    const std::string digits = words.substr(begin, end - begin);
    // The digit of "4G" is no band.
    if (digits.size() == 1 && end < words.size() && words[end] == 'g') continue;
    const char before = begin == 0 ? ' ' : words[begin - 1];
    const auto named =
        digits.size() > 2 ? band_of_nominal(numbering, digits) : band_of_number(numbering, digits, before);
    if (!named || (band && band->name != named->name)) return std::nullopt;
    band = named;
  }
  return band;
}

bool is_carrier_in_vietnam(Numbering numbering, double frequency_mhz) {
  return std::ranges::any_of(bands_of(numbering), [&](const ChannelBand& band) {
    if (!band.in_vietnam) return false;
    if (frequency_mhz >= band.low_mhz && frequency_mhz <= band.high_mhz) return true;
    return std::ranges::any_of(kNominalBands, [&](const NominalBand& nominal) {
      return nominal.numbering == numbering && nominal.band == band.name &&
             std::abs(nominal.nominal_mhz - frequency_mhz) < 0.5;
    });
  });
}

std::optional<double> downlink_of_uplink(Numbering numbering, double frequency_mhz) {
  if (is_carrier_in_vietnam(numbering, frequency_mhz)) return std::nullopt;
  for (const ChannelBand& band : bands_of(numbering)) {
    const double downlink_mhz = frequency_mhz + duplex_mhz(band.low_mhz);
    const bool is_paired = band.in_vietnam && downlink_mhz > frequency_mhz;
    if (is_paired && downlink_mhz >= band.low_mhz && downlink_mhz <= band.high_mhz) return downlink_mhz;
  }
  return std::nullopt;
}

bool is_near_any_band(Numbering numbering, double frequency_mhz) {
  return std::ranges::any_of(bands_of(numbering), [frequency_mhz](const ChannelBand& band) {
    const DownlinkBand downlink{.name = band.name, .low_mhz = band.low_mhz, .high_mhz = band.high_mhz};
    return downlink.is_near(frequency_mhz);
  });
}

std::string nominal_frequencies(Numbering numbering) {
  std::string text;
  for (const NominalBand& band : kNominalBands)
    if (band.numbering == numbering) text += (text.empty() ? "" : ", ") + std::to_string(band.nominal_mhz);
  return text;
}

}  // namespace phusong::intake
