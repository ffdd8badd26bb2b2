#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "sim/intake/tables/import_kind.h"
#include "sim/scenario/column.h"

namespace phusong::intake {

/// What a header stands for.
struct KnownHeader {
  std::string target;
  bool is_fallback = false;  ///< only where no other header does
};

/// The columns of the table that is made, as the scenario's reader describes them, and the helps that values are made
/// from. Holds what the columns are bound to.
class TargetTable {
 public:
  explicit TargetTable(ImportKind kind);
  ~TargetTable();
  TargetTable(const TargetTable&) = delete;
  TargetTable& operator=(const TargetTable&) = delete;

  ImportKind kind() const { return kind_; }
  const std::vector<scenario::Column>& columns() const { return columns_; }
  /// nullptr where the table has no such column.
  const scenario::Column* column(std::string_view name) const;
  /// What a header stands for: a column's name or synonym, or a word of the dictionary, in any letter case and with any
  /// punctuation. `is_cut_off`: the header may be the beginning of a longer name.
  std::optional<KnownHeader> target_of(std::string_view header, bool is_cut_off = false) const;
  /// The same for a name as GDAL's KML driver gives it on: a "_" in the place of every byte but ASCII letters and
  /// digits.
  std::optional<KnownHeader> target_of_mangled(std::string_view header) const;
  /// The targets that --map may name: columns, then helps.
  std::vector<std::string> targets() const;
  /// The column that identifies a row; empty for measurements.
  std::string_view id_column() const;

 private:
  struct Fields;
  struct Word {
    std::string key;
    KnownHeader meaning;
  };

  void add_word(std::string_view word, std::string_view target, bool is_fallback = false);

  ImportKind kind_;
  std::unique_ptr<Fields> fields_;
  std::vector<scenario::Column> columns_;
  std::vector<Word> words_;
  std::vector<Word> mangled_words_;  ///< as GDAL's KML driver gives them on
};

/// A header without what does not count in it.
std::string header_key(std::string_view header);

}  // namespace phusong::intake
