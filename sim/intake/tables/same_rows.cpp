#include "sim/intake/tables/same_rows.h"

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <optional>

#include "gis/text.h"
#include "sim/intake/tables/number_value.h"
#include "sim/scenario/position_reader.h"

namespace phusong::intake {
namespace {

gis::LonLat lon_lat_of(const Draft& draft) {
  return {plain_value(draft.text("lon_deg")).value_or(0.0), plain_value(draft.text("lat_deg")).value_or(0.0)};
}

/// The columns in which two rows have other values, positions and identifiers aside.
std::string other_values(const Draft& draft, const Draft& kept, const TargetTable& targets) {
  std::vector<std::string> names;
  for (const scenario::Column& column : targets.columns()) {
    const bool is_place = column.name == "lon_deg" || column.name == "lat_deg" || column.name == targets.id_column();
    if (!is_place && draft.text(column.name) != kept.text(column.name))
      names.push_back(fmt::format("{} ({} / {})", column.name, draft.text(column.name), kept.text(column.name)));
  }
  return names.empty() ? "-" : scenario::joined(names);
}

/// The kept rows of masts, found by place: squares that are no smaller than the distance asked for.
class KeptMasts {
 public:
  explicit KeptMasts(double distance_m) : distance_m_(distance_m), square_deg_(std::max(distance_m, 1.0) / 100000.0) {}

  /// The first kept mast of an operator that is near; nothing where none is.
  std::optional<std::size_t> near(gis::LonLat place, const std::string& owner, const std::vector<Draft>& drafts) const {
    std::optional<std::size_t> found;
    const auto [column, row] = square_of(place);
    // A degree of longitude is shorter than one of latitude: up to 60° it takes two squares more.
    for (long x = column - 2; x <= column + 2; ++x) {
      for (long y = row - 1; y <= row + 1; ++y) {
        const auto [first, last] = masts_.equal_range({x, y});
        for (auto mast = first; mast != last; ++mast) {
          const std::size_t index = mast->second.index;
          const bool is_near = scenario::metres_between(place, lon_lat_of(drafts[index])) <= distance_m_;
          if (is_near && mast->second.owner == owner && (!found || index < *found)) found = index;
        }
      }
    }
    return found;
  }
  void add(gis::LonLat place, const std::string& owner, std::size_t index) {
    masts_.insert({square_of(place), {owner, index}});
  }

 private:
  struct Mast {
    std::string owner;
    std::size_t index;
  };
  using Square = std::pair<long, long>;

  Square square_of(gis::LonLat place) const {
    return {std::lround(std::floor(place.lon_deg / square_deg_)), std::lround(std::floor(place.lat_deg / square_deg_))};
  }

  double distance_m_, square_deg_;
  std::multimap<Square, Mast> masts_;
};

bool are_same_texts(const Draft& a, const Draft& b, const TargetTable& targets) {
  for (const scenario::Column& column : targets.columns())
    if (a.text(column.name) != b.text(column.name)) return false;
  return a.carried == b.carried;
}

}  // namespace

void refuse_same_rows(std::vector<Draft>& drafts, const TargetTable& targets, double distance_m) {
  const std::string id_column(targets.id_column());
  if (id_column.empty()) return;
  const bool are_sites = targets.kind() == ImportKind::kSites;
  std::map<std::string, std::size_t> index_of_id;
  KeptMasts masts(distance_m);
  for (std::size_t i = 0; i < drafts.size(); ++i) {
    Draft& draft = drafts[i];
    if (draft.is_refused()) continue;
    const std::string id = draft.text(id_column);
    const std::string owner = gis::name_key(draft.text("operator"));
    const gis::LonLat place = lon_lat_of(draft);
    const auto same_id = index_of_id.find(id);
    const std::optional<std::size_t> near =
        same_id != index_of_id.end() ? same_id->second : (are_sites ? masts.near(place, owner, drafts) : std::nullopt);
    if (!near) {
      index_of_id.emplace(id, i);
      if (are_sites) masts.add(place, owner, i);
      continue;
    }
    const Draft& kept = drafts[*near];
    const double apart_m = scenario::metres_between(place, lon_lat_of(kept));
    const std::string row = std::to_string(kept.row()), metres = fmt::format("{:.1f}", apart_m);
    const bool same_owner = gis::name_key(kept.text("operator")) == owner;
    if (are_same_texts(draft, kept, targets)) {
      draft.refuse(id_column, Reason::kSameRow, {row});
    } else if (are_sites && same_owner && apart_m <= distance_m) {
      draft.refuse(id_column, Reason::kSameSite,
                   {kept.text(id_column), row, metres, other_values(draft, kept, targets)});
    } else {
      draft.refuse(id_column, Reason::kSameIdElsewhere, {id, row, metres});
    }
  }
}

}  // namespace phusong::intake
