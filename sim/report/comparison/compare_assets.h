#pragma once

#include <string_view>

namespace phusong::report {

// What the page of a comparison is made of, put into the program when it is built (CMakeLists.txt); the template
// and Leaflet are those of sim/report/page/page_assets.h.

extern const std::string_view kCompareStyle;
extern const std::string_view kCompareScript;

}  // namespace phusong::report
