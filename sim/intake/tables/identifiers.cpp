#include "sim/intake/tables/identifiers.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "gis/text.h"

namespace phusong::intake {
namespace {

std::string plain_letters(const Draft& draft, const std::vector<std::string>& columns) {
  std::string text;
  for (const std::string& column : columns)
    if (draft.has(column)) text += (text.empty() ? "" : " ") + gis::plain_words(draft.text(column));
  std::ranges::replace(text, ' ', '-');
  return text;
}

/// What a row tells but for its identifier.
std::string told_by(const Draft& draft) {
  std::string text;
  for (const auto& [target, value] : draft.values)
    text += target + "=" + value.text + "\n";
  for (const std::string& carried : draft.carried)
    text += carried + "\n";
  return text;
}

/// Names of masts as identifiers: one that is another row's has the operator behind it, and a number where that does
/// not help either. Rows of one mast are found by their place later.
class SiteNames {
 public:
  explicit SiteNames(const std::vector<Draft>& drafts) {
    for (const Draft& draft : drafts)
      if (draft.has("site_id")) taken_.insert(draft.text("site_id"));
  }

  void name(Draft& draft) {
    const std::string name = draft.text("name");
    if (taken_.insert(name).second) return draft.change("site_id", name, Reason::kIdOfName, {"name"});
    std::string id = fmt::format("{} {}", name, draft.text("operator"));
    for (int number = 2; !taken_.insert(id).second; ++number)
      id = fmt::format("{} {} {}", name, draft.text("operator"), number);
    draft.change("site_id", id, Reason::kIdOfName, {"name, operator"});
  }

 private:
  std::set<std::string> taken_;
};

}  // namespace

void make_identifiers(std::vector<Draft>& drafts, ImportKind kind) {
  std::map<std::string, int> cells_of;
  std::map<std::string, long> first_row_of;
  SiteNames site_names(drafts);
  for (Draft& draft : drafts) {
    const std::string group = draft.text("site_id") + "-" + draft.text("technology");
    const bool is_cell_without_id =
        kind == ImportKind::kCells && !draft.has("cell_id") && draft.has("site_id") && !draft.is_refused();
    if (is_cell_without_id) {
      const auto [first, is_new] = first_row_of.emplace(told_by(draft), draft.row());
      if (!is_new) {
        draft.refuse("site_id", Reason::kSameRow, {std::to_string(first->second)});
        continue;
      }
    }
    const int number = ++cells_of[group];
    if (kind == ImportKind::kSites && !draft.has("site_id") && draft.has("name")) site_names.name(draft);
    if (kind == ImportKind::kHamlets && !draft.has("hamlet_id") && draft.has("name")) {
      draft.change("hamlet_id", plain_letters(draft, {"district", "commune", "name"}), Reason::kIdOfName,
                   {"district, commune, name"});
    }
    if (kind == ImportKind::kCells && !draft.has("cell_id") && draft.has("site_id"))
      draft.change("cell_id", fmt::format("{}-{}", group, number), Reason::kIdOfName, {"site_id, technology"});
  }
}

}  // namespace phusong::intake
