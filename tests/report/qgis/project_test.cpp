#include "sim/report/qgis/project.h"

#include <doctest/doctest.h>

#include "../../gis/temporary_folder.h"
#include "../tiny_run.h"
#include "../wording_forms.h"
#include "gis/crs.h"
#include "sim/report/hamlet_files.h"
#include "sim/report/network_files.h"
#include "sim/report/qgis/layer_styles.h"
#include "sim/report/qgis/layout.h"

using namespace phusong;
using tests::contains;
using tests::count_of;

namespace {

constexpr const char* kManifest =
    R"({"program": "phusong", "working_crs_id": "EPSG:9211", "options": {"report.language": "vi", "scenario.name": "a",
        "scenario.title": "Bản <đồ> & \"mạng\"", "propagation.model": "p1812", "service.raster_operators": ["any"]}})";

}  // namespace

TEST_CASE("a project has the layers that the folder has files for, and a layout for each theme") {
  const tests::TinyRun tiny;
  const tests::TemporaryFolder folder;
  const report::StoredRun run(folder.path(), kManifest);
  CHECK(count_of(report::project_text(run, "vi"), "<maplayer") == 0);
  report::write_hamlet_files(folder.path(), tiny.data(), false);
  report::write_network(folder.path(), tiny.scenario);
  const std::string text = report::project_text(run, "vi");
  // Hamlets by the target, by 2G and 4G; sites, sectors of 2G and 4G, links.
  CHECK(count_of(text, "<maplayer") == 7);
  CHECK(count_of(text, "<visibility-preset ") == 1);
  CHECK(count_of(text, "<Layout ") == 1);
  CHECK(contains(text, "<datasource>./hamlets.gpkg|layername=hamlets</datasource>"));
  CHECK(contains(text, "attr=\"4g_status\""));
  CHECK_FALSE(contains(text, folder.path().string()));
}

TEST_CASE("names of the user's cannot break the project, and two projects have the same bytes") {
  const tests::TinyRun tiny;
  const tests::TemporaryFolder folder, other;
  for (const auto* const of : {&folder, &other}) {
    report::write_hamlet_files(of->path(), tiny.data(), false);
    report::write_project(report::StoredRun(of->path(), kManifest), "vi");
  }
  CHECK(contains(report::project_text(report::StoredRun(folder.path(), kManifest), "vi"),
                 "<title>Bản &lt;đồ&gt; &amp; \"mạng\"</title>"));
  CHECK(tests::bytes_of(folder.path() / "phusong.qgz") == tests::bytes_of(other.path() / "phusong.qgz"));
}

TEST_CASE("a map tip escapes what it shows, and names only columns that there are") {
  const std::string style = report::hamlet_style("en", {{"hamlet_id", gis::ColumnType::kText}});
  CHECK(contains(style, "'&amp;lt;'"));
  CHECK_FALSE(contains(style, "commune"));
}

TEST_CASE("a frame keeps the middle of the map and all of it; its scale bar has a round length") {
  const gis::MapExtent wide = report::shaped({.left = 0, .bottom = 0, .right = 100, .top = 100}, 2.0);
  CHECK(wide.left == -50.0);
  CHECK(wide.right == 150.0);
  CHECK(wide.top == 100.0);
  CHECK(report::segment_km(48000.0) == 5.0);
  CHECK(report::segment_km(20000.0) == 2.0);
  CHECK(report::segment_km(9000.0) == 1.0);
}

TEST_CASE("a project is in the language asked for, whatever the run's") {
  const tests::TinyRun tiny;
  const tests::TemporaryFolder folder;
  report::write_hamlet_files(folder.path(), tiny.data(), false);
  const report::StoredRun run(folder.path(), kManifest);
  const std::string english = report::project_text(run, "en"), vietnamese = report::project_text(run, "vi");
  CHECK(contains(english, "<layername>Status of hamlets</layername>"));
  CHECK(contains(english, "label=\"covered\""));
  CHECK_FALSE(contains(english, "phủ sóng"));
  CHECK(contains(vietnamese, "label=\"phủ sóng\""));
}

TEST_CASE(
    "hamlets that lack coverage have their names on the print of a province, over coverage at larger scales alone") {
  const std::vector<gis::Column> columns = {{"hamlet_id"}, {"name"}, {"status"}, {"4g_status"}};
  const std::string all = report::hamlet_style("vi", columns);
  CHECK(contains(all, "OR &quot;status&quot; &lt;> 'covered'"));
  CHECK(contains(all, "scaleMax=\"500000\""));
  const std::string of_4g = report::technology_hamlet_style("vi", columns, network::Technology::k4G);
  CHECK(contains(of_4g, "attr=\"4g_status\""));
  CHECK(contains(of_4g, "fieldName=\"name\""));
  CHECK(contains(of_4g, "scaleMax=\"75000\""));
}

TEST_CASE("attribute tables show words for codes, of columns that have codes alone") {
  const std::string style = report::hamlet_style("en", {{"hamlet_id"}, {"4g_status"}});
  CHECK(count_of(style, "type=\"ValueMap\"") == 1);
  CHECK(contains(style, "<field name=\"4g_status\">"));
  CHECK(contains(style, "name=\"hollow\" value=\"hollow\""));
  CHECK(contains(report::station_style("vi", {{"action"}}), "name=\"cột mới\" value=\"new_mast\""));
}

TEST_CASE("cells that go off are the darker the later, and none that goes off is on at the end") {
  const std::string style = report::switch_off_style(
      "vi", {{"cell_id"}}, {{"2024-Q4", "2024-10-01"}, {"2025-Q1", "2025-01-01"}, {"2025-Q2", "2025-04-01"}});
  CHECK(count_of(style, "<rule ") == 3);
  CHECK(contains(style, "label=\"2025-Q1\" filter=\"format_date(&quot;end&quot;, 'yyyy-MM-dd') = '2025-01-01'\""));
  const std::size_t first = style.find("253,231,37,255"), second = style.find("33,145,140,255"),
                    last = style.find("68,1,84,255");
  CHECK(first < second);
  CHECK(second < last);
  CHECK(last != std::string::npos);
  CHECK(report::fates_at_the_end() == std::vector<std::size_t>{0, 1, 3, 4, 5});
  // One quarter is no scale.
  CHECK(contains(report::switch_off_style("vi", {}, {{"2025-Q1", "2025-01-01"}}), "253,231,37,255"));
}

TEST_CASE("stations to build are told by kind where their table is opened alone") {
  const std::string style = report::new_site_style("en", {{"site_id"}, {"type"}});
  CHECK(contains(style, "filter=\"&quot;type&quot; = 'pole'\""));
  CHECK(contains(style, "label=\"new mast\" filter=\"ELSE\""));
}
