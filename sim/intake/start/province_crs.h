#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace phusong::intake {

/// The VN-2000 zone of 3° (EPSG code) that a province's own maps are in, by its name before July 2025, with or without
/// marks and "tỉnh"; nothing where the program does not know it.
std::optional<std::string> vn2000_zone_of(std::string_view province);

}  // namespace phusong::intake
