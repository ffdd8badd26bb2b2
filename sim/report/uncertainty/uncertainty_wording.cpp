#include "sim/report/uncertainty/uncertainty_wording.h"

namespace phusong::report {
namespace {

constexpr UncertaintyWording kVietnameseUncertainty = {
    .title = "Độ bất định ({draws} lần rút ngẫu nhiên, seed {seed}): tỷ lệ thôn có sóng ở 5 %, 50 %, 95 % số lần rút",
    .as_it_stands = "hiện nay ({operator})",
    .plan_before = "trước khi xây",
    .plan_after = "sau khi xây",
    .period = "kỳ {period} của lộ trình tắt sóng",
    .share = "  {state}: {low}, {middle}, {high}",
    .target = "; xác suất đạt mục tiêu {probability}",
};

constexpr UncertaintyWording kEnglishUncertainty = {
    .title =
        "Uncertainty ({draws} random draws, seed {seed}): share of hamlets covered at 5 %, 50 %, 95 % of the draws",
    .as_it_stands = "as it stands ({operator})",
    .plan_before = "before the plan",
    .plan_after = "with the plan built",
    .period = "period {period} of the switch-off",
    .share = "  {state}: {low}, {middle}, {high}",
    .target = "; the target holds with a probability of {probability}",
};

}  // namespace

const UncertaintyWording& uncertainty_wording(std::string_view language) {
  return language == "vi" ? kVietnameseUncertainty : kEnglishUncertainty;
}

}  // namespace phusong::report
