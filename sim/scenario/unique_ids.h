#pragma once

#include <fmt/format.h>

#include <map>
#include <string>

#include "sim/scenario/column.h"

namespace phusong::scenario {

/// Remembers the ids of a table, which may be several files, and on which row each stands.
class UniqueIds {
 public:
  /// A problem is added when the id was there before; an empty id is not looked at.
  void add(const std::string& id, const gis::TableRow& row, std::string_view column, const TableColumns& columns,
           gis::Problems& problems) {
    if (id.empty()) return;
    const auto [first, is_new] = row_of_id_.emplace(id, row.row);
    const auto file = file_of_id_.emplace(id, columns.file()).first;
    if (is_new) return;
    const std::string where = file->second == columns.file() ? "" : " of " + file->second;
    problems.add(
        columns.problem(row, column, {fmt::format("stands on row {}{} too", first->second, where), "unique ids"}));
  }

  const std::map<std::string, long>& row_of_id() const { return row_of_id_; }

 private:
  std::map<std::string, long> row_of_id_;
  std::map<std::string, std::string> file_of_id_;
};

}  // namespace phusong::scenario
