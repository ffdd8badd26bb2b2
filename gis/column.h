#pragma once

#include <string>

namespace phusong::gis {

/// The kind of values that a column holds.
enum class ColumnType { kText, kInteger, kReal };

/// A column of a table, as it is read or written.
struct Column {
  std::string name;
  ColumnType type = ColumnType::kText;
};

}  // namespace phusong::gis
