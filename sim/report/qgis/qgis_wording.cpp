#include "sim/report/qgis/qgis_wording.h"

#include <fmt/format.h>

#include <algorithm>

#include "sim/network/technology.h"

namespace phusong::report {
namespace {

constexpr QgisWording kVietnameseQgis = {
    .terrain = "Địa hình",
    .coverage = "Vùng phủ sóng",
    .hamlets = "Thôn, bản",
    .network = "Mạng hiện có",
    .plan = "Phương án xây dựng",
    .sunset = "Lộ trình tắt sóng",
    .resilience = "Sự cố",
    .uncertainty = "Độ bất định",
    .hamlet_status = "Trạng thái phủ sóng của thôn",
    .hamlet_status_of = "Trạng thái thôn, {technology}",
    .sites = "Trạm",
    .cells = "Cell (hướng phát)",
    .links = "Truyền dẫn hiện có",
    .stations = "Trạm của phương án",
    .backhaul = "Truyền dẫn mới",
    .cells_by_period = "Cell theo kỳ",
    .level = "{technology}: mức thu {quantity} (dBm)",
    .probability = "{technology}: xác suất có sóng",
    .best_server = "{technology}: cell phục vụ",
    .overlap = "{technology}: số cell chồng lấn",
    .ratio = "{technology}: {quantity} (dB)",
    .throughput = "{technology}: tốc độ một người dùng (Mbit/s)",
    .terrain_gaps = "Đường truyền qua chỗ thiếu dữ liệu địa hình",
    .any_operator = "mọi nhà mạng",
    .coverage_theme = "Vùng phủ sóng {technology}",
    .coverage_theme_of = "Vùng phủ sóng {technology} – {operator}",
    .hamlet_theme = "Trạng thái phủ sóng các thôn, bản",
    .plan_theme = "Phương án xây dựng trạm",
    .sunset_theme = "Lộ trình tắt sóng theo kỳ",
    .resilience_theme = "Sự cố làm tụt mức phủ sóng",
    .uncertainty_theme = "Xác suất thôn có sóng",
    .quality_theme = "Chất lượng {technology}",
    .on_air = "đang phát sóng",
    .planned = "đã có kế hoạch",
    .candidate = "vị trí đề xuất",
    .off = "ngừng phát",
    .existing_fibre = "cáp quang",
    .existing_microwave = "vi ba",
    .existing_satellite = "vệ tinh",
    .existing_link = "không rõ loại",
    .new_mast = "cột mới",
    .pole = "cột thấp (RMS)",
    .upgrade = "thêm thiết bị trên cột có sẵn",
    .fibre_to_hamlet = "cáp quang tới thôn",
    .fibre = "tuyến cáp quang mới",
    .microwave = "tuyến vi ba mới",
    .satellite = "trạm vệ tinh mới",
    .stays = "giữ nguyên (công nghệ khác)",
    .exempt = "được miễn, không tắt",
    .goes = "sẽ tắt",
    .left = "chưa tắt được",
    .refarmed = "sóng mang mới trên tần số giải phóng",
    .swap = "thiết bị thay thế",
    .covered_seldom = "dưới 50 %",
    .covered_sometimes = "50 % đến dưới 90 %",
    .covered_often = "từ 90 %",
    .step = "bước",
    .year = "năm",
    .status = "Trạng thái",
    .reason = "Lý do",
    .cheapest_fix = "Cách khắc phục rẻ nhất",
    .legend = "Chú giải",
    .state_at = "Trạng thái mạng trong quý {period}",
    .source = "Kịch bản: {scenario}. Nhà mạng: {operator}. Mô hình truyền sóng: {model}. Tính bằng phusong.",
    .crs_note = "Hệ tọa độ: {crs}",
    .verdict_note = "Mức thu là trung vị tính toán theo mô hình, không phải số đo.",
    .quality_note = "SINR, C/I và Ec/Io không được tính vào kết luận phủ sóng.",
};

constexpr QgisWording kEnglishQgis = {
    .terrain = "Terrain",
    .coverage = "Coverage",
    .hamlets = "Hamlets",
    .network = "Network as it stands",
    .plan = "Building plan",
    .sunset = "Switch-off",
    .resilience = "Failures",
    .uncertainty = "Uncertainty",
    .hamlet_status = "Status of hamlets",
    .hamlet_status_of = "Status of hamlets, {technology}",
    .sites = "Masts",
    .cells = "Cells (sectors)",
    .links = "Existing backhaul",
    .stations = "Stations of the plan",
    .backhaul = "New backhaul",
    .cells_by_period = "Cells by period",
    .level = "{technology}: {quantity} level (dBm)",
    .probability = "{technology}: probability of coverage",
    .best_server = "{technology}: best server",
    .overlap = "{technology}: overlapping cells",
    .ratio = "{technology}: {quantity} in dB",
    .throughput = "{technology}: throughput of one user (Mbit/s)",
    .terrain_gaps = "Paths over missing terrain",
    .any_operator = "all operators",
    .coverage_theme = "Coverage of {technology}",
    .coverage_theme_of = "Coverage of {technology} – {operator}",
    .hamlet_theme = "Coverage of hamlets",
    .plan_theme = "Stations to build",
    .sunset_theme = "Switch-off by period",
    .resilience_theme = "Failures that take coverage away",
    .uncertainty_theme = "Probability that hamlets are covered",
    .quality_theme = "Quality of {technology}",
    .on_air = "on air",
    .planned = "planned",
    .candidate = "candidate",
    .off = "off",
    .existing_fibre = "fibre",
    .existing_microwave = "microwave",
    .existing_satellite = "satellite",
    .existing_link = "of unknown kind",
    .new_mast = "new mast",
    .pole = "pole (RMS)",
    .upgrade = "equipment on a mast that exists",
    .fibre_to_hamlet = "fibre to a hamlet",
    .fibre = "new fibre",
    .microwave = "new microwave link",
    .satellite = "new satellite terminal",
    .stays = "stays (another technology)",
    .exempt = "exempt, never switched off",
    .goes = "to be switched off",
    .left = "cannot be switched off yet",
    .refarmed = "new carrier in the spectrum that is freed",
    .swap = "replacing equipment",
    .covered_seldom = "below 50 %",
    .covered_sometimes = "50 % to below 90 %",
    .covered_often = "90 % or more",
    .step = "step",
    .year = "year",
    .status = "Status",
    .reason = "Reason",
    .cheapest_fix = "Cheapest fix",
    .legend = "Legend",
    .state_at = "The network in quarter {period}",
    .source = "Scenario: {scenario}. Operator: {operator}. Propagation model: {model}. Computed by phusong.",
    .crs_note = "CRS: {crs}",
    .verdict_note = "Levels are medians computed by a model, not measurements.",
    .quality_note = "SINR, C/I and Ec/Io are no part of any verdict of coverage.",
};

struct FieldWords {
  std::string_view field, vietnamese, english;
};

constexpr FieldWords kFields[] = {
    {"hamlet_id", "Mã thôn", "Hamlet ID"},
    {"name", "Tên", "Name"},
    {"commune", "Xã", "Commune"},
    {"district", "Huyện", "District"},
    {"province", "Tỉnh", "Province"},
    {"population", "Dân số", "Population"},
    {"households", "Số hộ", "Households"},
    {"radius_m", "Bán kính (m)", "Radius (m)"},
    {"status", "Trạng thái", "Status"},
    {"share", "Tỷ lệ điểm có sóng", "Share of points covered"},
    {"status_any_technology", "Trạng thái, công nghệ bất kỳ", "Status, any technology"},
    {"centre_covered", "Trung tâm có sóng", "Centre covered"},
    {"terrain_gap", "Tỷ lệ đường truyền thiếu địa hình", "Share of paths over missing terrain"},
    {"note", "Ghi chú", "Note"},
    {"reason", "Mã lý do", "Reason code"},
    {"obstacle_m", "Vật cản cao hơn tia (m)", "Obstacle above the ray (m)"},
    {"missing_db", "Còn thiếu (dB)", "Missing (dB)"},
    {"cheapest_fix", "Cách khắc phục rẻ nhất", "Cheapest fix"},
    {"covered_probability", "Xác suất có sóng", "Probability of covered"},
    {"hollow_probability", "Xác suất lõm sóng", "Probability of hollow"},
    {"white_probability", "Xác suất trắng sóng", "Probability of white"},
    {"site_id", "Mã trạm", "Site ID"},
    {"operator", "Nhà mạng", "Operator"},
    {"type", "Loại cột", "Type"},
    {"mast_height_m", "Chiều cao cột (m)", "Mast height (m)"},
    {"backhaul", "Truyền dẫn", "Backhaul"},
    {"backhaul_to", "Nối về", "Backhaul to"},
    {"backhaul_km", "Chiều dài tuyến (km)", "Backhaul (km)"},
    {"power", "Nguồn điện", "Power"},
    {"battery_hours", "Ắc quy (giờ)", "Battery (hours)"},
    {"technologies", "Công nghệ", "Technologies"},
    {"technology", "Công nghệ", "Technology"},
    {"on_air", "Đang phát", "On air"},
    {"cell_id", "Mã cell", "Cell ID"},
    {"frequency_mhz", "Tần số (MHz)", "Frequency (MHz)"},
    {"bandwidth_mhz", "Băng thông (MHz)", "Bandwidth (MHz)"},
    {"azimuth_deg", "Góc phương vị (°)", "Azimuth (°)"},
    {"beamwidth_deg", "Độ rộng búp sóng (°)", "Beamwidth (°)"},
    {"antenna_height_agl_m", "Chiều cao anten (m)", "Antenna height (m)"},
    {"eirp_dbm", "EIRP (dBm)", "EIRP (dBm)"},
    {"mechanical_tilt_deg", "Góc cụp cơ (°)", "Mechanical tilt (°)"},
    {"electrical_tilt_deg", "Góc cụp điện (°)", "Electrical tilt (°)"},
    {"from", "Từ", "From"},
    {"to", "Đến", "To"},
    {"medium", "Loại tuyến", "Medium"},
    {"length_km", "Chiều dài (km)", "Length (km)"},
    {"step", "Bước", "Step"},
    {"year", "Năm", "Year"},
    {"action", "Việc làm", "Action"},
    {"capex_million_vnd", "Đầu tư (triệu đồng)", "Capex (million VND)"},
    {"hamlets_gained", "Số thôn thêm được", "Hamlets gained"},
    {"population_gained", "Số dân thêm được", "People gained"},
    {"cumulative_hamlet_share", "Tỷ lệ thôn lũy kế", "Share of hamlets so far"},
    {"clearance_m", "Khoảng hở trên 0,6 F1 (m)", "Clearance over 0.6 F1 (m)"},
    {"availability_percent", "Độ khả dụng (%)", "Availability (%)"},
    {"event", "Sự cố", "Event"},
    {"id", "Mã", "ID"},
    {"masts_off", "Số trạm ngừng phát", "Masts off"},
    {"hamlets_lost", "Số thôn tụt mức phủ sóng", "Hamlets lost"},
    {"people_lost", "Số dân tụt mức phủ sóng", "People lost"},
    {"hamlets_lost_any_operator", "Số thôn tụt mức, mọi nhà mạng", "Hamlets lost, any operator"},
    {"people_lost_any_operator", "Số dân tụt mức, mọi nhà mạng", "People lost, any operator"},
    {"fate", "Số phận của cell", "Fate"},
    {"begin", "Từ ngày", "From"},
    {"end", "Trước ngày", "Until"},
};

/// Columns of a technology, after its prefix.
constexpr FieldWords kTechnologyFields[] = {
    {"level_dbm", "mức thu (dBm)", "level (dBm)"},
    {"probability", "xác suất có sóng", "probability of coverage"},
    {"share", "tỷ lệ điểm có sóng", "share of points covered"},
    {"status", "trạng thái", "status"},
    {"best_cell", "cell phục vụ", "best cell"},
    {"sinr_db", "tỷ số tín hiệu trên nhiễu (dB)", "signal to interference and noise (dB)"},
    {"throughput_mbps", "tốc độ (Mbit/s)", "throughput (Mbit/s)"},
};

std::string_view in_language(const FieldWords& words, std::string_view language) {
  return language == "vi" ? words.vietnamese : words.english;
}

}  // namespace

const QgisWording& qgis_wording(std::string_view language) {
  return language == "vi" ? kVietnameseQgis : kEnglishQgis;
}

std::string field_alias(std::string_view field, std::string_view language) {
  const auto found = std::ranges::find(kFields, field, &FieldWords::field);
  if (found != std::end(kFields)) return std::string(in_language(*found, language));
  for (const network::Technology technology : network::kTechnologies) {
    const std::string prefix = fmt::format("{}_", prefix_of(technology));
    if (!field.starts_with(prefix)) continue;
    const auto of_technology = std::ranges::find(kTechnologyFields, field.substr(prefix.size()), &FieldWords::field);
    if (of_technology != std::end(kTechnologyFields))
      return fmt::format("{}: {}", name_of(technology), in_language(*of_technology, language));
  }
  return "";
}

}  // namespace phusong::report
