#include "sim/report/summary.h"

#include <doctest/doctest.h>

#include "sim/report/warnings.h"
#include "sim/report/wording.h"
#include "tiny_run.h"

using namespace phusong;
using namespace phusong::report;

TEST_CASE("the summary says what came out, where it is and how to open it") {
  tests::TinyRun tiny;
  tiny.scenario.options.report.language = "en";
  const std::string text = summary_text(tiny.data(), "runs/tiny");
  CHECK(text.find("Bản nhỏ\n4 hamlets, 1,000 people") == 0);
  CHECK(text.find("\n4G ") != std::string::npos);
  CHECK(text.find("\n3G or 4G ") != std::string::npos);
  CHECK(text.find("Target 98.5 % of hamlets with 3G or 4G: 4 hamlets needed, 1 reached, 3 missing.") !=
        std::string::npos);
  CHECK(text.find("runs/tiny/report.html\n") != std::string::npos);
  CHECK(text.find("qgis runs/tiny/phusong.qgz\n") != std::string::npos);
}

TEST_CASE("the summary is Vietnamese unless asked otherwise") {
  const tests::TinyRun tiny;
  const std::string text = summary_text(tiny.data(), "runs/tiny");
  CHECK(text.find("4 thôn, bản; 1.000 người") != std::string::npos);
  CHECK(text.find("Mục tiêu 98,5 % số thôn có 3G hoặc 4G") != std::string::npos);
}

TEST_CASE("the summary says how the tables are written, and how a spreadsheet gets them") {
  tests::TinyRun tiny;
  tiny.scenario.options.report.language = "en";
  CHECK(summary_text(tiny.data(), "r")
            .find("for a spreadsheet with decimal commas there is tables.xlsx, or set [report] csv = \"semicolon\"") !=
        std::string::npos);
  tiny.scenario.options.report.csv = gis::CsvStyle::kSemicolon;
  CHECK(summary_text(tiny.data(), "r").find("for other programs set [report] csv = \"comma\"") != std::string::npos);
}

TEST_CASE("each kind of target is told with its numbers in both languages") {
  tests::TinyRun tiny;
  scenario::PlanTarget& target = tiny.scenario.options.plan.target;
  const auto told = [&tiny](const char* language) {
    tiny.scenario.options.report.language = language;
    return summary_text(tiny.data(), "r");
  };
  target = {.population_share = 0.6};
  CHECK(told("en").find("Target 60 % of people with 3G or 4G: 600 people needed, 100 reached, at least 2 hamlets") !=
        std::string::npos);
  CHECK(told("vi").find("Mục tiêu 60 % dân số có 3G hoặc 4G: cần 600 người, hiện có 100, còn thiếu ít nhất 2 thôn.") !=
        std::string::npos);
  target = {.fixed_broadband_share = 0.5};
  CHECK(told("en").find("Target 50 % of hamlets with fixed broadband: 2 hamlets needed, 1 reached, 1 missing.") !=
        std::string::npos);
  CHECK(told("vi").find("Mục tiêu 50 % số thôn có băng rộng cố định: cần 2 thôn, hiện có 1, còn thiếu 1.") !=
        std::string::npos);
  target = {.budget_million_vnd = 1000.0};
  CHECK(told("en").find("Target") == std::string::npos);
  CHECK(told("vi").find("Mục tiêu") == std::string::npos);
}

TEST_CASE("technologies that are all needed are joined by and") {
  tests::TinyRun tiny;
  tiny.scenario.options.plan.combine = scenario::Combine::kAll;
  CHECK(summary_text(tiny.data(), "r").find("\n3G và 4G ") != std::string::npos);
  tiny.scenario.options.report.language = "en";
  CHECK(summary_text(tiny.data(), "r").find("\n3G and 4G ") != std::string::npos);
  tiny.scenario.options.plan.target.technologies = {network::Technology::k4G};
  CHECK(summary_text(tiny.data(), "r").find("G and ") == std::string::npos);
}

TEST_CASE("the summary says that no verdict rests on quality of service, where there is any") {
  tests::TinyRun tiny;
  for (const char* const language : {"vi", "en"}) {
    tiny.scenario.options.report.language = language;
    const std::string_view words = wording(language).quality_is_no_verdict;
    tiny.scenario.options.propagation.calibration = "by/drive.toml";
    CHECK(summary_text(tiny.data(), "r").find("by/drive.toml.\n") != std::string::npos);
    tiny.scenario.options.propagation.calibration.clear();
    CHECK(summary_text(tiny.data(), "r").find("drive.toml") == std::string::npos);
    tiny.scenario.options.coverage.quality = true;
    CHECK(summary_text(tiny.data(), "r").find(words) != std::string::npos);
    tiny.scenario.options.coverage.quality = false;
    CHECK(summary_text(tiny.data(), "r").find(words) == std::string::npos);
  }
}

TEST_CASE("without rasters the summary names the hamlets alone") {
  tests::TinyRun tiny;
  tiny.scenario.options.coverage.rasters = false;
  CHECK(summary_text(tiny.data(), "r").find(".tif") == std::string::npos);
}

TEST_CASE("numbers are grouped by three digits") {
  const Wording& words = wording("en");
  CHECK(number_text(0, words) == "0");
  CHECK(number_text(999, words) == "999");
  CHECK(number_text(1000, words) == "1,000");
  CHECK(number_text(-123456, words) == "-123,456");
  CHECK(number_text(1234567, words) == "1,234,567");
  CHECK(decimal_text(1234567.86, 1, words) == "1,234,567.9");
  CHECK(decimal_text(-999.96, 1, words) == "-1,000.0");
  CHECK(decimal_text(0.25, 2, wording("vi")) == "0,25");
  CHECK(decimal_text(1500.4, 0, wording("vi")) == "1.500");
}

TEST_CASE("masts and hamlets off the terrain are named, in the language of the report") {
  tests::TinyRun tiny;
  CHECK(warnings(tiny.scenario, tiny.result.places)[1] ==
        "sites.csv:2: trạm S1 (Đồi Chè) nằm ngoài dữ liệu địa hình: các cell của trạm không phát đến đâu cả");
  tiny.scenario.options.report.language = "en";
  const std::vector<std::string> texts = warnings(tiny.scenario, tiny.result.places);
  REQUIRE(texts.size() == 3);
  CHECK(texts[1] == "sites.csv:2: mast S1 (Đồi Chè) is off the terrain: its cells contribute nothing");
  CHECK(texts[2] == "hamlets.csv:5: hamlet H4 (Bản 4) is off the terrain: its status is unknown");
}
