#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "propagation/limit.h"

namespace phusong::cli {

/// The parts of a text between its commas, without blanks at their ends; one more than there are commas.
std::vector<std::string> parts_of(const std::string& text);

/// The number that a part of an option's value is. Throws UsageError that names the option, and the quantity and range
/// of `limit`.
double number_in(std::string_view option, const std::string& text, const propagation::Limit& limit);

}  // namespace phusong::cli
