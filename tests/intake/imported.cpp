#include "tests/intake/imported.h"

#include <fmt/format.h>

#include <algorithm>

#include "gis/cell_text.h"
#include "gis/problem.h"
#include "tests/gis/virtual_file.h"

namespace phusong::tests {

intake::ImportedTable imported(const std::string& text, intake::ImportOptions options) {
  const VirtualFile file("import.csv", text);
  options.file = file.path();
  return intake::import_table(options);
}

std::string value_of(const intake::ImportedTable& table, std::size_t row, const std::string& column) {
  const auto& columns = table.table.columns;
  const auto found = std::ranges::find(columns, column, &gis::Column::name);
  if (found == columns.end()) return "";
  return gis::text_of(table.table.rows.at(row).at(static_cast<std::size_t>(found - columns.begin())));
}

std::vector<std::string> values_of(const intake::ImportedTable& table, const std::string& column) {
  std::vector<std::string> values;
  for (std::size_t row = 0; row < table.table.rows.size(); ++row)
    values.push_back(value_of(table, row, column));
  return values;
}

std::vector<std::string> account_of(const intake::ImportedTable& table) {
  std::vector<std::string> lines;
  for (const intake::Draft& draft : table.drafts) {
    for (const intake::Change& change : draft.changes()) {
      if (draft.is_refused() != intake::is_refusal(change.reason)) continue;
      lines.push_back(fmt::format("{} {} {}: '{}' → '{}'; {}", draft.row(), draft.is_refused() ? "refused" : "changed",
                                  change.column, change.before, change.after,
                                  intake::reason_text(change.reason, change.arguments, "en")));
    }
  }
  return lines;
}

std::string problems_of(const std::string& text, const intake::ImportOptions& options) {
  try {
    imported(text, options);
  } catch (const gis::InputError& error) {
    return error.problems().text();
  }
  return "";
}

}  // namespace phusong::tests
