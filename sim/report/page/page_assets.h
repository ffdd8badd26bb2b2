#pragma once

#include <string_view>

namespace phusong::report {

// What the page is made of, put into the program when it is built (CMakeLists.txt): the files of assets/, and Leaflet
// of the machine that builds, https://leafletjs.com, BSD-2-Clause.

extern const std::string_view kPageTemplate;
extern const std::string_view kPageStyle;
extern const std::string_view kPageScript;
extern const std::string_view kLeafletStyle;
extern const std::string_view kLeafletScript;

}  // namespace phusong::report
