#include "sim/report/comparison/comparison_wording.h"

namespace phusong::report {
namespace {

constexpr ComparisonWording kVietnameseComparison = {
    .title = "So sánh hai lần chạy",
    .runs = "So sánh A ({a}) với B ({b})",
    .hamlets = "{compared} thôn có trong cả hai; {only_a} thôn chỉ có trong A, {only_b} thôn chỉ có trong B",
    .no_change = "Không thôn nào khác nhau về trạng thái, tỷ lệ hay mức thu.",
    .status = "{service}: {a} → {b} thôn có sóng ({difference}); {better} thôn tốt lên, {worse} thôn xấu đi",
    .target = "Các công nghệ của mục tiêu",
    .people = "Dân được phủ sóng: {a} → {b} ({difference})",
    .settings = "Khác nhau: {inputs} tệp đầu vào, {options} tùy chọn (xem compare.json)",
    .versions = "Hai lần chạy do hai phiên bản làm ra: {a} và {b}",
    .operators_differ = "Nhà mạng chính khác nhau: A là {a}, B là {b}",
    .technologies_only = "Chỉ có trong một lần chạy, nên không so sánh: {names}",
    .plan = "Phương án: {a} → {b} triệu đồng đầu tư ({difference})",
    .stations = "Công trình: {both} có trong cả hai, {only_a} chỉ có trong A, {only_b} chỉ có trong B",
    .sunset = "Tắt sóng: {a} → {b} cell được tắt ({difference})",
    .none = "không có",
    .maps_missing = "Không so sánh bản đồ: có lần chạy không có bản đồ mức thu",
    .better = "tốt lên (đổi trạng thái)",
    .worse = "xấu đi (đổi trạng thái)",
    .slightly_better = "mạnh lên, cùng trạng thái",
    .slightly_worse = "yếu đi, cùng trạng thái",
    .unknown_change = "không rõ",
};

constexpr ComparisonWording kEnglishComparison = {
    .title = "Comparison of two runs",
    .runs = "A ({a}) compared with B ({b})",
    .hamlets = "{compared} hamlets are in both; {only_a} in A alone, {only_b} in B alone",
    .no_change = "No hamlet differs in its status, its share or its level.",
    .status = "{service}: {a} → {b} hamlets covered ({difference}); {better} better, {worse} worse",
    .target = "Technologies of the target",
    .people = "People covered: {a} → {b} ({difference})",
    .settings = "Differing: {inputs} input files, {options} options (see compare.json)",
    .versions = "Two versions made the runs: {a} and {b}",
    .operators_differ = "The main operators differ: {a} in A, {b} in B",
    .technologies_only = "In one run alone, so not compared: {names}",
    .plan = "Plan: {a} → {b} million VND of capex ({difference})",
    .stations = "Works: {both} in both, {only_a} in A alone, {only_b} in B alone",
    .sunset = "Sunset: {a} → {b} cells switched off ({difference})",
    .none = "none",
    .maps_missing = "Maps are not compared: a run has no maps of levels",
    .better = "better (another status)",
    .worse = "worse (another status)",
    .slightly_better = "stronger, same status",
    .slightly_worse = "weaker, same status",
    .unknown_change = "not known",
};

}  // namespace

const ComparisonWording& comparison_wording(std::string_view language) {
  return language == "vi" ? kVietnameseComparison : kEnglishComparison;
}

}  // namespace phusong::report
