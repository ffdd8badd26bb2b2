#include "sim/report/workbook_wording.h"

#include <array>

namespace phusong::report {
namespace {

constexpr std::array kWorkbookTables = {
    WorkbookTable{"hamlets.csv", {"Từng thôn: tình trạng phủ sóng, nguyên nhân", "Each hamlet: coverage and reasons"}},
    WorkbookTable{"communes.csv", {"Tổng hợp theo xã", "Totals of each commune"}},
    WorkbookTable{"communes_old.csv",
                  {"Tổng hợp theo xã cũ, trước khi sắp xếp đơn vị hành chính",
                   "Totals of each former commune, before units were merged"}},
    WorkbookTable{"districts.csv", {"Tổng hợp theo huyện", "Totals of each district"}},
    WorkbookTable{"kpi.csv",
                  {"Chỉ số cho trung tâm điều hành: toàn bộ, tỉnh, huyện, xã",
                   "Indicators for an operations centre: the whole, provinces, districts, communes"}},
    WorkbookTable{"plan/steps.csv", {"Phương án xây dựng: thứ tự các bước", "Plan: the order of building"}},
    WorkbookTable{"plan/new_sites.csv", {"Phương án: trạm mới", "Plan: new masts and poles"}},
    WorkbookTable{"plan/upgrades.csv", {"Phương án: trạm hiện có được nâng cấp", "Plan: masts that get equipment"}},
    WorkbookTable{"plan/new_cells.csv", {"Phương án: cell mới", "Plan: new cells"}},
    WorkbookTable{"plan/cost_lines.csv", {"Phương án: từng khoản chi phí", "Plan: every cost"}},
    WorkbookTable{"plan/unserved.csv",
                  {"Phương án: thôn vẫn chưa đạt và lý do", "Plan: hamlets that stay without, and why"}},
    WorkbookTable{"plan/resilience.csv",
                  {"Phương án: phần nào hỏng thì mất những gì", "Plan: what depends on each of its parts"}},
    WorkbookTable{"plan/hamlets_uncertainty.csv",
                  {"Phương án: xác suất của từng thôn", "Plan: probabilities of each hamlet"}},
    WorkbookTable{"plan/candidates.csv", {"Phương án: các vị trí được xem xét", "Plan: what was chosen from"}},
    WorkbookTable{"sunset/schedule.csv", {"Lộ trình tắt sóng: từng việc", "Switch-off: every action"}},
    WorkbookTable{"sunset/new_cells.csv", {"Lộ trình tắt sóng: cell mới", "Switch-off: new cells"}},
    WorkbookTable{"sunset/hamlets_by_period.csv",
                  {"Lộ trình tắt sóng: từng thôn theo kỳ", "Switch-off: each hamlet by period"}},
    WorkbookTable{"sunset/guard.csv",
                  {"Lộ trình tắt sóng: cell phải chờ nhau vì nhiễu", "Switch-off: cells that a carrier waits for"}},
    WorkbookTable{"sunset/sweep.csv", {"Lộ trình tắt sóng: khi đổi một giả thiết", "Switch-off: one key varied"}},
    WorkbookTable{"sunset/hamlets_uncertainty.csv",
                  {"Lộ trình tắt sóng: xác suất của từng thôn", "Switch-off: probabilities of each hamlet"}},
    WorkbookTable{"fixes.csv", {"Cách khắc phục cho từng thôn chưa có sóng", "What would cover each hamlet"}},
    WorkbookTable{"fixes_sites.csv", {"Trạm của các cách khắc phục", "Masts of these fixes"}},
    WorkbookTable{"fixes_cells.csv", {"Cell của các cách khắc phục", "Cells of these fixes"}},
    WorkbookTable{"resilience.csv",
                  {"Mất sóng khi một trạm, tuyến truyền dẫn hoặc lưới điện hỏng",
                   "What is lost when a mast, a link or a grid fails"}},
    WorkbookTable{"resilience_hamlets.csv", {"Các thôn mất sóng khi đó", "The hamlets behind these numbers"}},
    WorkbookTable{"hamlets_uncertainty.csv", {"Xác suất của từng thôn", "Probabilities of each hamlet"}},
    WorkbookTable{"hamlets_by_operator.csv",
                  {"Từng thôn theo nhà mạng và công nghệ", "Each hamlet by operator and technology"}},
    WorkbookTable{"points.csv", {"Từng điểm mẫu của thôn", "Each sample point"}, true},
    WorkbookTable{"point_levels.csv", {"Mức thu của từng cell tại từng điểm mẫu", "Every level at every point"}, true},
    WorkbookTable{"plan/candidate_coverage.csv",
                  {"Điểm mẫu mà mỗi vị trí được xem xét phủ được", "The sample points that each candidate covers"},
                  true},
};

constexpr WorkbookWording kWorkbookWords = {
    .contents = {"Mục lục", "Contents"},
    .sheet = {"Trang tính", "Sheet"},
    .file = {"Tệp", "File"},
    .rows = {"Số dòng", "Rows"},
    .content = {"Nội dung", "Content"},
    .left_out = {" (chỉ có trong tệp: bảng theo điểm mẫu, cho chương trình đọc)",
                 " (in the file alone: a row a sample point, for programs)"},
    .too_long = {" (chỉ có trong tệp: nhiều dòng hơn một trang tính chứa được)",
                 " (in the file alone: more rows than a sheet has room for)"},
};

}  // namespace

std::span<const WorkbookTable> workbook_tables() {
  return kWorkbookTables;
}

const WorkbookWording& workbook_wording() {
  return kWorkbookWords;
}

}  // namespace phusong::report
