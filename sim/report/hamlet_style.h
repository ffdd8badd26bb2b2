#pragma once

#include <string>

#include "sim/report/wording.h"

namespace phusong::report {

/// A QGIS style (.qml) for the hamlets: a symbol of its own shape and colour for each status, told apart by a
/// colour-blind reader and in grey too. Labels in the language of `words`.
std::string hamlet_style(const Wording& words);

}  // namespace phusong::report
