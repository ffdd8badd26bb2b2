#pragma once

#include <nlohmann/json_fwd.hpp>
#include <string>

namespace phusong::report {

/// The text of a JSON file: one value a line, and bytes that are not UTF-8 replaced.
std::string json_text(const nlohmann::ordered_json& json);

/// A number as such a file has it, without the digits that nobody reads.
double rounded(double value, int decimals);

}  // namespace phusong::report
