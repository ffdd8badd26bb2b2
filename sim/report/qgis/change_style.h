#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "gis/column.h"

namespace phusong::report {

/// A QGIS style (.qml) for changed hamlets: better and worse by shape and colour, told apart by a colour-blind reader
/// and in grey too; those whose status is another are large and have their names. It shows the rows of the target
/// alone, one for each hamlet. `columns` are those of the layer, whose names in the language become aliases.
std::string change_style(std::string_view language, const std::vector<gis::Column>& columns);

}  // namespace phusong::report
