#include "sim/intake/tables/tilt_values.h"

#include "gis/text.h"
#include "sim/intake/tables/cut_text.h"
#include "sim/intake/tables/number_value.h"

namespace phusong::intake {
namespace {

/// "Tilt (điện + cơ)", "Tilt E+M".
bool has_electrical_first(const std::string& header) {
  const std::string words = " " + gis::plain_words(header) + " ";
  for (const char* const order : {" dien co ", " e m ", " electrical mechanical ", " elec mech ", " dien va co "})
    if (words.find(order) != std::string::npos) return true;
  return false;
}

}  // namespace

void take_tilt(Draft& draft) {
  if (!draft.has("tilt") || draft.has("mechanical_tilt_deg") || draft.has("electrical_tilt_deg")) return;
  const DraftValue value = draft.values.find("tilt")->second;
  if (says_nothing(value.text) || plain_value(value.text) == 0.0) return;
  const std::vector<std::string> parts = cut_text(value.text, "+");
  if (parts.size() != 2) return draft.refuse("tilt", Reason::kTiltOfWhat, {value.header});
  const bool is_turned = has_electrical_first(value.header);
  for (const std::size_t i : {std::size_t{0}, std::size_t{1}}) {
    const std::string target = (i == 0) == is_turned ? "electrical_tilt_deg" : "mechanical_tilt_deg";
    draft.note({.reason = Reason::kTiltParts,
                .column = target,
                .header = value.header,
                .before = value.text,
                .after = gis::clean_text(parts[i]),
                .arguments = {}});
    draft.values[target] = {.text = gis::clean_text(parts[i]), .header = value.header, .source = value.source_text()};
  }
}

}  // namespace phusong::intake
