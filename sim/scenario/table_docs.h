#pragma once

#include <string>

namespace phusong::scenario {

/// The documentation of every table in Markdown, made from the columns that the readers use.
std::string tables_markdown();

}  // namespace phusong::scenario
