#include "sim/intake/tables/identifiers.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

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

}  // namespace

void make_identifiers(std::vector<Draft>& drafts, ImportKind kind) {
  std::map<std::string, int> cells_of;
  for (Draft& draft : drafts) {
    const std::string group = draft.text("site_id") + "-" + draft.text("technology");
    const int number = ++cells_of[group];
    if (kind == ImportKind::kSites && !draft.has("site_id") && draft.has("name"))
      draft.change("site_id", draft.text("name"), Reason::kIdOfName, {"name"});
    if (kind == ImportKind::kHamlets && !draft.has("hamlet_id") && draft.has("name")) {
      draft.change("hamlet_id", plain_letters(draft, {"district", "commune", "name"}), Reason::kIdOfName,
                   {"district, commune, name"});
    }
    if (kind == ImportKind::kCells && !draft.has("cell_id") && draft.has("site_id"))
      draft.change("cell_id", fmt::format("{}-{}", group, number), Reason::kIdOfName, {"site_id, technology"});
  }
}

}  // namespace phusong::intake
