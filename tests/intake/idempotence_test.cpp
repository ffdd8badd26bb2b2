#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>
#include <rapidcheck.h>

#include "sim/intake/tables/import_files.h"
#include "sim/intake/tables/import_table.h"
#include "tests/gis/temporary_folder.h"

using namespace phusong;
using namespace phusong::intake;
using namespace phusong::tests;

namespace {

/// A row of fields, each one of several texts.
std::string row_of(const std::vector<std::vector<std::string>>& choices) {
  std::vector<std::string> fields;
  for (const std::vector<std::string>& texts : choices)
    fields.push_back(*rc::gen::elementOf(texts));
  return fmt::format("{}\n", fmt::join(fields, ";"));
}

/// Masts as nobody should write them.
std::string ugly_sites() {
  std::string text = "Mã trạm;Tên trạm;Nhà mạng;Kinh độ;Vĩ độ;Độ cao cột;Truyền dẫn;Tỉnh;Ghi chú\n";
  for (int rows = *rc::gen::inRange(1, 8); rows > 0; --rows) {
    text += row_of({{"A1", "A2", "B 3", "=1+1", "'=x", "007", ""},
                    {"Nà Pản", "Na\u0300 Pa\u0309n", "x", ""},
                    {"Mạng A", "MẠNG A", "B", "any", ""},
                    {"105,34808", "105.3", "105°20'53,1\"E", "22,6", "1.053", "2500000", "10,5", "", "x"},
                    {"22,62924", "22.6", "22°37'45,3\"N", "105,3", "500000", "95", "", "0"},
                    {"42", "42,5", "118 ft", "1.234", "40 m", "900", "-", "cao", "36.125"},
                    {"quang", "fibre", "", "viba", "dây"},
                    {"Tuyên Quang", "Hà Giang", "", "Bắc Kạn"},
                    {"đỉnh đồi", "-5", "'-x", "1,5", ""}});
  }
  return text;
}

std::string ugly_cells() {
  std::string text =
      "Mã trạm;Công nghệ;Băng tần;Kênh;Tần số;Băng thông;Độ cao anten;Công suất (W);Độ lợi;Azimuth;4G;Tilt;"
      "Tần số 4G\n";
  for (int rows = *rc::gen::inRange(1, 8); rows > 0; --rows) {
    text += row_of({{"A1", "A2"},
                    {"LTE", "4G", "GSM", "UMTS", "5G", "x", "2G/4G", "GSM900, LTE1800", "LTE1800/2100"},
                    {"1800", "B3", "", "900/1800"},
                    {"1575", "62", "10700", "640000", "99999", "", "62/1575", "1.575", "-"},
                    {"", "1800", "1842,5", "0,9474 GHz", "947,4/1842,5"},
                    {"20", "10 MHz", "", "-/20"},
                    {"40", "39,5", "131 ft"},
                    {"20", "40", "46 dBm"},
                    {"17", "15 dBd", ""},
                    {"0/120/240", "120", "Omni", "", "0-90-180-270", "0, 120"},
                    {"", "x", "3"},
                    {"", "2+4", "0", "4"},
                    {"", "1842,5", "1,8 GHz"}});
  }
  return text;
}

/// Writes, imports and gives the bytes of what was made; nothing where there was no row to write.
std::string import_bytes(const std::filesystem::path& source, const std::filesystem::path& output, ImportKind kind) {
  const ImportedTable table = import_table({.kind = kind, .file = source.string()});
  write_import(table, output, "vi");
  return std::filesystem::exists(output) ? bytes_of(output) : "";
}

void is_idempotent(const std::string& text, ImportKind kind) {
  const TemporaryFolder folder;
  const std::filesystem::path source = folder.path() / "source.csv";
  std::ofstream(source) << text;
  std::string once;
  try {
    once = import_bytes(source, folder.path() / "once.csv", kind);
  } catch (const gis::InputError&) {
    return;  // a column that no row has
  }
  if (once.empty()) return;
  const std::string twice = import_bytes(folder.path() / "once.csv", folder.path() / "twice.csv", kind);
  RC_ASSERT(once == twice);
  const std::string list = bytes_of(folder.path() / "import.csv");
  RC_ASSERT(list.find("twice.csv") == std::string::npos);
  RC_ASSERT(bytes_of(source) == text);
}

}  // namespace

TEST_CASE("importing what was imported changes nothing") {
  CHECK(rc::check("sites", [] { is_idempotent(ugly_sites(), ImportKind::kSites); }));
  CHECK(rc::check("cells", [] { is_idempotent(ugly_cells(), ImportKind::kCells); }));
}
