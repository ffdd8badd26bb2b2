#include "sim/intake/tables/carrier_values.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <regex>

#include "gis/text.h"
#include "sim/intake/channels/band_names.h"
#include "sim/intake/channels/channel_numbers.h"
#include "sim/intake/tables/number_value.h"
#include "sim/intake/tables/technology_names.h"

namespace phusong::intake {
namespace {

struct NumberedColumn {
  std::string_view target;
  Numbering numbering;
};
constexpr std::array<NumberedColumn, 4> kNumbered = {{{"arfcn", Numbering::kArfcn},
                                                      {"uarfcn", Numbering::kUarfcn},
                                                      {"earfcn", Numbering::kEarfcn},
                                                      {"nr_arfcn", Numbering::kNrArfcn}}};

/// A channel number of a row and what it counts.
struct ChannelField {
  std::string target;
  Numbering numbering;
};

bool has_number(const Draft& draft, std::string_view target) {
  return draft.has(target) && !says_nothing(draft.text(target));
}

/// The row's own numbering, that of its technology first; of a column for all technologies ("channel") that of the
/// row's technology. "ARFCN" may head such a column too.
std::optional<ChannelField> channel_field(const Draft& draft) {
  const auto technology = network::technology_from_name(draft.text("technology"));
  if (technology && has_number(draft, numbering_target(*technology)))
    return ChannelField{numbering_target(*technology), numbering_of(*technology)};
  for (const NumberedColumn& column : kNumbered) {
    if (!has_number(draft, column.target)) continue;
    const bool is_general = column.numbering == Numbering::kArfcn && technology;
    return ChannelField{std::string(column.target), is_general ? numbering_of(*technology) : column.numbering};
  }
  if (has_number(draft, "channel") && technology) return ChannelField{"channel", numbering_of(*technology)};
  return std::nullopt;
}

bool says_pcs(const Draft& draft) {
  return draft.text("band").find("1900") != std::string::npos ||
         gis::without_case(draft.text("band")).find("pcs") != std::string::npos;
}

void take_frequency(Draft& draft, const ChannelField& field, const DownlinkChannel& channel, std::int64_t number) {
  constexpr double kSameMhz = 0.05;
  const std::string name(name_of(field.numbering));
  const std::string frequency = decimal_text(channel.frequency_mhz, 4);
  if (const auto stated = plain_value(draft.text("frequency_mhz"))) {
    if (std::abs(*stated - channel.frequency_mhz) <= kSameMhz) return;
    const DownlinkBand band{.name = channel.band, .low_mhz = channel.band_low_mhz, .high_mhz = channel.band_high_mhz};
    if (!band.is_near(*stated))
      return draft.refuse("frequency_mhz", Reason::kTwoFrequencies, {name, std::to_string(number), frequency});
  }
  draft.change("frequency_mhz", frequency, Reason::kChannel,
               {name, std::to_string(number), std::string(channel.band), std::string(source_of(field.numbering))});
}

void take_channel(Draft& draft, const ChannelField& field) {
  const std::string name(name_of(field.numbering));
  const auto technology = network::technology_from_name(draft.text("technology"));
  if (technology && *technology != technology_of(field.numbering))
    return draft.refuse(field.target, Reason::kChannelTechnology, {name, draft.text("technology")});
  const auto number = whole_number_of(draft, field.target);
  const auto channel = number ? downlink_channel(field.numbering, *number, says_pcs(draft)) : std::nullopt;
  if (!channel) return draft.refuse(field.target, Reason::kChannelUnknown, {name, allowed_channels(field.numbering)});
  if (!draft.has("technology")) {
    draft.change("technology", std::string(network::name_of(technology_of(field.numbering))),
                 Reason::kTechnologyOfChannel, {name});
  }
  take_frequency(draft, field, *channel, *number);
}

std::string megahertz(const DownlinkBand& band) {
  return decimal_text(band.low_mhz, 1) + " … " + decimal_text(band.high_mhz, 1) + " MHz";
}

/// The middle of the band's downlink where the row has neither a channel nor a frequency; else the two must agree.
void take_band(Draft& draft, Numbering numbering) {
  const std::string text = draft.text("band"), technology(network::name_of(technology_of(numbering)));
  if (says_nothing(text)) return;
  const std::optional<DownlinkBand> band = named_band(numbering, text);
  const auto frequency_mhz = plain_value(draft.text("frequency_mhz"));
  if (!draft.has("frequency_mhz")) {
    if (!band) return draft.refuse("band", Reason::kBandUnknown, {text, technology, nominal_frequencies(numbering)});
    draft.change("frequency_mhz", decimal_text(band->middle_mhz(), 1), Reason::kBandMiddle,
                 {std::string(band->name), decimal_text(band->low_mhz, 1), decimal_text(band->high_mhz, 1)});
  } else if (band && frequency_mhz && !band->is_near(*frequency_mhz)) {
    draft.refuse("frequency_mhz", Reason::kTwoBands, {text, megahertz(*band)});
  }
}

bool is_one_of_several(const Draft& draft) {
  return std::ranges::find(draft.changes(), Reason::kTechnology, &Change::reason) != draft.changes().end();
}

/// A frequency that no channel number gives: not one of an uplink, nor one beyond all bands, as channel numbers are in
/// the wrong column.
void check_frequency(Draft& draft, Numbering numbering) {
  const auto frequency_mhz = plain_value(draft.text("frequency_mhz"));
  if (!frequency_mhz) return;
  const std::string stated = decimal_text(*frequency_mhz, 4);
  if (const auto downlink_mhz = downlink_of_uplink(numbering, *frequency_mhz)) {
    draft.refuse("frequency_mhz", Reason::kUplink, {stated, decimal_text(*downlink_mhz, 4)});
  } else if (!is_near_any_band(numbering, *frequency_mhz)) {
    draft.refuse("frequency_mhz", Reason::kNoBand, {stated, draft.text("technology"), nominal_frequencies(numbering)});
  }
}

std::ptrdiff_t refusals_of(const Draft& draft) {
  return std::ranges::count_if(draft.changes(), [](const Change& change) { return is_refusal(change.reason); });
}

/// Carriers in an order that is not that of the technologies show by frequencies that their technology has not.
void check_technology(Draft& draft, Numbering numbering) {
  const auto frequency_mhz = plain_value(draft.text("frequency_mhz"));
  if (!frequency_mhz || is_carrier_in_vietnam(numbering, *frequency_mhz)) return;
  draft.refuse("frequency_mhz", Reason::kNoCarrierOfTechnology,
               {decimal_text(*frequency_mhz, 4), draft.text("technology"), nominal_frequencies(numbering)});
}

}  // namespace

void take_resource_blocks(Draft& draft) {
  struct BandwidthName {
    std::string_view name, mhz;
  };
  static constexpr std::array<BandwidthName, 6> kBandwidths = {
      {{"n6", "1.4"}, {"n15", "3"}, {"n25", "5"}, {"n50", "10"}, {"n75", "15"}, {"n100", "20"}}};
  std::string name = gis::plain_words(draft.text("bandwidth_mhz"));
  if (name.starts_with("cell bw ")) name.erase(0, std::string_view("cell bw ").size());
  const auto found = std::ranges::find(kBandwidths, name, &BandwidthName::name);
  if (found != kBandwidths.end()) draft.change("bandwidth_mhz", std::string(found->mhz), Reason::kResourceBlocks);
}

void take_port_power(Draft& draft) {
  static const std::regex kPorts("^([1248]) *(?:x|X|×|[*]) *([0-9].*)$");
  const auto found = draft.values.find("tx_power_dbm");
  const auto named = named_technology(draft.text("technology"));
  std::smatch ports;
  if (found == draft.values.end() || !named || !std::regex_match(found->second.text, ports, kPorts)) return;
  DraftValue& value = found->second;
  if (named->technology < network::Technology::k4G) {
    draft.refuse("tx_power_dbm", Reason::kPowersOfWhat, {value.text});
    draft.values.erase(found);
    return;
  }
  const std::string of_one = ports[2];
  draft.note({.reason = Reason::kPortPower,
              .column = "tx_power_dbm",
              .header = value.header,
              .before = value.text,
              .after = of_one,
              .arguments = {ports[1]}});
  value.source = value.source_text();
  value.text = of_one;
}

std::string numbering_target(network::Technology technology) {
  return std::string(std::ranges::find(kNumbered, numbering_of(technology), &NumberedColumn::numbering)->target);
}

std::vector<network::Technology> technologies_of_channels(const Draft& draft) {
  std::vector<network::Technology> technologies;
  for (const NumberedColumn& column : kNumbered)
    if (has_number(draft, column.target)) technologies.push_back(technology_of(column.numbering));
  return technologies;
}

void take_carrier(Draft& draft) {
  const std::ptrdiff_t refused_before = refusals_of(draft);
  const auto is_good = [&] { return refusals_of(draft) == refused_before; };
  const std::optional<ChannelField> field = channel_field(draft);
  if (field) take_channel(draft, *field);
  const auto technology = network::technology_from_name(draft.text("technology"));
  if (!technology || !is_good()) return;
  const Numbering numbering = numbering_of(*technology);
  if (draft.has("band")) take_band(draft, numbering);
  if (field) return;
  if (is_good()) check_frequency(draft, numbering);
  if (is_good() && is_one_of_several(draft)) check_technology(draft, numbering);
}

bool has_wrong_carrier(const Draft& draft) {
  return std::ranges::any_of(draft.changes(), [](const Change& change) {
    static constexpr std::array kReasons = {Reason::kNoCarrierOfTechnology, Reason::kTwoBands, Reason::kUplink,
                                            Reason::kNoBand};
    return std::ranges::find(kReasons, change.reason) != kReasons.end();
  });
}

}  // namespace phusong::intake
