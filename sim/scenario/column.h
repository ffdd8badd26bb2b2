#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "gis/problem.h"
#include "gis/table.h"
#include "propagation/limit.h"
#include "sim/network/pass_through.h"
#include "sim/scenario/value.h"

namespace phusong::scenario {

/// One column of a table, bound to a member of the structure that a row is read into: the single description that
/// reading, messages and documentation are made from.
struct Column {
  std::string name;
  std::vector<std::string> synonyms{};
  Place place;
  propagation::Limit limit{};
  std::string meaning;
  bool required = false;       ///< the column, and a value in each row
  std::string default_text{};  ///< for the documentation, where the default is not the value bound
  bool checked_later = false;  ///< the range is checked by the reader that knows the other columns too
};

/// Stores the text of a field in `column.place`, or says why not.
std::optional<Rejection> assign_text(const Column& column, std::string_view text);

/// The names of these columns, by which a table is found in its file.
gis::TableWish wish_of(const std::vector<Column>& columns);

/// What becomes of the columns of a table that are not known.
enum class Unknown { kPassThrough, kLeftOut };

/// The columns of a table as read, matched to those that are known.
class TableColumns {
 public:
  /// Two columns of one meaning, required columns that are missing, and names that a Shapefile cut off so that they
  /// may be one column or another, are added to `problems`.
  /// `table` must outlive the result, and so must what the columns are bound to.
  TableColumns(const gis::Table& table, std::vector<Column> columns, gis::Problems& problems);
  TableColumns(const TableColumns&) = delete;  // known_ points into columns_
  TableColumns& operator=(const TableColumns&) = delete;

  /// The table's file, for messages.
  const std::string& file() const { return table_.file; }
  bool has(std::string_view name) const;
  /// Fills the places from a row; an empty field leaves its place as it is. False if anything was wrong.
  bool read(const gis::TableRow& row, gis::Problems& problems) const;
  /// The known column that each column of the table is, nullptr where it is unknown.
  const std::vector<const Column*>& known() const { return known_; }
  /// Notes the columns that are not known, and those whose names were cut off with what they are taken for.
  std::vector<gis::InputNote> notes(Unknown unknown = Unknown::kPassThrough) const;
  /// ": the table has no column of that name, but Long, Lat"; empty when all columns are known.
  std::string unknown_hint() const;
  /// The row as the outputs have it: numbers with a decimal point and flags as 0 or 1 in the columns that are known.
  std::vector<std::string> plain_values(const gis::TableRow& row) const;
  /// The fields of a row in pass-through columns, those that are not known.
  network::PassThroughFields pass_through(const gis::TableRow& row) const;
  /// A problem with a field of a row; the value is added as written.
  gis::Problem problem(const gis::TableRow& row, std::string_view column, const Rejection& rejection) const;
  /// As written; empty where there is no such column.
  std::string written(const gis::TableRow& row, std::string_view column) const;
  std::optional<std::size_t> index_of(std::string_view name) const;

 private:
  void match(const Column& column, gis::Problems& problems);
  void match_cut_names(gis::Problems& problems);
  void match_cut_name(std::size_t index, gis::Problems& problems);
  std::vector<const Column*> fitting(const std::string& start) const;
  void check_required(gis::Problems& problems);
  std::vector<std::string> unknown_names() const;
  std::variant<std::string, Rejection> plain_text(const gis::TableRow& row, std::size_t index) const;
  std::optional<Rejection> assign(const gis::TableRow& row, std::size_t index) const;

  const gis::Table& table_;
  std::vector<Column> columns_;
  std::vector<const Column*> known_;    ///< one a column of the table
  std::vector<std::string> cut_names_;  ///< "share_2g_o = share_2g_only"
  bool complete_ = true;                ///< no required column is missing
};

}  // namespace phusong::scenario
