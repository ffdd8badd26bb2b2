#pragma once

#include <string>
#include <string_view>

namespace phusong::report {

/// A QGIS style (.qml) for the events: shape and colour by what fails, size by the people of the row's operator whose
/// coverage falls; events without such people are not drawn. Labels in a language.
std::string resilience_style(std::string_view language);

}  // namespace phusong::report
