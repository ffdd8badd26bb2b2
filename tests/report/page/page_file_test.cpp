#include "sim/report/page/page_file.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <stdexcept>

#include "gis/problem.h"
#include "sim/report/page/page_assets.h"
#include "sim/report/presentation.h"
#include "tests/report/page/page_folder.h"
#include "tests/report/wording_forms.h"

namespace phusong::report {
TEST_CASE("a template is filled in one pass: a value that looks like a place stays as it is") {
  CHECK(filled_template("a {{X}} b {{Y}}{{X}}", {{"X", "{{Y}}"}, {"Y", "2"}}) == "a {{Y}} b 2{{Y}}");
  CHECK(filled_template("{{X", {}) == "{{X");
  CHECK_THROWS_AS(filled_template("{{Z}}", {{"X", ""}}), std::invalid_argument);
}

TEST_CASE("no value of the data can end its element") {
  const nlohmann::ordered_json json = {{"name", "</script><!--"}, {"bad", "\xff"}};
  const std::string text = json_in_html(json);
  CHECK(text.find('<') == std::string::npos);
  CHECK(nlohmann::json::parse(text).at("name") == "</script><!--");
}

TEST_CASE("the page holds the run's data, its title as text, and no script but its own") {
  const tests::PageFolder folder;
  const std::string page = page_html(folder.run(), "en");
  CHECK(page.find("<html lang=\"en\">") != std::string::npos);
  CHECK(page.find("<title>Hai thôn &lt;/title&gt;&lt;script&gt;</title>") != std::string::npos);
  CHECK(page.find("\\u003c/script>\\u003cscript>x") != std::string::npos);
  CHECK(tests::count_of(page, "<script") == tests::count_of(kPageTemplate, "<script"));
  CHECK(tests::count_of(page, "</script>") == tests::count_of(kPageTemplate, "</script>"));
  CHECK(page.find("{{DATA}}") == std::string::npos);
}

TEST_CASE("a file that is not as a run writes it is an error of the folder") {
  const tests::PageFolder folder;
  folder.put("sunset/sunset.json", R"({"periods": 3})");
  CHECK_THROWS_WITH_AS(page_html(folder.run(), "vi"), doctest::Contains("make the run again"), gis::InputError);
}

TEST_CASE("what the page is made of is in the program, and ends no element") {
  CHECK(kLeafletScript.find("Redistribution") != std::string_view::npos);
  CHECK(kLeafletScript.find("sourceMappingURL") == std::string_view::npos);
  CHECK(kLeafletStyle.find("url(images") == std::string_view::npos);
  CHECK(kPageTemplate.find("default-src 'none'") != std::string_view::npos);
  for (const std::string_view script : {kPageScript, kLeafletScript}) {
    CHECK(script.size() > 100);
    CHECK(script.find("</script") == std::string_view::npos);
  }
}

TEST_CASE("the presentation is in the run's language, or another that is asked for") {
  const tests::PageFolder folder;
  CHECK_FALSE(presentation_exists(folder.path()));
  write_presentation(folder.run());
  CHECK(presentation_exists(folder.path()));
  CHECK(tests::bytes_of(folder.path() / "report.html").find("<html lang=\"vi\">") != std::string::npos);
  write_presentation(folder.run(), "en");
  CHECK(tests::bytes_of(folder.path() / "report.html").find("<html lang=\"en\">") != std::string::npos);
}

}  // namespace phusong::report
