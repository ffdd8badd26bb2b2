#include "sim/intake/start/start_wording.h"

#include <array>

namespace phusong::intake {
namespace {

constexpr StartWording kVietnamese{
    .title = "Phủ sóng {province}",
    .toml_head =
        "# Kịch bản phủ sóng của {province}. Dòng bắt đầu bằng # là chú thích: mỗi khóa có giá trị mặc định, và chỉ\n"
        "# khóa nào cần đổi mới phải bỏ dấu #. Đường dẫn tính từ thư mục này. README.md nói phải điền những gì.\n",
    .readme = R"(# Phủ sóng {province}

Thư mục này là một kịch bản của phusong, còn trống. Phạm vi: {box} (tây, nam, đông, bắc, độ WGS84).
Hệ tọa độ làm việc: {crs}.

## 1. Địa hình

{terrain}

Địa hình khác (ví dụ mô hình số độ cao của tỉnh) cũng dùng được: ghi tên tệp vào `terrain.elevation`, và `dtm` vào
`terrain.elevation_kind` nếu đó là độ cao mặt đất không kể cây và nhà.

## 2. Các bảng phải điền

Mỗi bảng đã có dòng tiêu đề; cột bắt buộc đứng trước, sau đó là tọa độ và các cột khác, ô nào không biết thì để trống.
Tọa độ là `lon_deg`, `lat_deg` (độ, WGS84), hoặc `x_m`, `y_m` (mét) trong hệ tọa độ mà `network.sites_crs`,
`network.hamlets_crs` nói. Sửa bằng Excel hay LibreOffice, lưu lại dạng CSV UTF-8; hoặc dùng thẳng tệp .xlsx, .gpkg,
.shp và ghi tên tệp ấy vào `scenario.toml`.

Bảng của nhà mạng, của tỉnh: `phusong import` đọc nguyên dạng và ghi ra bảng đúng mẫu. Chưa có danh sách thôn, bản:
`phusong data hamlets` lập từ bản đồ dân số hay nhà cửa.

| bảng | mỗi dòng là | cột bắt buộc |
|---|---|---|
{tables}
Ý nghĩa, đơn vị và khoảng giá trị của từng cột: `phusong check --tables`.

## 3. Các bảng có thể thêm

Chỉ được đọc khi khóa của nó trong `scenario.toml` không còn dấu `#`.

| bảng | mỗi dòng là | khóa |
|---|---|---|
{optional}
Ranh giới xã (GeoJSON, Shapefile) để vẽ bản đồ: khóa `network.communes`.

## 4. Kiểm tra và chạy

    phusong check {folder}
    phusong run {folder} -o {folder}-ket-qua

`check` nói một lần tất cả những gì còn thiếu hoặc sai: tệp, dòng, cột, giá trị, khoảng cho phép.
)",
    .terrain_there = "Đã có: `{file}`. Nguồn và giấy phép ghi trong `SOURCES.md` cạnh đó.",
    .terrain_to_do =
        "Tải về (cần mạng Internet; chạy lại cùng lệnh nếu bị ngắt):\n\n    {command}\n\n"
        "`scenario.toml` đã ghi sẵn tên các tệp mà lệnh này tạo ra.",
    .table_line = "| `{file}` | {what} | {required} |\n",
    .optional_line = "| `{file}` | {what} | `{key}` |\n",
    .crs_auto = "tự chọn múi UTM của địa hình (`auto`)",
    .no_zone = "chưa biết múi VN-2000 của '{province}'",
    .said =
        "{folder}: kịch bản của {province}, hệ tọa độ làm việc {crs}\nCần điền:\n{tables}"
        "Cách điền: {readme}. Sau đó:  phusong check {folder}\n"};

constexpr StartWording kEnglish{
    .title = "Coverage of {province}",
    .toml_head =
        "# Coverage scenario of {province}. Lines that begin with # are comments: every key has a default, and only "
        "those\n"
        "# that are to be changed need their # taken off. Paths are relative to this folder. README.md says what to "
        "fill "
        "in.\n",
    .readme = R"(# Coverage of {province}

This folder is a phusong scenario, still empty. Region: {box} (west, south, east, north, degrees WGS84).
Working CRS: {crs}.

## 1. Terrain

{terrain}

Another terrain, such as the province's own elevation model, does as well: name it in `terrain.elevation`, and put `dtm`
into `terrain.elevation_kind` if its heights are those of the ground without trees and houses.

## 2. Tables to fill in

Each has its header; required columns come first, then positions and the others, and what is not known stays empty.
Positions are `lon_deg`, `lat_deg` (degrees, WGS84), or `x_m`, `y_m` (metres) in the CRS that `network.sites_crs` and
`network.hamlets_crs` say. Edit them with Excel or LibreOffice and save as CSV UTF-8; or use .xlsx, .gpkg or .shp files
as they are and name them in `scenario.toml`.

Tables of an operator or the province: `phusong import` reads them as they come and writes them in this form. Where
there is no list of hamlets, `phusong data hamlets` makes one of a map of people or buildings.

| table | a row is | required columns |
|---|---|---|
{tables}
Meaning, unit and range of every column: `phusong check --tables`.

## 3. Tables that may be added

Read only where their key in `scenario.toml` has lost its `#`.

| table | a row is | key |
|---|---|---|
{optional}
Outlines of communes (GeoJSON, Shapefile) for the maps: key `network.communes`.

## 4. Check and run

    phusong check {folder}
    phusong run {folder} -o {folder}-results

`check` says at once all that is missing or wrong: file, row, column, value, allowed range.
)",
    .terrain_there = "It is there: `{file}`. Sources and licences stand in `SOURCES.md` beside it.",
    .terrain_to_do =
        "Fetch it (needs the Internet; the same command goes on where it broke off):\n\n    {command}\n\n"
        "`scenario.toml` names the files that it makes.",
    .table_line = "| `{file}` | {what} | {required} |\n",
    .optional_line = "| `{file}` | {what} | `{key}` |\n",
    .crs_auto = "the UTM zone of the terrain (`auto`)",
    .no_zone = "no VN-2000 zone is known for '{province}'",
    .said =
        "{folder}: a scenario of {province}, working CRS {crs}\nTo fill in:\n{tables}"
        "{readme} says how. Then:  phusong check {folder}\n"};

struct TableMeaning {
  std::string_view table, vietnamese, english;
};

constexpr std::array kMeanings = {
    TableMeaning{"sites", "một vị trí cột, nhà trạm", "a mast, pole or rooftop"},
    TableMeaning{"cells", "một cell (sector × sóng mang)", "a cell (sector × carrier)"},
    TableMeaning{"hamlets", "một thôn, bản", "a hamlet"},
    TableMeaning{"clusters", "một cụm dân cư của thôn, bản", "a cluster of houses of a hamlet"},
    TableMeaning{"operator_share", "thị phần của một nhà mạng ở một thôn, bản", "the share of an operator in a hamlet"},
    TableMeaning{"equipment", "một sóng mang của trạm mới", "a carrier of a new station"},
    TableMeaning{"costs", "một khoản chi phí (phải đủ các khoản; không có bảng thì dùng giá giả định)",
                 "a cost item (all that are needed; assumptions hold without the table)"},
    TableMeaning{"candidates", "một vị trí có thể dựng trạm", "a place where a station may be built"},
    TableMeaning{"fibre_nodes", "một điểm đấu nối cáp quang", "a place where fibre can be joined"}};

}  // namespace

const StartWording& start_wording(std::string_view language) {
  return language == "vi" ? kVietnamese : kEnglish;
}

std::string_view table_meaning(std::string_view table, std::string_view language) {
  for (const TableMeaning& meaning : kMeanings)
    if (meaning.table == table) return language == "vi" ? meaning.vietnamese : meaning.english;
  return "";
}

}  // namespace phusong::intake
