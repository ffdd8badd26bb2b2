#include "sim/report/sunset/sunset_summary.h"

#include <doctest/doctest.h>

#include "tests/report/sunset/tiny_outcome.h"

using namespace phusong;
using sunset::Remedy;
using tests::blocking_demand;
using tests::TinyOutcome;

namespace {

bool says(const TinyOutcome& tiny, const char* language, const std::string& words) {
  const std::string text = report::sunset_summary(tiny.network, tiny.outcome, language);
  CAPTURE(text);
  return text.find(words) != std::string::npos;
}

/// Each form of the wording in both languages.
void check_both(const TinyOutcome& tiny, const std::string& english, const std::string& vietnamese) {
  CAPTURE(english);
  CHECK(says(tiny, "en", english));
  CHECK(says(tiny, "vi", vietnamese));
}

TinyOutcome with_remedy(const Remedy& remedy) {
  TinyOutcome tiny;
  tiny.outcome.blocking_demands = {blocking_demand(remedy)};
  return tiny;
}

}  // namespace

TEST_CASE("a sunset that is finished says when, and before when it cannot be") {
  TinyOutcome tiny;
  tiny.finish();
  check_both(
      tiny,
      "2G is switched off: all 2 cells, the last in 2027-Q2 (period 2 of 3).\nIt cannot be done before period 1.\n",
      "Tắt xong 2G: cả 2 cell đều tắt, cell cuối cùng trong 2027-Q2 (kỳ 2/3).\nKhông thể xong trước kỳ 1.\n");
}

TEST_CASE("a sunset that is not finished says how many cells stay, and how many have to") {
  check_both(TinyOutcome(), "2G is not switched off: 1 of 2 cells go, 1 have to stay (at least 1).\n",
             "Chưa tắt hết 2G: tắt 1/2 cell, còn 1 cell phải giữ (ít nhất 1).\n");
}

TEST_CASE("a sunset without a cell says that alone") {
  TinyOutcome tiny;
  tiny.outcome.totals.cells = 0;
  CHECK(report::sunset_summary(tiny.network, tiny.outcome, "en") == "There is no 2G cell to switch off.\n");
  CHECK(report::sunset_summary(tiny.network, tiny.outcome, "vi") == "Không có cell 2G nào phải tắt.\n");
}

TEST_CASE("the periods that crews need are told, and whether the scenario has as many") {
  TinyOutcome tiny;
  check_both(tiny, "Crews alone need 2 periods.\n", "Riêng số đội thi công cần 2 kỳ.\n");
  tiny.outcome.totals.periods_by_crews = 4;
  check_both(tiny, "Crews need 4 periods, more than the scenario has.\n",
             "Các đội thi công cần 4 kỳ: nhiều hơn số kỳ của kịch bản.\n");
}

TEST_CASE("refarmed carriers are counted, or it is said that there is no band for them") {
  TinyOutcome tiny;
  check_both(tiny, "1 carriers of 4G at 947.5 MHz go on in the spectrum that is freed.\n",
             "1 sóng mang 4G 947.5 MHz được bật trên tần số đã giải phóng.\n");
  tiny.outcome.totals.refarmable = 0;
  check_both(tiny, "No 2G cell that can go off stands in the band of 947.5 MHz: there is nothing to refarm.\n",
             "Không trạm 2G nào có thể tắt nằm trong băng tần của 947.5 MHz: không có gì để tái sử dụng.\n");
}

TEST_CASE("handsets and costs are told, and handsets that lose calls") {
  TinyOutcome tiny;
  check_both(tiny, "1,234 handsets are subsidised; 1,202 million VND in all.\nNo handset that can call is cut off.\n",
             "Hỗ trợ 1.234 máy; tổng chi phí 1.202 triệu đồng.\nKhông máy nào đang gọi được mà bị mất liên lạc.\n");
  tiny.outcome.totals.handsets_cut = 1500;
  check_both(tiny, "1,500 handsets lose calls in the worst period, within the floors.\n",
             "1.500 máy mất liên lạc thoại ở kỳ xấu nhất, trong giới hạn của mức sàn.\n");
}

TEST_CASE("a hamlet that holds it back is told with its service, floor, cells and cheapest remedy") {
  check_both(TinyOutcome(),
             "1 hamlets, operator by operator, hold it back:\n  H1 Bản Một, A: voice falls to 87.5 %, the floor is "
             "100 %, cells that hold it: 1; cheapest: 3 handsets, 2 million VND\n",
             "1 thôn – nhà mạng chưa cho tắt:\n  H1 Bản Một, A: thoại còn 87,5 %, mức sàn 100 %, do 1 cell giữ; rẻ "
             "nhất: cấp 3 máy, 2 triệu đồng\n");
}

TEST_CASE("a remedy by equipment names its mast, for a swap as for a carrier") {
  for (const Remedy::Kind kind : {Remedy::Kind::kSwap, Remedy::Kind::kRefarm}) {
    const TinyOutcome tiny = with_remedy({.kind = kind, .handsets = 2, .site = 1, .cost_million_vnd = 601.0});
    check_both(tiny, "cheapest: new equipment on mast S1 and 2 handsets, 601 million VND\n",
               "rẻ nhất: lắp thiết bị mới ở trạm S1 và cấp 2 máy, 601 triệu đồng\n");
  }
}

TEST_CASE("a hamlet without a remedy is told so, and one that would lose data by that service") {
  TinyOutcome tiny;
  tiny.outcome.blocking_demands[0].remedies.clear();
  tiny.outcome.blocking_demands[0].service = sunset::Service::kData;
  check_both(tiny, "A: data falls to 87.5 %", "A: dữ liệu còn 87,5 %");
  check_both(tiny, "nothing in the model helps but keeping the cells\n",
             "không có cách nào trong mô hình ngoài giữ lại cell\n");
}

TEST_CASE("ten hamlets are told, and how many there are more") {
  TinyOutcome tiny;
  tiny.outcome.blocking_demands.resize(12, tiny.outcome.blocking_demands.front());
  check_both(tiny, "12 hamlets, operator by operator, hold it back:\n", "12 thôn – nhà mạng chưa cho tắt:\n");
  check_both(tiny, "  … and 2 more, see sunset/sunset.json\n", "  … và 2 nữa, xem sunset/sunset.json\n");
}
