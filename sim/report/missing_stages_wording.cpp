#include "sim/report/missing_stages_wording.h"

namespace phusong::report {
namespace {

constexpr MissingStagesWording kVietnameseMissing{.missing = "lần chạy này chưa có: {stage} (lệnh tính: {command})",
                                                  .coverage = "vùng phủ",
                                                  .maps = "bản đồ mức thu",
                                                  .plan = "phương án xây dựng",
                                                  .sunset = "lộ trình tắt sóng",
                                                  .resilience = "sự cố",
                                                  .fixes = "cách khắc phục",
                                                  .uncertainty = "độ bất định"};

constexpr MissingStagesWording kEnglishMissing{.missing = "not in this run: {stage} ({command} makes it)",
                                               .coverage = "coverage",
                                               .maps = "maps of levels",
                                               .plan = "plan",
                                               .sunset = "switch-off",
                                               .resilience = "resilience",
                                               .fixes = "fixes",
                                               .uncertainty = "uncertainty"};

}  // namespace

const MissingStagesWording& missing_stages_wording(std::string_view language) {
  return language == "vi" ? kVietnameseMissing : kEnglishMissing;
}

}  // namespace phusong::report
