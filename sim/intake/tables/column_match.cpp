#include "sim/intake/tables/column_match.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <memory>
#include <set>

#include "gis/text.h"
#include "sim/intake/tables/number_value.h"
#include "sim/intake/tables/technology_headers.h"
#include "sim/intake/tables/units.h"
#include "sim/scenario/nearest.h"

namespace phusong::intake {
namespace {

constexpr std::string_view kLeaveOut = "-";
/// Before the name of a carried column that would be read as another column's.
constexpr std::string_view kSource = "source_";

/// Helps that are carried through beside what is made from them.
const std::set<std::string, std::less<>>& kept_helps() {
  static const std::set<std::string, std::less<>> kHelps = {"channel", "arfcn",   "uarfcn",   "earfcn",   "nr_arfcn",
                                                            "band",    "commune", "district", "province", "tilt"};
  return kHelps;
}

/// What KML's reader adds to the placemarks' own fields.
bool is_of_kml(const std::string& header) {
  static const std::set<std::string, std::less<>> kFields = {
      "timestamp", "begin", "end", "altitudeMode", "tessellate", "extrude", "visibility", "drawOrder", "icon"};
  return kFields.contains(header);
}

bool is_kml(const std::string& file) {
  const std::string path = gis::without_case(file);
  return path.find(".kml") != std::string::npos || path.find(".kmz") != std::string::npos;
}

/// Matches the headers of one table.
class ColumnMatcher {
 public:
  ColumnMatcher(const gis::Table& table, const TargetTable& targets, gis::Problems& problems)
      : table_(table), targets_(targets), problems_(problems) {
    for (const std::string& header : table.columns)
      columns_.push_back({.header = header});
  }

  void take_maps(const ImportOptions& options) {
    for (const auto& [header, target] : options.maps)
      if (const auto index = find_header(header)) take_map(*index, header, target);
  }

  /// First the headers that stand for a column whatever else is there, then those that do where no other does.
  void take_dictionary() {
    for (const bool fallbacks : {false, true}) {
      std::set<std::string> taken = mapped_targets_;
      for (const MatchedColumn& column : columns_)
        if (fallbacks) taken.insert(column.target);
      for (MatchedColumn& column : columns_) {
        if (is_settled(column.header) || !column.target.empty()) continue;
        const bool may_be_cut = table_.name_limit > 0 && column.header.size() >= table_.name_limit;
        const auto meaning = meaning_of(column.header, targets_, may_be_cut);
        if (!meaning || meaning->is_fallback != fallbacks || taken.contains(meaning->target)) continue;
        column.target = meaning->target;
        column.unit = meaning->unit;
      }
    }
  }

  void check_twice() {
    std::map<std::string, std::string> header_of;
    for (const MatchedColumn& column : columns_) {
      if (column.target.empty()) continue;
      const auto [first, is_new] = header_of.emplace(column.target, column.header);
      if (is_new) continue;
      problems_.add({.file = table_.file,
                     .line = table_.header_row,
                     .key = column.header,
                     .message = fmt::format("stands for {}, as the column {} does", column.target, first->second),
                     .allowed = fmt::format("one of them by --map \"{}={}\"", column.header, column.target)});
    }
  }

  void name_carried() {
    const bool from_kml = is_kml(table_.file);
    const bool has_degrees = std::ranges::find(columns_, "lon_deg", &MatchedColumn::target) != columns_.end();
    for (MatchedColumn& column : columns_) {
      const bool is_known = !column.target.empty();
      // Metres beside degrees are a second position, of which nothing is made.
      const bool is_second = has_degrees && (column.target == "x_m" || column.target == "y_m");
      const bool is_kept_help = kept_helps().contains(column.target) && targets_.column(column.target) == nullptr;
      const bool is_of_technology = column.target != target_of_all(column.target);
      if (is_known && !is_second && !is_kept_help && !is_of_technology) continue;
      if (left_out_.contains(column.header) || (from_kml && is_of_kml(column.header))) continue;
      // Under a name that would be read as another column's, it gets another.
      const bool is_free = is_kept_help || !meaning_of(column.header, targets_);
      column.carried = is_free ? column.header : std::string(kSource) + column.header;
    }
  }

  std::vector<MatchedColumn> result() { return std::move(columns_); }

 private:
  const gis::Table& table_;
  const TargetTable& targets_;
  gis::Problems& problems_;
  std::vector<MatchedColumn> columns_;
  std::set<std::string> mapped_headers_, mapped_targets_, left_out_;

  bool is_settled(const std::string& header) const { return mapped_headers_.contains(header); }

  void add_map_problem(const std::string& header, const std::string& target, const std::string& message,
                       const std::string& allowed) {
    problems_.add({.kind = gis::ProblemKind::kScenario,
                   .file = table_.file,
                   .key = "--map",
                   .value = header + "=" + target,
                   .message = message,
                   .allowed = allowed});
  }

  std::optional<std::size_t> find_header(const std::string& header) {
    for (const auto key : {&gis::without_case, &header_key_view}) {
      for (std::size_t i = 0; i < columns_.size(); ++i)
        if (key(columns_[i].header) == key(gis::clean_text(header))) return i;
    }
    add_map_problem(header, "", "the table has no column of that name", scenario::joined(table_.columns));
    return std::nullopt;
  }

  static std::string header_key_view(std::string_view header) { return header_key(header); }

  void take_map(std::size_t index, const std::string& header, const std::string& target) {
    MatchedColumn& column = columns_[index];
    mapped_headers_.insert(column.header);
    if (target == kLeaveOut) {
      left_out_.insert(column.header);
      return;
    }
    if (take_other_form(column, target)) return;
    const std::vector<std::string> all = targets_.targets();
    if (std::ranges::find(all, target) == all.end()) {
      const auto near = scenario::nearest(target, all);
      add_map_problem(header, target,
                      fmt::format("there is no column {}{}", target, near ? "; did you mean " + *near + "?" : ""),
                      scenario::joined(all) + ", or - to leave it out");
      return;
    }
    column.target = target;
    mapped_targets_.insert(target);
    column.unit = unit_in_header(column.header);
    if (column.header == target) column.unit.clear();
    tell_unit(column);
  }

  /// A target in another unit than the column's, or of one technology: "tx_power_w", "azimuth_deg 4G".
  bool take_other_form(MatchedColumn& column, const std::string& target) {
    if (targets_.target_of(target)) return false;
    const auto meaning = meaning_of(target, targets_);
    if (!meaning || (meaning->unit.empty() && meaning->target == target_of_all(meaning->target))) return false;
    column.target = meaning->target;
    column.unit = meaning->unit;
    mapped_targets_.insert(column.target);
    tell_unit(column);
    return true;
  }

  /// The name of the column that --map gives has its unit.
  static void tell_unit(MatchedColumn& column) {
    if (column.unit.empty() && needs_unit(target_of_all(column.target))) column.unit = "dBm";
  }
};

}  // namespace

std::vector<MatchedColumn> match_columns(const gis::Table& table, const TargetTable& targets,
                                         const ImportOptions& options, gis::Problems& problems) {
  ColumnMatcher matcher(table, targets, problems);
  matcher.take_maps(options);
  matcher.take_dictionary();
  matcher.check_twice();
  matcher.name_carried();
  return matcher.result();
}

namespace {

/// Whether the rows of a file have points, and need no columns for them.
bool has_points(const std::string& file) {
  static const std::set<std::string, std::less<>> kExtensions = {".kml",  ".kmz", ".gpkg", ".geojson",
                                                                 ".json", ".shp", ".fgb"};
  return kExtensions.contains(gis::without_case(std::filesystem::path(file).extension().string()));
}

/// The columns by which a table is known to be the one looked for: each is one of several.
std::vector<std::vector<std::string>> telling_columns(ImportKind kind) {
  switch (kind) {
    case ImportKind::kSites:
      return {{"site_id", "name"}, {"lon_deg", "x_m", "position", "lon_degrees"}};
    case ImportKind::kCells:
      return {{"cell_id", "site_id"},
              {"technology", "frequency_mhz", "channel", "arfcn", "uarfcn", "earfcn", "nr_arfcn",
               std::string(kCellsTarget)}};
    case ImportKind::kHamlets:
      return {{"hamlet_id", "name"}, {"lon_deg", "x_m", "position", "lon_degrees"}};
    case ImportKind::kMeasurements:
      return {{"lon_deg", "x_m", "position", "lon_degrees"}, {"level_dbm", "path_loss_db"}};
  }
  return {};
}

/// What the fields of headers stand for, each looked up once; shared by the columns that a reader looks for.
class FieldMeanings {
 public:
  FieldMeanings(const TargetTable& targets, const ImportOptions& options) : targets_(targets), options_(options) {}

  /// Empty where it stands for nothing known.
  const std::string& target_of(const std::string& field) {
    const auto [found, is_new] = targets_by_field_.emplace(field, "");
    if (is_new) found->second = look_up(field);
    return found->second;
  }

 private:
  const TargetTable& targets_;
  const ImportOptions& options_;
  std::map<std::string, std::string> targets_by_field_;

  std::string look_up(const std::string& field) const {
    for (const auto& [header, target] : options_.maps)
      if (header_key(header) == header_key(field)) return target;
    const auto meaning = meaning_of(field, targets_);
    return meaning ? target_of_all(meaning->target) : "";
  }
};

}  // namespace

gis::TableWish wish_for(const TargetTable& targets, const ImportOptions& options) {
  const auto meanings = std::make_shared<FieldMeanings>(targets, options);
  const auto column_of = [&meanings](std::vector<std::string> wanted, bool required) {
    gis::ColumnWish wish{.names = wanted, .required = required};
    wish.is_name = [meanings, wanted = std::move(wanted)](const std::string& field) {
      return std::ranges::find(wanted, meanings->target_of(field)) != wanted.end();
    };
    return wish;
  };
  gis::TableWish wish;
  for (const std::string& target : targets.targets())
    wish.push_back(column_of({target}, false));
  if (targets.kind() == ImportKind::kCells) wish.push_back(column_of({std::string(kCellsTarget)}, false));
  for (const auto& telling : telling_columns(targets.kind())) {
    const bool is_of_point = has_points(options.file) && telling.front() == "lon_deg";
    if (!is_of_point) wish.push_back(column_of(telling, true));
  }
  return wish;
}

Draft draft_of(const gis::TableRow& row, const std::vector<MatchedColumn>& columns) {
  Draft draft(row.row);
  draft.point = row.point;
  for (std::size_t i = 0; i < columns.size() && i < row.values.size(); ++i) {
    const MatchedColumn& column = columns[i];
    const std::string& text = row.values[i];
    if (!column.carried.empty()) draft.carried.push_back(text);
    const bool is_recoded = !row.raw.empty() && scenario::trimmed(row.raw[i]) != text;
    if (is_recoded && (!column.target.empty() || !column.carried.empty())) {
      draft.note({.reason = Reason::kCleaned,
                  .column = column.target.empty() ? column.carried : column.target,
                  .header = column.header,
                  .before = row.raw[i],
                  .after = text,
                  .arguments = {}});
    }
    if (column.target.empty() || text.empty()) continue;
    draft.values[column.target] = {.text = text, .kind = row.kind_of(i), .unit = column.unit, .header = column.header};
  }
  return draft;
}

}  // namespace phusong::intake
