#include "sim/intake/start/start.h"

#include <doctest/doctest.h>

#include "sim/intake/start/start_wording.h"
#include "sim/scenario/table_docs.h"
#include "tests/gis/temporary_folder.h"

using namespace phusong::intake;
using phusong::tests::bytes_of;
using phusong::tests::TemporaryFolder;

TEST_CASE("every table has a header, and is explained in both languages") {
  const TemporaryFolder folder;
  const StartedScenario started = start_scenario({.folder = folder.path() / "new",
                                                  .province = "Bắc Kạn",
                                                  .box = {105.5, 22.0, 106.0, 22.5},
                                                  .crs = "auto",
                                                  .fetched = folder.path() / "terrain",
                                                  .language = "en"});
  CHECK(started.to_fill.size() == 3);
  CHECK(started.said.find("a scenario of Bắc Kạn, working CRS auto\nTo fill in:\n") != std::string::npos);
  for (const phusong::scenario::TableForm& form : phusong::scenario::table_forms()) {
    const std::string text = bytes_of(folder.path() / "new" / (form.name + ".csv"));
    CHECK(text.find(form.required.empty() ? form.optional.front() : form.required.front()) != std::string::npos);
    CHECK_FALSE(table_meaning(form.name, "vi").empty());
    CHECK_FALSE(table_meaning(form.name, "en").empty());
    CHECK(table_meaning(form.name, "vi") != table_meaning(form.name, "en"));
  }
}

TEST_CASE("a scenario names the rasters that there are: no land cover where none was fetched") {
  const TemporaryFolder folder;
  const StartOptions options{.folder = folder.path() / "new",
                             .province = "Bắc Kạn",
                             .box = {105.5, 22.0, 106.0, 22.5},
                             .crs = "auto",
                             .fetched = folder.path() / "terrain"};
  const auto toml = [&] {
    start_scenario(options);
    return bytes_of(options.folder / "scenario.toml");
  };
  CHECK(toml().find("\nland_cover = \"../terrain/land_cover.tif\"") != std::string::npos);
  std::filesystem::create_directories(options.fetched);
  std::ofstream(options.fetched / "terrain.tif") << "x";
  CHECK(toml().find("\nelevation = \"../terrain/terrain.tif\"") != std::string::npos);
  CHECK(toml().find("\n# land_cover = \"\"") != std::string::npos);
  CHECK(bytes_of(options.folder / "README.md").find("data fetch") == std::string::npos);
}
