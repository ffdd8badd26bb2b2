#pragma once

#include <string>
#include <string_view>

namespace phusong::report {

/// A text as it stands in XML, between tags or in an attribute.
std::string xml_text(std::string_view text);

}  // namespace phusong::report
