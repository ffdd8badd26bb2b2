#include <doctest/doctest.h>

#include "tests/intake/imported.h"

using namespace phusong;
using namespace phusong::intake;
using namespace phusong::tests;

namespace {

using Texts = std::vector<std::string>;

const ImportOptions kSiteOptions{.kind = ImportKind::kSites};

const std::string kHeader = "Mã trạm;Tên trạm;Nhà mạng;Kinh độ;Vĩ độ;Độ cao cột (m);Ghi chú\n";

}  // namespace

TEST_CASE("a Vietnamese table becomes a table of sites, with the columns that nobody knows behind it") {
  const ImportedTable table = imported(kHeader + "A1;Nà Pản;Mạng A;105,34808;22,62924;42;gần suối\n", kSiteOptions);
  CHECK(value_of(table, 0, "site_id") == "A1");
  CHECK(value_of(table, 0, "name") == "Nà Pản");
  CHECK(value_of(table, 0, "operator") == "Mạng A");
  CHECK(value_of(table, 0, "lon_deg") == "105.34808");
  CHECK(value_of(table, 0, "lat_deg") == "22.62924");
  CHECK(value_of(table, 0, "mast_height_m") == "42");
  CHECK(value_of(table, 0, "Ghi chú") == "gần suối");
  CHECK(table.rows_read == 1);
  CHECK(table.rows_changed == 1);
  CHECK(account_of(table) == Texts{"2 changed lon_deg, lat_deg: '105,34808, 22,62924' → '105.34808, 22.62924'; decimal "
                                   "mark and marks between thousands written anew"});
}

TEST_CASE("a clean row is not changed") {
  const ImportedTable table =
      imported("site_id,operator,lon_deg,lat_deg,mast_height_m\nA1,A,105.34808,22.62924,42\n", kSiteOptions);
  CHECK(table.rows_changed == 0);
  CHECK(account_of(table).empty());
}

TEST_CASE("units come from the header or stand in the value") {
  const ImportedTable table = imported(
      "Mã trạm;Nhà mạng;Kinh độ;Vĩ độ;Độ cao cột (ft);Ắc quy\nA1;A;105.3;22.6;118;30 phút\nA2;A;105.4;22.6;40 m;2\n"
      "A3;A;105.5;22.6;40 inch;2\n",
      kSiteOptions);
  CHECK(values_of(table, "mast_height_m") == Texts{"35.97", "40"});
  CHECK(values_of(table, "battery_hours") == Texts{"0.5", "2"});
  CHECK(account_of(table).back() ==
        "4 refused mast_height_m: '40 inch' → ''; the unit 'inch' is none of this column (allowed: m, km, dm, cm, ft)");
}

TEST_CASE("words become the names of the program") {
  const ImportedTable table = imported(
      "Mã trạm;Nhà mạng;Kinh độ;Vĩ độ;Độ cao cột;Truyền dẫn;Nguồn điện;Trạng thái\n"
      "A1;A;105.3;22.6;42;Cáp quang;Điện lưới;Đang hoạt động\nA2;A;105.4;22.6;42;dây thừng;;\n",
      kSiteOptions);
  CHECK(value_of(table, 0, "backhaul") == "fibre");
  CHECK(value_of(table, 0, "power") == "grid");
  CHECK(value_of(table, 0, "status") == "existing");
  CHECK(table.rows_refused == 1);
  CHECK(account_of(table).back().find("fibre, microwave, satellite, none") != std::string::npos);
}

TEST_CASE("a row that the scenario would not take is refused with the reason, and the others stand") {
  const ImportedTable table = imported(
      kHeader + "A1;x;A;105.3;22.6;42;\nA2;x;A;105.4;22.6;900;\nA3;x;;105.5;22.6;42;\nA4;x;A;105.6;22.6;cao;\n",
      kSiteOptions);
  CHECK(values_of(table, "site_id") == Texts{"A1"});
  CHECK(table.rows_refused == 3);
  CHECK(account_of(table) == Texts{"3 refused mast_height_m: '900' → ''; out of range (allowed: 0 … 500 m)",
                                   "4 refused operator: '' → ''; is empty and has no default (allowed: -)",
                                   "5 refused mast_height_m: 'cao' → ''; is not a number (allowed: 0 … 500 m)"});
}

TEST_CASE("rows that the reader leaves out are refused by their line") {
  const ImportedTable table = imported(kHeader + "A1;x;A;105.3;22.6;42;\nA2;x;A;105.4\n", kSiteOptions);
  CHECK(table.rows_read == 2);
  CHECK(table.rows_refused == 1);
  CHECK(account_of(table).back() == "3 refused : '' → ''; the row cannot be read: 4 fields where the header has 7");
}

TEST_CASE("a mast of one operator that is there twice is kept once; masts of others beside it stay") {
  const ImportedTable table = imported(kHeader +
                                           "A1;x;A;105.30000;22.60000;42;\nA2;x;A;105.30005;22.60000;30;\n"
                                           "B1;x;B;105.30005;22.60000;30;\nA3;x;A;105.30020;22.60000;30;\n",
                                       kSiteOptions);
  CHECK(values_of(table, "site_id") == Texts{"A1", "B1", "A3"});
  CHECK(account_of(table) == Texts{"3 refused site_id: 'A2' → ''; the same mast as A1 of row 2, 5.1 m away; other "
                                   "values: mast_height_m (30 / 42)"});
  ImportOptions nearer = kSiteOptions;
  nearer.duplicate_distance_m = 5.0;
  CHECK(imported(kHeader + "A1;x;A;105.30000;22.60000;42;\nA2;x;A;105.30005;22.60000;30;\n", nearer).rows_written == 2);
}

TEST_CASE("one identifier at two places is told") {
  const ImportedTable table =
      imported(kHeader + "A1;x;A;105.3;22.6;42;\nA1;x;A;105.4;22.6;42;\nA1;x;A;105.3;22.6;42;\n", kSiteOptions);
  CHECK(table.rows_written == 1);
  const Texts account = account_of(table);
  REQUIRE(account.size() == 2);
  CHECK(account[0].find("the identifier A1 stands on row 2 too, 10265.6 m away") != std::string::npos);
  CHECK(account[1].find("the same as row 2") != std::string::npos);
}

TEST_CASE("text is brought to one Unicode form, and that is told") {
  const ImportedTable table = imported(
      "Mã trạm;Tên trạm;Nhà mạng;Kinh độ;Vĩ độ;Độ cao cột\n"
      "A1;Na\u0300 Pa\u0309n;A;105.3;22.6;42\n",
      kSiteOptions);
  CHECK(value_of(table, 0, "name") == "Nà Pản");
  REQUIRE(account_of(table).size() == 1);
  CHECK(account_of(table).front().find("form NFC") != std::string::npos);
}

TEST_CASE("a table without identifiers gets those of its names") {
  const ImportedTable sites =
      imported("Tên trạm;Nhà mạng;Kinh độ;Vĩ độ;Độ cao cột\nNà Pản;A;105.3;22.6;42\n", kSiteOptions);
  CHECK(value_of(sites, 0, "site_id") == "Nà Pản");
  const ImportedTable hamlets = imported(
      "Thôn/bản;Xã;Huyện;Kinh độ;Vĩ độ;Dân số\nNà Pản;Sính Lủng;Đồng Văn;105,3;22,6;1.250\n"
      "Khuổi Tát;Sính Lủng;Đồng Văn;105,4;22,6;85 người\n",
      {.kind = ImportKind::kHamlets});
  CHECK(values_of(hamlets, "hamlet_id") == Texts{"dong-van-sinh-lung-na-pan", "dong-van-sinh-lung-khuoi-tat"});
  CHECK(values_of(hamlets, "population") == Texts{"1250", "85"});
}

TEST_CASE("marks in a whole number stand between thousands, whatever the other numbers of the table show") {
  const ImportedTable table = imported(
      "Mã thôn;Kinh độ;Vĩ độ;Dân số;Số hộ\nH1;105.3;22.6;1.234;1,250\nH2;105.4;22.6;1 234;250\nH3;105.5;22.6;12.5;2\n",
      {.kind = ImportKind::kHamlets});
  CHECK(values_of(table, "population") == Texts{"1234", "1234"});
  CHECK(values_of(table, "households") == Texts{"1250", "250"});
  CHECK(table.rows_refused == 1);
  CHECK(account_of(table).front().find("the marks stand between thousands") != std::string::npos);
}

TEST_CASE("every reason has words in both languages, with room for what they are about") {
  for (int i = 0; i <= static_cast<int>(Reason::kSameIdElsewhere); ++i) {
    const auto reason = static_cast<Reason>(i);
    CAPTURE(i);
    CHECK(reason_text(reason, {"a", "b", "c", "d"}, "vi") != "");
    CHECK(reason_text(reason, {"a", "b", "c", "d"}, "en") != reason_text(reason, {"a", "b", "c", "d"}, "vi"));
  }
}

TEST_CASE("what the scenario's reader says of a value is in Vietnamese too") {
  const ImportedTable table = imported(
      kHeader + "A1;x;A;105,3;22,6;900;\nA2;x;;105,4;22,6;42;\nA3;x;A;105,5;22,6;cao;\nA4;x;any;105,6;22,6;42;\n",
      kSiteOptions);
  REQUIRE(table.rows_refused == 4);
  for (const Draft& draft : table.drafts) {
    const Change& refusal = draft.changes().back();
    const std::string text = reason_text(refusal.reason, refusal.arguments, "vi");
    CAPTURE(text);
    CHECK(text.starts_with("giá trị không hợp lệ: "));
    for (const char* const english : {" is ", "out of", "stands"})
      CHECK(text.find(english) == std::string::npos);
  }
}

TEST_CASE("thousands of people in the header are thousands") {
  const ImportedTable table = imported("Mã thôn;Tên thôn;Kinh độ;Vĩ độ;Dân số (nghìn người)\nH1;x;105,3;22,6;1,25\n",
                                       {.kind = ImportKind::kHamlets});
  CHECK(value_of(table, 0, "population") == "1250");
}

TEST_CASE("--default fills what is empty, and says so") {
  ImportOptions options = kSiteOptions;
  options.defaults = {{"operator", "Mạng A"}, {"mast_height_m", "42"}};
  const ImportedTable table = imported("Mã trạm,Kinh độ,Vĩ độ,Độ cao cột\nA1,105.3,22.6,\nA2,105.4,22.6,36\n", options);
  CHECK(values_of(table, "mast_height_m") == Texts{"42", "36"});
  CHECK(account_of(table).front() == "2 changed operator: '' → 'Mạng A'; given by --default");
  options.defaults = {{"mast_hight_m", "42"}};
  CHECK(problems_of("Mã trạm,Kinh độ,Vĩ độ\nA1,105.3,22.6\n", options).find("did you mean mast_height_m?") !=
        std::string::npos);
}

TEST_CASE("a column that no row can do without is a problem of the file, with the way out") {
  const std::string problems = problems_of("Mã trạm,Kinh độ,Vĩ độ\nA1,105.3,22.6\n", kSiteOptions);
  CHECK(problems.find("operator: no column of the source gives this required one") != std::string::npos);
  CHECK(problems.find("--default mast_height_m=") != std::string::npos);
}

TEST_CASE("measurements keep their repeated rows, and need a level and a transmitter") {
  const ImportedTable table = imported(
      "Cell;Kinh độ;Vĩ độ;RSRP (dBm)\nC1;105.3;22.6;-95,5\nC1;105.3;22.6;-95,5\n;105.3;22.6;-90\nC1;105.3;22.6;\n",
      {.kind = ImportKind::kMeasurements});
  CHECK(values_of(table, "level_dbm") == Texts{"-95.5", "-95.5"});
  CHECK(table.rows_refused == 2);
}

TEST_CASE("masts of one name and no code are told apart by their operator, and by a number") {
  const ImportedTable table = imported(
      "Tên trạm;Nhà mạng;Kinh độ;Vĩ độ;Độ cao cột\nTrung tâm;A;105,3;22,6;42\nTrung tâm;B;105,3;22,6;42\n"
      "Trung tâm;A;105,4;22,6;42\nTrung tâm;A;105,5;22,6;42\nTrung tâm;A;105,3;22,6;42\n",
      kSiteOptions);
  CHECK(values_of(table, "site_id") == Texts{"Trung tâm", "Trung tâm B", "Trung tâm A", "Trung tâm A 2"});
  CHECK(account_of(table).back().find("the same mast as Trung tâm of row 2") != std::string::npos);
}

TEST_CASE("marks of forms are flags, and so are words for none") {
  const ImportedTable table = imported(
      "Mã thôn;Kinh độ;Vĩ độ;Dân số;Điện lưới\nH1;105,3;22,6;10;x\nH2;105,4;22,6;10;Chưa có\nH3;105,5;22,6;10;có\n"
      "H4;105,6;22,6;10;-\n",
      {.kind = ImportKind::kHamlets});
  CHECK(values_of(table, "grid_power") == Texts{"1", "0", "có", ""});
}

TEST_CASE("a unit in brackets behind the value is one") {
  const ImportedTable table = imported(kHeader + "A1;x;A;105,3;22,6;42(m);\n", kSiteOptions);
  CHECK(value_of(table, 0, "mast_height_m") == "42");
}
