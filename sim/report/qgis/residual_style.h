#pragma once

#include <string>
#include <string_view>

namespace phusong::report {

/// A QGIS style (.qml) for measurements beside their predictions: measured stronger or weaker by shape and colour.
std::string residual_style(std::string_view language);

}  // namespace phusong::report
