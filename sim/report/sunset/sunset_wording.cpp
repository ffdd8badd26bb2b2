#include "sim/report/sunset/sunset_wording.h"

namespace phusong::report {
namespace {

constexpr SunsetWording kVietnameseSunset = {
    .finished =
        "Tắt xong {technology}: cả {cells} cell đều tắt, cell cuối cùng trong {quarter} (kỳ {period}/{periods}).",
    .finished_bound = "Không thể xong trước kỳ {bound}.",
    .not_finished = "Chưa tắt hết {technology}: tắt {off}/{cells} cell, còn {left} cell phải giữ (ít nhất {bound}).",
    .nothing_to_do = "Không có cell {technology} nào phải tắt.",
    .crews = "Riêng số đội thi công cần {periods} kỳ.",
    .crews_too_few = "Các đội thi công cần {periods} kỳ: nhiều hơn số kỳ của kịch bản.",
    .refarmed = "{carriers} sóng mang {to} {frequency} MHz được bật trên tần số đã giải phóng.",
    .no_band =
        "Không trạm {technology} nào có thể tắt nằm trong băng tần của {frequency} MHz: không có gì để tái sử dụng.",
    .handsets = "Hỗ trợ {handsets} máy; tổng chi phí {cost} triệu đồng.",
    .nobody_cut = "Không máy nào đang gọi được mà bị mất liên lạc.",
    .cut = "{handsets} máy mất liên lạc thoại ở kỳ xấu nhất, trong giới hạn của mức sàn.",
    .held_back = "{hamlets} thôn – nhà mạng chưa cho tắt:",
    .held_back_one = "  {hamlet} {name}, {operator}: {service} còn {share}, mức sàn {floor}, do {cells} cell giữ; ",
    .remedy_handsets = "rẻ nhất: cấp {handsets} máy, {cost} triệu đồng",
    .remedy_equipment = "rẻ nhất: lắp thiết bị mới ở trạm {site} và cấp {handsets} máy, {cost} triệu đồng",
    .no_remedy = "không có cách nào trong mô hình ngoài giữ lại cell",
    .more = "  … và {count} nữa, xem sunset/sunset.json",
    .voice = "thoại",
    .data = "dữ liệu",
};

constexpr SunsetWording kEnglishSunset = {
    .finished =
        "{technology} is switched off: all {cells} cells, the last in {quarter} (period {period} of {periods}).",
    .finished_bound = "It cannot be done before period {bound}.",
    .not_finished =
        "{technology} is not switched off: {off} of {cells} cells go, {left} have to stay (at least {bound}).",
    .nothing_to_do = "There is no {technology} cell to switch off.",
    .crews = "Crews alone need {periods} periods.",
    .crews_too_few = "Crews need {periods} periods, more than the scenario has.",
    .refarmed = "{carriers} carriers of {to} at {frequency} MHz go on in the spectrum that is freed.",
    .no_band =
        "No {technology} cell that can go off stands in the band of {frequency} MHz: there is nothing to refarm.",
    .handsets = "{handsets} handsets are subsidised; {cost} million VND in all.",
    .nobody_cut = "No handset that can call is cut off.",
    .cut = "{handsets} handsets lose calls in the worst period, within the floors.",
    .held_back = "{hamlets} hamlets, operator by operator, hold it back:",
    .held_back_one =
        "  {hamlet} {name}, {operator}: {service} falls to {share}, the floor is {floor}, cells that hold it: "
        "{cells}; ",
    .remedy_handsets = "cheapest: {handsets} handsets, {cost} million VND",
    .remedy_equipment = "cheapest: new equipment on mast {site} and {handsets} handsets, {cost} million VND",
    .no_remedy = "nothing in the model helps but keeping the cells",
    .more = "  … and {count} more, see sunset/sunset.json",
    .voice = "voice",
    .data = "data",
};

}  // namespace

const SunsetWording& sunset_wording(std::string_view language) {
  return language == "vi" ? kVietnameseSunset : kEnglishSunset;
}

}  // namespace phusong::report
