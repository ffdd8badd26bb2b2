#include "sim/report/resilience/resilience_summary.h"

#include <doctest/doctest.h>

#include "../wording_forms.h"
#include "tiny_failures.h"

using namespace phusong;
using tests::contains;

TEST_CASE("the summary tells the worst events in their order, and who loses what") {
  tests::TinyRun tiny;
  tiny.scenario.options.report.language = "en";
  const std::string text = report::resilience_summary(tiny.data(), tests::tiny_failures());
  CHECK(contains(text,
                 "   1. grid of Bắc out for more than 8 hours, masts off: 1: Viettel 2 hamlets, 1,300 people; all "
                 "operators together 1 hamlets, 1,100 people\n"));
  CHECK(contains(text, "   2. mast S1 (Đồi Chè) off: Viettel 1 hamlets, 200 people; all operators together 0 hamlets"));
  CHECK_FALSE(contains(text, "link of"));
  CHECK_FALSE(contains(text, "VNPT"));
}

TEST_CASE("where one operator alone is judged there is no union to tell") {
  tests::TinyRun tiny;
  tiny.result.operators = {"Viettel"};
  tiny.result.verdicts.pop_back();
  const std::string text = report::resilience_summary(tiny.data(), tests::tiny_failures());
  CHECK(contains(text, "trạm S1 (Đồi Chè) ngừng phát: Viettel 1 thôn, 200 người\n"));
  CHECK_FALSE(contains(text, "tính chung"));
}

TEST_CASE("ten events are told, however many there are") {
  const tests::TinyRun tiny;
  analysis::Resilience failures = tests::tiny_failures();
  failures.worst_first.assign(11, 0);
  const std::string text = report::resilience_summary(tiny.data(), failures);
  CHECK(contains(text, "  10. "));
  CHECK_FALSE(contains(text, "  11. "));
}

TEST_CASE("a network that loses nothing says so, and one without masts nothing") {
  tests::TinyRun tiny;
  tiny.scenario.options.report.language = "en";
  analysis::Resilience failures = tests::tiny_failures();
  failures.worst_first.clear();
  CHECK(contains(report::resilience_summary(tiny.data(), failures), "No failure of one mast"));
  CHECK(report::resilience_summary(tiny.data(), {}).empty());
}
