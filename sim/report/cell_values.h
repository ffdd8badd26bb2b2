#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis/vector_writer.h"

namespace phusong::report {

/// dB and dBm are written with 2 decimals, probabilities and shares with 6.
gis::CellValue decibels(std::optional<double> value);
gis::CellValue ratio(double value);
/// Mbit/s are written with 2 decimals.
gis::CellValue megabits(std::optional<double> value);
/// Costs have 2 decimals.
gis::Number million_vnd(double value);
/// The same for JSON.
double rounded_million_vnd(double value);
/// A number that is read again: 2 decimals, or 6 where it has more.
gis::Number read_again(double value);
/// A longitude or latitude, to a ten-thousandth of a metre.
gis::CellValue degrees(double value);
/// Empty text is "not given".
gis::CellValue text_or_nothing(std::string_view text);
/// An input field as it came: a number keeps the decimals that it was written with. Text that is not of `type`
/// stays text.
gis::CellValue input_value(std::string_view text, gis::ColumnType type);
/// A name of an input's column beside these: "input_" before it, as often as needed, where one of them has it, in
/// whatever case.
std::string name_beside(const std::vector<gis::Column>& columns, std::string name);

}  // namespace phusong::report
