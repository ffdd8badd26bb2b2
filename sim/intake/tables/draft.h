#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "gis/coordinates.h"
#include "gis/table.h"
#include "sim/intake/tables/reason.h"

namespace phusong::intake {

/// A value on its way from the source to the table.
struct DraftValue {
  std::string text;
  gis::CellKind kind = gis::CellKind::kText;
  std::string unit{};    ///< that the header says; empty where it says none
  std::string header{};  ///< of the source's column
  std::string source{};  ///< text in the source, where it is another by now

  const std::string& source_text() const { return source.empty() ? text : source; }
};

/// By target; those that are empty are not there.
using DraftValues = std::map<std::string, DraftValue, std::less<>>;

/// A value that was changed, or the reason for which a row was refused.
struct Change {
  Reason reason = Reason::kCleaned;
  std::string column;
  std::string header;  ///< of the source's column; empty where there is none
  std::string before, after;
  std::vector<std::string> arguments;
};

/// A row on its way from the source to the table.
class Draft {
 public:
  explicit Draft(long row) : row_(row) {}

  /// Of the source: physical line, or feature id.
  long row() const { return row_; }
  DraftValues values;
  std::vector<std::string> carried;    ///< texts of the columns that are carried through
  std::optional<gis::MapPoint> point;  ///< of the source, in the layer's CRS

  /// Empty where there is none.
  std::string text(std::string_view target) const;
  bool has(std::string_view target) const { return values.contains(target); }
  /// Sets a value that follows from what is told; an unchanged text is no change.
  void change(const std::string& target, const std::string& text, Reason reason,
              std::vector<std::string> arguments = {});
  /// The same for a change of several columns at once, which sets nothing.
  void note(Change change) { changes_.push_back(std::move(change)); }
  /// `targets`: one, or several with ", " between them.
  void refuse(const std::string& targets, Reason reason, std::vector<std::string> arguments = {});
  bool is_refused() const;

  const std::vector<Change>& changes() const { return changes_; }
  void forget_changes() { changes_.clear(); }

 private:
  long row_ = 0;
  std::vector<Change> changes_;
};

}  // namespace phusong::intake
