#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace phusong::intake {

/// The pieces of a text between separators; the text itself where it has none.
std::vector<std::string> cut_text(const std::string& text, std::string_view separator);

}  // namespace phusong::intake
