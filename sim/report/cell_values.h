#pragma once

#include <optional>
#include <string_view>

#include "gis/vector_writer.h"

namespace phusong::report {

/// dB and dBm are written with 2 decimals, probabilities and shares with 6.
gis::CellValue decibels(std::optional<double> value);
gis::CellValue ratio(double value);
/// Empty text is "not given".
gis::CellValue text_or_nothing(std::string_view text);
/// An input field as it came: a number keeps the decimals that it was written with. Text that is not of `type`
/// stays text.
gis::CellValue input_value(std::string_view text, gis::ColumnType type);

}  // namespace phusong::report
