#pragma once

#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "gis/vector_writer.h"
#include "sim/analysis/comparison/figure.h"
#include "sim/report/stored/stored_run.h"

namespace phusong::report {

/// A table that a run wrote, by the names of its columns.
class StoredTable {
 public:
  /// Throws gis::InputError where the run has no such table.
  StoredTable(const StoredRun& run, std::string_view file)
      : file_(run.path_of(file).string()), table_(run.table(file)) {}

  std::size_t size() const { return table_.rows.size(); }
  /// A value as text; empty where it or the column is not there.
  std::string text(std::size_t row, std::string_view column) const;
  /// A value as a number; nothing where it is empty. Throws gis::InputError naming file, row and column where it is
  /// none.
  std::optional<double> number(std::size_t row, std::string_view column) const;

 private:
  std::string file_;
  gis::OutputTable table_;

  /// Nothing where the column is not there.
  gis::CellValue value(std::size_t row, std::string_view column) const;
};

/// The number of a key; nothing where it is null or not there.
std::optional<double> stored_number(const nlohmann::ordered_json& json, std::string_view key);
/// The text of a key; empty where it is null or not there.
std::string stored_text_of(const nlohmann::ordered_json& json, std::string_view key);
/// Some keys of an object as figures.
analysis::FigureValues stored_figures(const nlohmann::ordered_json& json, const std::vector<std::string_view>& keys);

}  // namespace phusong::report
