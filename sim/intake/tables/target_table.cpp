#include "sim/intake/tables/target_table.h"

#include <algorithm>
#include <functional>

#include "gis/text.h"
#include "sim/intake/tables/header_dictionary.h"
#include "sim/scenario/cell_columns.h"
#include "sim/scenario/hamlets_table.h"
#include "sim/scenario/measurements_table.h"
#include "sim/scenario/sites_table.h"

namespace phusong::intake {

struct TargetTable::Fields {
  scenario::SiteFields site;
  scenario::CellFields cell;
  scenario::HamletFields hamlet;
  scenario::MeasurementFields measurement;

  std::vector<scenario::Column> columns(ImportKind kind) {
    switch (kind) {
      case ImportKind::kSites:
        return scenario::site_columns(site);
      case ImportKind::kCells:
        return scenario::cell_columns(cell);
      case ImportKind::kHamlets:
        return scenario::hamlet_columns(hamlet);
      case ImportKind::kMeasurements:
        return scenario::measurement_columns(measurement);
    }
    return {};
  }
};

TargetTable::TargetTable(ImportKind kind)
    : kind_(kind), fields_(std::make_unique<Fields>()), columns_(fields_->columns(kind)) {
  for (const scenario::Column& column : columns_) {
    add_word(column.name, column.name);
    for (const std::string& synonym : column.synonyms)
      add_word(synonym, column.name);
  }
  for (const HeaderWords& entry : header_dictionary()) {
    if (!entry.serves(kind)) continue;
    add_word(entry.target, entry.target);
    for (const std::string_view word : entry.words)
      add_word(word, entry.target, entry.is_fallback);
  }
}

TargetTable::~TargetTable() = default;

/// The first meaning of a word holds.
void TargetTable::add_word(std::string_view word, std::string_view target, bool is_fallback) {
  std::string key = header_key(word);
  std::string mangled(word);
  const auto is_kept = [](char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  };
  std::ranges::replace_if(mangled, std::not_fn(is_kept), '_');
  mangled_words_.push_back({std::move(mangled), {std::string(target), is_fallback}});
  if (std::ranges::find(words_, key, &Word::key) != words_.end()) return;
  words_.push_back({std::move(key), {std::string(target), is_fallback}});
}

std::optional<KnownHeader> TargetTable::target_of_mangled(std::string_view header) const {
  const auto found = std::ranges::find(mangled_words_, header, &Word::key);
  return found == mangled_words_.end() ? std::nullopt : std::optional(found->meaning);
}

const scenario::Column* TargetTable::column(std::string_view name) const {
  const auto found = std::ranges::find(columns_, name, &scenario::Column::name);
  return found == columns_.end() ? nullptr : &*found;
}

std::optional<KnownHeader> TargetTable::target_of(std::string_view header, bool is_cut_off) const {
  const std::string key = header_key(header);
  const auto found = std::ranges::find(words_, key, &Word::key);
  if (found != words_.end()) return found->meaning;
  if (!is_cut_off || key.empty()) return std::nullopt;
  std::optional<KnownHeader> meaning;
  for (const Word& word : words_) {
    if (!word.key.starts_with(key)) continue;
    if (meaning && meaning->target != word.meaning.target) return std::nullopt;
    meaning = word.meaning;
  }
  return meaning;
}

std::vector<std::string> TargetTable::targets() const {
  std::vector<std::string> names;
  for (const Word& word : words_)
    if (std::ranges::find(names, word.meaning.target) == names.end()) names.push_back(word.meaning.target);
  return names;
}

std::string_view TargetTable::id_column() const {
  switch (kind_) {
    case ImportKind::kSites:
      return "site_id";
    case ImportKind::kCells:
      return "cell_id";
    case ImportKind::kHamlets:
      return "hamlet_id";
    case ImportKind::kMeasurements:
      break;
  }
  return "";
}

std::string header_key(std::string_view header) {
  std::string key = gis::plain_words(header);
  std::erase(key, ' ');
  return key;
}

}  // namespace phusong::intake
