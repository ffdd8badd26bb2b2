#pragma once

#include <string>
#include <string_view>

#include "sim/analysis/fixes/fix.h"
#include "sim/analysis/why_not/why_not.h"
#include "sim/network/network.h"

namespace phusong::report {

/// Words on why a hamlet is not covered and what would help, in one language.
struct WhyNotWording {
  std::string_view no_cell_in_range, distance, obstacle, clutter, indoor, power;  ///< reasons
  std::string_view missing;                                                       ///< {cell} {missing}
  std::string_view obstacle_at;                                                   ///< {height} {distance}
  // Fixes: {cell} {site} {from} {to} {rise} {technologies} {height}
  std::string_view tilt, azimuth, raised_power, technology, pole, mast;
  std::string_view tilt_kind, azimuth_kind, power_kind, technology_kind, pole_kind, mast_kind;  ///< of the summary
  std::string_view cost;                                                                        ///< {fix} {amount}
  std::string_view takes_down;                                                                  ///< {count}
  std::string_view only_part;                                      ///< of a fix that does not cover the hamlet
  std::string_view no_terrain, no_cell, no_setting, no_candidate;  ///< why no fix of a kind was tried
  std::string_view reasons_title;                                  ///< of the summary: {hamlets}
  std::string_view fixes_title;                                    ///< of the summary: {fixed} {hamlets}
};

/// Vietnamese for "vi", English else.
const WhyNotWording& why_not_wording(std::string_view language);

/// The reason in a few words: "hidden by terrain".
std::string_view reason_text(analysis::Reason reason, std::string_view language);
/// A kind of fix in a few words: "pole in the hamlet".
std::string_view kind_text(analysis::FixKind kind, std::string_view language);
/// The reason with the obstacle, the strongest cell and what is missing: the note of a hamlet.
std::string note_text(const analysis::WhyNot& why, const network::Network& network, std::string_view language);
/// A fix in words without its cost: "tilt C1-4G-1 from 6° to 3°".
std::string fix_text(const analysis::Fix& fix, std::string_view language);
/// The same with its cost.
std::string priced_fix_text(const analysis::Fix& fix, std::string_view language);
/// What is to be said of a fix in its row; may be empty.
std::string fix_note(const analysis::Fix& fix, std::string_view language);

}  // namespace phusong::report
