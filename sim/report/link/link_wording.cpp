#include "sim/report/link/link_wording.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <stdexcept>

namespace phusong::report {
namespace {

using analysis::LinkRemarkKind;
using analysis::LinkTermGroup;

/// A name in both languages.
struct LinkWords {
  std::string_view name, vietnamese, english;

  std::string_view in(std::string_view language) const { return language == "vi" ? vietnamese : english; }
};

constexpr LinkWords kTermWords[] = {
    // Budget.
    {"tx_power_dbm", "Công suất phát", "Transmit power"},
    {"antenna_gain_dbi", "Độ lợi anten", "Antenna gain"},
    {"feeder_loss_db", "Suy hao fi-đơ", "Feeder loss"},
    {"eirp_dbm", "EIRP", "EIRP"},
    {"pattern_attenuation_db", "Suy giảm theo hướng anten", "Pattern attenuation"},
    {"reference_power_offset_db", "Bù về tín hiệu tham chiếu", "To the reference signal"},
    {"free_space_loss_db", "Suy hao không gian tự do", "Free-space loss"},
    {"excess_loss_db", "Suy hao thêm của mô hình", "Excess loss of the model"},
    {"path_loss_db", "Tổng suy hao đường truyền", "Path loss in all"},
    {"building_entry_loss_db", "Suy hao vào nhà", "Building entry loss"},
    {"vehicle_loss_db", "Suy hao vào xe", "Loss into the vehicle"},
    {"calibration_db", "Hiệu chỉnh theo số đo", "Correction by measurements"},
    {"level_dbm", "Mức thu", "Level"},
    {"tx_antenna_gain_dbi", "Độ lợi anten phát", "Transmit antenna gain"},
    {"tx_feeder_loss_db", "Suy hao fi-đơ phát", "Transmit feeder loss"},
    {"rx_antenna_gain_dbi", "Độ lợi anten thu", "Receive antenna gain"},
    {"rx_feeder_loss_db", "Suy hao fi-đơ thu", "Receive feeder loss"},
    {"rx_level_dbm", "Mức thu", "Received level"},
    // Service.
    {"threshold_dbm", "Ngưỡng", "Threshold"},
    {"margin_db", "Dự trữ so với ngưỡng", "Margin over the threshold"},
    {"sigma_location_db", "σ theo vị trí", "σ over locations"},
    {"sigma_model_db", "σ của mô hình", "σ of the model"},
    {"sigma_building_db", "σ của nhà", "σ of the building"},
    {"sigma_vehicle_db", "σ của xe", "σ of the vehicle"},
    {"sigma_db", "σ tổng", "σ in all"},
    {"probability", "Xác suất trên ngưỡng", "Probability above it"},
    {"location_probability", "Xác suất yêu cầu", "Probability asked for"},
    {"covering_level_dbm", "Mức thu cần có", "Level that covers"},
    {"missing_db", "Còn thiếu", "Missing"},
    {"rx_threshold_dbm", "Ngưỡng máy thu", "Receiver threshold"},
    {"fade_margin_db", "Dự trữ pha-đinh", "Fade margin"},
    {"rain_rate_mm_per_h", "Cường độ mưa R0.01", "Rain rate R0.01"},
    {"rain_db", "Suy hao mưa A0.01", "Rain attenuation A0.01"},
    {"rain_percent", "Gián đoạn do mưa", "Outage by rain"},
    {"p0_percent", "Hệ số pha-đinh đa đường p0", "Multipath occurrence factor p0"},
    {"multipath_worst_month_percent", "Đa đường, tháng xấu nhất", "Multipath, worst month"},
    {"multipath_percent", "Gián đoạn do đa đường", "Outage by multipath"},
    {"availability_percent", "Độ sẵn sàng", "Availability"},
    {"availability_asked_percent", "Độ sẵn sàng yêu cầu", "Availability asked for"},
    // Path.
    {"distance_km", "Cự ly", "Distance"},
    {"slant_distance_km", "Cự ly xiên", "Slant distance"},
    {"from_ground_m", "Mặt đất ở phía phát", "Ground at the transmitter"},
    {"from_height_m", "Anten phát trên mặt đất", "Transmitter above ground"},
    {"to_ground_m", "Mặt đất ở phía thu", "Ground at the receiver"},
    {"to_height_m", "Anten thu trên mặt đất", "Receiver above ground"},
    {"departure_deg", "Góc tia rời anten", "Departure angle of the ray"},
    {"k_factor", "Hệ số k của trái đất", "Effective Earth factor k"},
    {"obstacle_km", "Vật chắn chính cách", "Main obstacle at"},
    {"obstacle_m", "Vật chắn cao hơn tia", "Obstacle above the ray"},
    {"obstacle_nu", "ν của vật chắn", "ν of the obstacle"},
    {"fresnel_radius_m", "Bán kính Fresnel 1 ở đó", "First Fresnel radius there"},
    {"obstacle_lon_deg", "Kinh độ vật chắn", "Longitude of the obstacle"},
    {"obstacle_lat_deg", "Vĩ độ vật chắn", "Latitude of the obstacle"},
    {"azimuth_deg", "Phương vị đến điểm thu", "Azimuth to the receiver"},
    {"boresight_deg", "Phương vị anten", "Azimuth of the antenna"},
    {"off_boresight_deg", "Lệch khỏi búp chính", "Off the main lobe"},
    {"mechanical_tilt_deg", "Góc cụp cơ (xuống dương)", "Mechanical tilt, down"},
    {"electrical_tilt_deg", "Góc cụp điện (xuống dương)", "Electrical tilt, down"},
    {"clearance_m", "Thông thoáng trên 0,6 F1", "Clearance over 0.6 F1"},
    {"clearance_4_3_m", "Thông thoáng trên 0,6 F1, k = 4/3", "Clearance over 0.6 F1, k = 4/3"},
    {"clearance_4_3_km", "… nhỏ nhất ở, k = 4/3", "… least at, k = 4/3"},
    {"clearance_2_3_m", "Thông thoáng trên 0,6 F1, k = 2/3", "Clearance over 0.6 F1, k = 2/3"},
    {"clearance_2_3_km", "… nhỏ nhất ở, k = 2/3", "… least at, k = 2/3"},
    {"vegetation_m", "Cây cối trên mặt đất", "Vegetation above ground"},
    // Model.
    {"path_type", "Loại đường truyền", "Type of path"},
    {"ae_km", "Bán kính trái đất hiệu dụng", "Effective Earth radius"},
    {"b0_percent", "β0", "β0"},
    {"omega", "Phần đường đi trên biển", "Share of the path over sea"},
    {"dtm_km", "Đoạn đất liền dài nhất", "Longest stretch of land"},
    {"dlm_km", "Đoạn nội địa dài nhất", "Longest inland stretch"},
    {"theta_t_mrad", "Góc chân trời phía phát", "Horizon angle at the transmitter"},
    {"theta_r_mrad", "Góc chân trời phía thu", "Horizon angle at the receiver"},
    {"theta_mrad", "Góc của đường truyền", "Angular distance"},
    {"dlt_km", "Chân trời phía phát cách", "Horizon from the transmitter"},
    {"dlr_km", "Chân trời phía thu cách", "Horizon from the receiver"},
    {"hst_n_m", "Mặt nhẵn phía phát (bình phương tối thiểu)", "Smooth surface at the transmitter (least squares)"},
    {"hsr_n_m", "Mặt nhẵn phía thu (bình phương tối thiểu)", "Smooth surface at the receiver (least squares)"},
    {"hst_m", "Mặt nhẵn phía phát, ống dẫn", "Smooth surface at the transmitter, ducting"},
    {"hsr_m", "Mặt nhẵn phía thu, ống dẫn", "Smooth surface at the receiver, ducting"},
    {"hstd_m", "Mặt nhẵn phía phát, nhiễu xạ", "Smooth surface at the transmitter, diffraction"},
    {"hsrd_m", "Mặt nhẵn phía thu, nhiễu xạ", "Smooth surface at the receiver, diffraction"},
    {"hte_m", "Độ cao hiệu dụng phía phát", "Effective height of the transmitter"},
    {"hre_m", "Độ cao hiệu dụng phía thu", "Effective height of the receiver"},
    {"hm_m", "Độ gồ ghề địa hình", "Terrain roughness"},
    {"Lbfs_dB", "Không gian tự do", "Free space"},
    {"Lb0p_dB", "Tầm nhìn thẳng, p %", "Line of sight, p %"},
    {"Lb0b_dB", "Tầm nhìn thẳng, β0 %", "Line of sight, β0 %"},
    {"Lbulla_dB", "Bullington, mặt cắt thật", "Bullington, actual profile"},
    {"Lbulls_dB", "Bullington, mặt nhẵn", "Bullington, smooth profile"},
    {"Ldsph_dB", "Nhiễu xạ trái đất cầu", "Spherical-Earth diffraction"},
    {"Ld50_dB", "Nhiễu xạ, trung vị", "Diffraction, median"},
    {"Ldb_dB", "Nhiễu xạ, β0 %", "Diffraction, β0 %"},
    {"Ldp_dB", "Nhiễu xạ, p %", "Diffraction, p %"},
    {"Lbd50_dB", "Không gian tự do và nhiễu xạ, trung vị", "Free space and diffraction, median"},
    {"Lbd_dB", "Tầm nhìn thẳng và nhiễu xạ, p %", "Line of sight and diffraction, p %"},
    {"Lbs_dB", "Tán xạ đối lưu", "Troposcatter"},
    {"Lba_dB", "Ống dẫn và phản xạ tầng", "Ducting and layer reflection"},
    {"Fi", "Nội suy thời gian", "Time interpolation"},
    {"Fj", "Nội suy góc", "Angular interpolation"},
    {"Fk", "Nội suy cự ly", "Distance interpolation"},
    {"Lminb0p_dB", "Suy hao tối thiểu giả định", "Notional minimum loss"},
    {"Lminbap_dB", "Tối thiểu có ống dẫn", "Notional minimum with ducting"},
    {"Lbda_dB", "Nhiễu xạ có ống dẫn", "Diffraction with ducting"},
    {"Lbam_dB", "Nhiễu xạ, ống dẫn, tầm nhìn thẳng", "Diffraction, ducting, line of sight"},
    {"Lbc_dB", "Mọi cơ chế", "All mechanisms"},
    {"Lb_dB", "Suy hao truyền sóng cơ bản", "Basic transmission loss"},
    {"A_fs_dB", "Không gian tự do", "Free space"},
    {"A_ref_dB", "Suy giảm tham chiếu", "Reference attenuation"},
    {"delta_h_m", "Độ gồ ghề địa hình Δh", "Terrain irregularity Δh"},
    {"N_s_Nunits", "Chiết suất ở mặt đất", "Surface refractivity"},
    {"A_dB", "Suy hao truyền sóng cơ bản", "Basic transmission loss"},
    {"d_bp_km", "Cự ly gãy", "Breakpoint distance"},
    {"base_effective_height_m", "Độ cao hiệu dụng trạm gốc", "Effective height of the base"},
    {"mobile_effective_height_m", "Độ cao hiệu dụng máy di động", "Effective height of the mobile"},
    {"ehata_loss_db", "Suy hao truyền sóng cơ bản", "Basic transmission loss"},
    {"breakpoint_m", "Cự ly gãy", "Breakpoint distance"},
    {"line_of_sight_loss_db", "Suy hao nếu nhìn thẳng", "Loss in line of sight"},
    {"rma_loss_db", "Suy hao truyền sóng cơ bản", "Basic transmission loss"},
};

constexpr LinkWords kValueWords[] = {
    {"line_of_sight", "nhìn thẳng", "line of sight"},    {"no_line_of_sight", "không nhìn thẳng", "no line of sight"},
    {"transhorizon", "khuất chân trời", "transhorizon"}, {"diffraction", "nhiễu xạ", "diffraction"},
    {"troposcatter", "tán xạ đối lưu", "troposcatter"},
};

/// The words of a kind of remark; `{}` stands for its detail.
struct RemarkWords {
  LinkRemarkKind kind;
  LinkWords words;
};
constexpr RemarkWords kRemarkWords[] = {
    {LinkRemarkKind::kBeyondRange,
     {"beyond_range", "Xa hơn propagation.max_range_km ({}): tính vùng phủ không xét cell này ở đây.",
      "Beyond propagation.max_range_km ({}): coverage leaves the cell out here."}},
    {LinkRemarkKind::kOffAir,
     {"off_air", "Trạm {} không phát sóng: tính vùng phủ không xét cell này.",
      "Mast {} is not on air: coverage leaves the cell out."}},
    {LinkRemarkKind::kTechnologyLeftOut,
     {"technology_left_out", "Kịch bản không tính {}: tính vùng phủ không xét cell này.",
      "The scenario does not compute {}: coverage leaves the cell out."}},
    {LinkRemarkKind::kShortPath,
     {"short_path", "Ngắn hơn 0,25 km: chỉ không gian tự do và nhiễu xạ Bullington.",
      "Shorter than 0.25 km: free space and Bullington diffraction alone."}},
    {LinkRemarkKind::kCrossesVoid,
     {"crosses_void", "Đường truyền đi qua chỗ thiếu dữ liệu địa hình, được nối bằng đoạn thẳng.",
      "The path crosses terrain without data, bridged by a straight line."}},
    {LinkRemarkKind::kOutsideLimits,
     {"outside_limits", "Ngoài giới hạn của mô hình: {}.", "Outside the model's limits: {}."}},
    {LinkRemarkKind::kHopTooLong,
     {"hop_too_long", "Dài hơn backhaul.max_hop_km ({}).", "Longer than backhaul.max_hop_km ({})."}},
    {LinkRemarkKind::kHopNotClear,
     {"hop_not_clear", "Không thông thoáng trên 0,6 F1: thiếu {}.", "Not clear over 0.6 F1: {} missing."}},
    {LinkRemarkKind::kHopNotAvailable,
     {"hop_not_available", "Độ sẵn sàng dưới backhaul.availability_percent ({}).",
      "Less available than backhaul.availability_percent ({})."}},
    {LinkRemarkKind::kHopWorks,
     {"hop_works", "Tuyến dùng được theo các quy tắc của [backhaul].", "The hop works by the rules of [backhaul]."}},
};

template <class Words>
const LinkWords& words_named(const Words& all, std::string_view name) {
  const auto found = std::ranges::find(all, name, &LinkWords::name);
  if (found == std::end(all)) throw std::out_of_range(fmt::format("no words for '{}'", name));
  return *found;
}

const LinkWords& words_of(LinkRemarkKind kind) {
  return std::ranges::find(kRemarkWords, kind, &RemarkWords::kind)->words;
}

}  // namespace

std::string_view term_words(std::string_view term, std::string_view language) {
  return words_named(kTermWords, term).in(language);
}

std::string_view value_words(std::string_view value, std::string_view language) {
  return words_named(kValueWords, value).in(language);
}

std::string_view group_words(LinkTermGroup group, std::string_view language) {
  constexpr std::array kGroups = {LinkWords{"budget", "Quỹ đường truyền", "Budget"},
                                  LinkWords{"service", "So với yêu cầu", "Against what is asked"},
                                  LinkWords{"path", "Đường truyền", "Path"},
                                  LinkWords{"model", "Mô hình truyền sóng", "Propagation model"}};
  return kGroups[static_cast<std::size_t>(group)].in(language);
}

std::string_view name_of(LinkRemarkKind kind) {
  return words_of(kind).name;
}

std::string remark_text(const analysis::LinkRemark& remark, std::string_view language) {
  std::string detail = remark.detail;
  const bool is_number = remark.kind != LinkRemarkKind::kOutsideLimits && remark.kind != LinkRemarkKind::kOffAir;
  if (is_number && language == "vi") std::ranges::replace(detail, '.', ',');
  return fmt::format(fmt::runtime(words_of(remark.kind).in(language)), detail);
}

}  // namespace phusong::report
