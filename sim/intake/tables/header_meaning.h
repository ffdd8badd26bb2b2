#pragma once

#include <optional>
#include <string>

#include "sim/intake/tables/target_table.h"

namespace phusong::intake {

/// What a header says: its target and the unit in brackets or at its end. The target of a column of one technology
/// ("Tần số 4G") is as `target_of_technology` has it.
struct HeaderMeaning {
  std::string target, unit;
  bool is_fallback = false;
};
/// "Độ cao anten (ft)", "power_w"; nothing for a header that is not known.
std::optional<HeaderMeaning> meaning_of(const std::string& header, const TargetTable& targets, bool is_cut_off = false);

/// The unit in brackets or at the end of a header; empty where there is none.
std::string unit_in_header(const std::string& header);

}  // namespace phusong::intake
