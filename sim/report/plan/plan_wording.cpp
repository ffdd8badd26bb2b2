#include "sim/report/plan/plan_wording.h"

namespace phusong::report {
namespace {

constexpr PlanWording kVietnamesePlan = {
    .off_terrain = "nằm ngoài dữ liệu địa hình",
    .no_candidate = "không phương án trạm nào phủ tới",
    .only_part = "các phương án trạm chỉ phủ được một phần, không đủ tỷ lệ yêu cầu",
    .not_needed = "đã đạt mục tiêu, chưa cần đến thôn này",
    .no_budget = "ngân sách không đủ",
    .no_fibre = "không có điểm cáp quang nào để nối",
    .chosen_for_less =
        "số tuyến truyền dẫn mỗi cột cho phép làm các trạm chọn lần đầu tốn {amount} triệu đồng; đã chọn lại "
        "cho vừa ngân sách",
    .links_cost_more =
        "số tuyến truyền dẫn mỗi cột cho phép làm phương án đắt hơn {amount} triệu đồng so với mỗi trạm có "
        "truyền dẫn riêng; mục tiêu ghi theo phương án",
    .no_roads = "{count} trạm mới không có road_km: chưa tính chi phí đường vào trạm",
    .dear_years = "{count} bước tốn hơn plan.budget_per_year = {amount}: mỗi bước chiếm riêng một năm và vượt mức đó",
    .unspent_years =
        "{count} năm không tiêu hết plan.budget_per_year = {amount}, ít nhất là năm {year} ({spent}): phần còn lại "
        "không đủ cho bước tiếp theo theo thứ tự plan.order_by",
    .candidate_off_terrain = "plan.candidates.file: vị trí {id} nằm ngoài dữ liệu địa hình, không xét",
    .site_off_terrain = "network.sites: vị trí đề xuất {id} nằm ngoài dữ liệu địa hình, không xét",
    .title = "Phương án xây dựng",
    .stations = "Trạm",
    .masts = "cột mới",
    .relays = "trong đó cột chuyển tiếp",
    .poles = "cột thấp (RMS)",
    .upgrades = "thêm thiết bị trên cột có sẵn",
    .costs = "Chi phí, triệu đồng",
    .item = "khoản mục",
    .quantity = "số lượng",
    .capex = "đầu tư",
    .opex = "mỗi năm",
    .total = "tổng",
    .hamlets = "Thôn đạt",
    .people = "Dân được phủ",
    .before = "trước",
    .after = "sau",
    .bound = "Mục tiêu chọn trạm {objective}, cận dưới {bound}, khoảng cách {gap}",
    .full_bound = "Cả truyền dẫn dùng chung: {objective}, cận dưới {bound}, khoảng cách {gap}",
    .broadband = "Cáp quang tới thôn: {links} tuyến, {km} km",
    .broadband_bound = "Cây cáp quang: {objective}, cận dưới {bound}, khoảng cách {gap}",
    .unserved = "Thôn chưa đạt",
    .more = "còn {count} thôn nữa trong unserved.csv",
    .not_reached = "Không đạt được mục tiêu: đây là mức cao nhất có thể.",
    .confidence =
        "Mục tiêu được giữ với xác suất {probability} (yêu cầu {asked}); trên {draws} lần rút ngẫu nhiên khác: "
        "{checked}",
    .confidence_costs =
        "Phương án theo trung vị giữ mục tiêu với xác suất {probability}, tốn {by_medians} triệu đồng (đầu tư và "
        "{years} "
        "năm chi phí); so với nó, độ tin cậy tốn {difference} triệu đồng",
    .confidence_margins = "Phương án được tính cho {count} thôn hoặc người dân, với ngưỡng cao hơn {margin} dB",
};

constexpr PlanWording kEnglishPlan = {
    .off_terrain = "off the terrain",
    .no_candidate = "no candidate reaches any of its points",
    .only_part = "all candidates together reach only a part of it",
    .not_needed = "the target is reached without it",
    .no_budget = "the budget does not reach so far",
    .no_fibre = "there is no fibre to start from",
    .chosen_for_less =
        "links as masts have room for them made the stations that were chosen first cost {amount} million "
        "VND; they were chosen again for less",
    .links_cost_more =
        "links as masts have room for them make the plan {amount} million VND dearer than each station "
        "with a backhaul of its own; the objective is that of the plan",
    .no_roads = "{count} new stations without road_km: no access road is counted for them",
    .dear_years =
        "{count} steps cost more than plan.budget_per_year = {amount}: each takes a year of its own that goes "
        "beyond it",
    .unspent_years =
        "years that do not spend all of plan.budget_per_year = {amount}: {count}, the least in year {year} ({spent}); "
        "what is left does not pay the next step in the order of plan.order_by",
    .candidate_off_terrain = "plan.candidates.file: candidate {id} is off the terrain: it is left out",
    .site_off_terrain = "network.sites: candidate {id} is off the terrain: it is left out",
    .title = "The plan",
    .stations = "Stations",
    .masts = "new masts",
    .relays = "of these relays",
    .poles = "poles (RMS)",
    .upgrades = "equipment on masts that exist",
    .costs = "Costs, million VND",
    .item = "item",
    .quantity = "quantity",
    .capex = "capex",
    .opex = "a year",
    .total = "total",
    .hamlets = "Hamlets that count",
    .people = "People covered",
    .before = "before",
    .after = "after",
    .bound = "Selection of stations: objective {objective}, bound {bound}, gap {gap}",
    .full_bound = "With shared backhaul: objective {objective}, bound {bound}, gap {gap}",
    .broadband = "Fibre to hamlets: {links} routes, {km} km",
    .broadband_bound = "Fibre tree: objective {objective}, bound {bound}, gap {gap}",
    .unserved = "Hamlets that stay unserved",
    .more = "{count} more in unserved.csv",
    .not_reached = "The target is out of reach: this is the most that can be reached.",
    .confidence =
        "The target holds with a probability of {probability} ({asked} asked for); on {draws} other draws: {checked}",
    .confidence_costs =
        "The plan by medians holds with a probability of {probability} and costs {by_medians} million VND (capex and "
        "{years} years of opex); beside it the confidence costs {difference} million VND",
    .confidence_margins = "The plan is made for {count} hamlets or people, with thresholds {margin} dB higher",
};

}  // namespace

const PlanWording& plan_wording(std::string_view language) {
  return language == "vi" ? kVietnamesePlan : kEnglishPlan;
}

}  // namespace phusong::report
