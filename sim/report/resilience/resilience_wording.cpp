#include "sim/report/resilience/resilience_wording.h"

namespace phusong::report {
namespace {

constexpr ResilienceWording kVietnameseResilience = {
    .title = "Sự cố làm tụt mức phủ sóng của nhiều người nhất (đầy đủ trong resilience.csv):",
    .nothing_lost =
        "Không sự cố nào của một trạm, một tuyến truyền dẫn hay điện lưới một huyện, xã làm tụt mức phủ sóng của thôn "
        "nào.",
    .site = "trạm {id} ({name}) ngừng phát",
    .fibre = "đứt tuyến truyền dẫn của trạm {id} ({name}), {masts} trạm ngừng phát",
    .grid = "mất điện lưới {id} quá {hours} giờ, {masts} trạm ngừng phát",
    .loss = "{operator} {hamlets} thôn, {people} người",
    .any_operator = "tính chung mọi nhà mạng {hamlets} thôn, {people} người",
    .plan_title = "Phần của phương án mà nhiều thôn chỉ trông vào nhất (đầy đủ trong plan/resilience.csv):",
    .station = "trạm {id} ({masts} trạm ngừng phát): {hamlets} thôn, {people} người",
    .relay = "cột chuyển tiếp {id} ({masts} trạm ngừng phát): {hamlets} thôn, {people} người",
    .link = "tuyến {medium} {id} – {to} ({km} km, {masts} trạm ngừng phát): {hamlets} thôn, {people} người",
    .second_path = "đường thứ hai bằng {medium} tới {to}, {km} km: {cost} triệu đồng",
    .second_terminal = "đường thứ hai bằng trạm vệ tinh: {cost} triệu đồng",
    .fibre_medium = "cáp quang",
    .microwave = "vi ba",
    .satellite = "vệ tinh",
    .site_label = "trạm hỏng",
    .fibre_label = "đứt tuyến truyền dẫn",
    .grid_label = "mất điện lưới",
    .people_between = "{least}–{most} người tụt mức phủ sóng",
    .people_from = "từ {least} người tụt mức phủ sóng",
};

constexpr ResilienceWording kEnglishResilience = {
    .title = "Failures by which the coverage of most people falls (all of them in resilience.csv):",
    .nothing_lost =
        "No failure of one mast, one link or the grid of one district or commune takes coverage away from any hamlet.",
    .site = "mast {id} ({name}) off",
    .fibre = "link of mast {id} ({name}) cut, masts off: {masts}",
    .grid = "grid of {id} out for more than {hours} hours, masts off: {masts}",
    .loss = "{operator} {hamlets} hamlets, {people} people",
    .any_operator = "all operators together {hamlets} hamlets, {people} people",
    .plan_title = "Parts of the plan on which most hamlets depend alone (all of them in plan/resilience.csv):",
    .station = "station {id} ({masts} masts off): {hamlets} hamlets, {people} people",
    .relay = "relay {id} ({masts} masts off): {hamlets} hamlets, {people} people",
    .link = "{medium} link {id} – {to} ({km} km, {masts} masts off): {hamlets} hamlets, {people} people",
    .second_path = "second path by {medium} to {to}, {km} km: {cost} million VND",
    .second_terminal = "second path by a satellite terminal: {cost} million VND",
    .fibre_medium = "fibre",
    .microwave = "microwave",
    .satellite = "satellite",
    .site_label = "mast fails",
    .fibre_label = "link cut",
    .grid_label = "grid fails",
    .people_between = "{least}–{most} people whose coverage falls",
    .people_from = "{least} people or more whose coverage falls",
};

}  // namespace

const ResilienceWording& resilience_wording(std::string_view language) {
  return language == "vi" ? kVietnameseResilience : kEnglishResilience;
}

}  // namespace phusong::report
