#include "sim/intake/tables/carrier_values.h"

#include <array>
#include <cmath>
#include <optional>

#include "gis/text.h"
#include "sim/intake/channels/channel_numbers.h"
#include "sim/intake/tables/number_value.h"

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

/// The row's own numbering; of a column for all technologies ("channel") that of the row's technology. "ARFCN" may head
/// such a column too.
std::optional<ChannelField> channel_field(const Draft& draft) {
  const auto technology = network::technology_from_name(draft.text("technology"));
  for (const NumberedColumn& column : kNumbered) {
    if (!draft.has(column.target)) continue;
    const bool is_general = column.numbering == Numbering::kArfcn && technology;
    return ChannelField{std::string(column.target), is_general ? numbering_of(*technology) : column.numbering};
  }
  if (draft.has("channel") && technology) return ChannelField{"channel", numbering_of(*technology)};
  return std::nullopt;
}

bool says_pcs(const Draft& draft) {
  return draft.text("band").find("1900") != std::string::npos ||
         gis::without_case(draft.text("band")).find("pcs") != std::string::npos;
}

/// Between the band's uplink, or its nominal frequency, and the upper edge of its downlink.
bool is_nominal(double frequency_mhz, const DownlinkChannel& channel) {
  constexpr double kWidestDuplexMhz = 200.0;
  return frequency_mhz >= channel.band_low_mhz - kWidestDuplexMhz && frequency_mhz <= channel.band_high_mhz;
}

void take_frequency(Draft& draft, const ChannelField& field, const DownlinkChannel& channel, std::int64_t number) {
  constexpr double kSameMhz = 0.05;
  const std::string name(name_of(field.numbering));
  const std::string frequency = decimal_text(channel.frequency_mhz, 4);
  if (const auto stated = plain_value(draft.text("frequency_mhz"))) {
    if (std::abs(*stated - channel.frequency_mhz) <= kSameMhz) return;
    if (!is_nominal(*stated, channel))
      return draft.refuse("frequency_mhz", Reason::kTwoFrequencies, {name, std::to_string(number), frequency});
  }
  draft.change("frequency_mhz", frequency, Reason::kChannel,
               {name, std::to_string(number), std::string(channel.band), std::string(source_of(field.numbering))});
}

}  // namespace

void take_channel(Draft& draft) {
  const std::optional<ChannelField> field = channel_field(draft);
  if (!field) return;
  const std::string name(name_of(field->numbering));
  const auto technology = network::technology_from_name(draft.text("technology"));
  if (technology && *technology != technology_of(field->numbering))
    return draft.refuse(field->target, Reason::kChannelTechnology, {name, draft.text("technology")});
  const auto number = whole_number_of(draft, field->target);
  const auto channel = number ? downlink_channel(field->numbering, *number, says_pcs(draft)) : std::nullopt;
  if (!channel) return draft.refuse(field->target, Reason::kChannelUnknown, {name, allowed_channels(field->numbering)});
  if (!draft.has("technology")) {
    draft.change("technology", std::string(network::name_of(technology_of(field->numbering))),
                 Reason::kTechnologyOfChannel, {name});
  }
  take_frequency(draft, *field, *channel, *number);
}

}  // namespace phusong::intake
