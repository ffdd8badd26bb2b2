#include "sim/intake/tables/column_match.h"

#include <doctest/doctest.h>

#include "sim/intake/tables/header_dictionary.h"
#include "tests/intake/imported.h"

using namespace phusong;
using namespace phusong::intake;
using namespace phusong::tests;

namespace {

std::string meaning(const std::string& header, ImportKind kind) {
  const TargetTable targets(kind);
  const auto found = meaning_of(header, targets);
  if (!found) return "";
  return found->unit.empty() ? found->target : found->target + " in " + found->unit;
}

}  // namespace

TEST_CASE("headers are known in any letter case, with and without diacritics, blanks and punctuation") {
  for (const char* const header : {"Tên trạm", "TÊN TRẠM", "ten tram", "Ten_tram", "tên  trạm:", "TenTram"}) {
    CAPTURE(header);
    CHECK(meaning(header, ImportKind::kSites) == "name");
  }
  CHECK(meaning("Vĩ độ (°)", ImportKind::kSites) == "lat_deg in °");
  CHECK(meaning("Độ cao cột (dự kiến)", ImportKind::kSites) == "mast_height_m");
  CHECK(meaning("Độ cao anten (ft)", ImportKind::kCells) == "antenna_height_agl_m in ft");
  CHECK(meaning("Power_W", ImportKind::kCells) == "tx_power_dbm in W");
  CHECK(meaning("tx_power_dbm", ImportKind::kCells) == "tx_power_dbm");
  CHECK(meaning("Công suất phát [dBm]", ImportKind::kCells) == "tx_power_dbm in dBm");
  CHECK(meaning("Ghi chú", ImportKind::kSites).empty());
}

TEST_CASE("a header means one thing in a table: no word of the dictionary stands for two columns of it") {
  for (std::size_t i = 0; i < kImportNames.size(); ++i) {
    const auto kind = static_cast<ImportKind>(i);
    const TargetTable targets(kind);
    for (const HeaderWords& entry : header_dictionary()) {
      if (!entry.serves(kind)) continue;
      for (const std::string_view word : entry.words) {
        CAPTURE(word);
        CAPTURE(kImportNames[i]);
        REQUIRE(targets.target_of(word));
        CHECK(targets.target_of(word)->target == entry.target);
      }
    }
  }
}

TEST_CASE("a name stands for the code of a mast where no other column does") {
  const std::string rest = "Công nghệ,Tần số,Băng thông,Độ cao anten,EIRP (dBm)\n";
  const ImportedTable both =
      imported("Tên trạm,Mã trạm," + rest + "Nà Pản,A1,4G,1842.5,20,40,60\n", {.kind = ImportKind::kCells});
  CHECK(value_of(both, 0, "site_id") == "A1");
  CHECK(value_of(both, 0, "source_Tên trạm") == "Nà Pản");
  const ImportedTable name = imported("Tên trạm," + rest + "Nà Pản,4G,1842.5,20,40,60\n", {.kind = ImportKind::kCells});
  CHECK(value_of(name, 0, "site_id") == "Nà Pản");
}

TEST_CASE("two headers for one column are an error that names both, unless --map chooses") {
  const std::string text = "Mã trạm,Site ID,Nhà mạng,Kinh độ,Vĩ độ,Độ cao cột\nA1,X1,A,105.3,22.6,42\n";
  const std::string problems = problems_of(text, {.kind = ImportKind::kSites});
  CHECK(problems.find("Site ID: stands for site_id, as the column Mã trạm does") != std::string::npos);
  const ImportedTable table = imported(text, {.kind = ImportKind::kSites, .maps = {{"site id", "site_id"}}});
  CHECK(value_of(table, 0, "site_id") == "X1");
  CHECK(value_of(table, 0, "source_Mã trạm") == "A1");
  const ImportedTable without = imported(text, {.kind = ImportKind::kSites, .maps = {{"Site ID", "-"}}});
  CHECK(value_of(without, 0, "site_id") == "A1");
  CHECK(value_of(without, 0, "source_Site ID").empty());
}

TEST_CASE("--map names a header of the file and a column of the table, and all that is wrong is said at once") {
  const std::string problems =
      problems_of("Mã trạm,Hãng,Kinh độ,Vĩ độ,Độ cao cột\nA1,A,105.3,22.6,42\n",
                  {.kind = ImportKind::kSites, .maps = {{"Hãng", "operater"}, {"Chủ trạm", "operator"}}});
  CHECK(problems.find("did you mean operator?") != std::string::npos);
  CHECK(problems.find("the table has no column of that name (allowed: Mã trạm, Hãng, Kinh độ, Vĩ độ, Độ cao cột)") !=
        std::string::npos);
}

TEST_CASE("a carried column is never read as another") {
  const ImportedTable table =
      imported("Mã trạm,Kinh độ,Vĩ độ,X,Y,Độ cao cột,Nhà mạng\nA1,105.3,22.6,1,2,42,A\n", {.kind = ImportKind::kSites});
  CHECK(value_of(table, 0, "lon_deg") == "105.3");
  CHECK(value_of(table, 0, "source_X") == "1");
}
