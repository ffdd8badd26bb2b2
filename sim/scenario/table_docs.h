#pragma once

#include <string>
#include <vector>

namespace phusong::scenario {

/// The documentation of every table in Markdown, made from the columns that the readers use.
std::string tables_markdown();

/// What a table of a scenario has to look like.
struct TableForm {
  std::string name;                   ///< "sites", …
  std::vector<std::string> required;  ///< columns
  std::vector<std::string> optional;
};

/// Every table, in the order of the documentation, made from the same columns.
std::vector<TableForm> table_forms();

}  // namespace phusong::scenario
