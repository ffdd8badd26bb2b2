#pragma once

#include <string>
#include <string_view>

namespace phusong::report {

/// A QGIS style (.qml) for changed hamlets: better and worse by shape and colour, told apart by a colour-blind reader
/// and in grey too; those whose status is another are large. It shows the rows of the target alone, one for each
/// hamlet.
std::string change_style(std::string_view language);

}  // namespace phusong::report
