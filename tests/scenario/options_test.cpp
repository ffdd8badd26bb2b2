#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "sim/scenario/options_reader.h"
#include "tests/scenario/tiny_scenario.h"

using namespace phusong;
using namespace phusong::scenario;

namespace {

const Options kDefaults;
const std::string kRequired =
    "terrain.elevation = 't.tif'\nnetwork.sites = 's.csv'\nnetwork.cells = 'c.csv'\nnetwork.hamlets = 'h.csv'\n";

/// Options of a text that follows the four required keys, on lines 1 to 4.
ReadOptions read(const std::string& text, gis::Problems& problems, const std::vector<Override>& overrides = {}) {
  return read_options(kRequired + text, "scenario.toml", overrides, problems);
}

ReadOptions read_well(const std::string& text, const std::vector<Override>& overrides = {}) {
  gis::Problems problems;
  ReadOptions result = read(text, problems, overrides);
  CHECK(problems.text() == "");
  return result;
}

std::string problems_of(const std::string& text, const std::vector<Override>& overrides = {}) {
  gis::Problems problems;
  read(text, problems, overrides);
  for (const gis::Problem& problem : problems.all())
    CHECK(problem.kind == gis::ProblemKind::kScenario);
  return problems.text();
}

std::string as_text(const Options& options) {
  std::string text;
  for (const auto& [key, value] : effective_options(options))
    text.append(key).append(" = ").append(value).append("\n");
  return text;
}

}  // namespace

TEST_CASE("the printed defaults parse back to the defaults") {
  gis::Problems problems;
  const ReadOptions result = read_options(defaults_toml(), "defaults", {}, problems);
  CHECK(as_text(result.options) == as_text(kDefaults));
  REQUIRE(problems.all().size() == 4);
  for (const gis::Problem& problem : problems.all())
    CHECK(problem.message == "is required and missing");
}

TEST_CASE("every key has a meaning, and a name of its own") {
  Options options;
  std::vector<std::string> names;
  for (const Key& key : all_keys(options)) {
    CAPTURE(key.name);
    CHECK_FALSE(key.meaning.empty());
    CHECK(std::count(names.begin(), names.end(), key.name) == 0);
    CHECK(key_name(key_parts(key.name)) == key.name);
    names.push_back(key.name);
  }
}

TEST_CASE("each key stands in the effective options under its dotted name") {
  const std::string text = as_text(kDefaults);
  CHECK(text.find("propagation.max_range_km.\"2G\" = 30.0\n") != std::string::npos);
  CHECK(text.find("propagation.zone = 4\n") != std::string::npos);
  CHECK(text.find("plan.target.population_share = null\n") != std::string::npos);
  CHECK(text.find("coverage.technologies = [\"2G\",\"3G\",\"4G\"]\n") != std::string::npos);
  CHECK(text.find("terrain.valid_range_m = [-50.0,3500.0]\n") != std::string::npos);
}

TEST_CASE("a table of keys changes the named ones and leaves the others at their defaults") {
  const Options options =
      read_well("propagation.max_range_km = { '2G' = 35, '5G' = 7.5 }\nterrain.valid_range_m = [-10, 2000]").options;
  CHECK(options.propagation.max_range_km[network::Technology::k2G] == 35.0);
  CHECK(options.propagation.max_range_km[network::Technology::k3G] == 15.0);
  CHECK(options.propagation.max_range_km[network::Technology::k5G] == 7.5);
  CHECK(options.terrain.valid_min_m == -10.0);
  CHECK(options.terrain.valid_max_m == 2000.0);
}

TEST_CASE("one elevation raster or a list of them is taken") {
  CHECK(read_well("").options.terrain.elevation == std::vector<std::string>{"t.tif"});
  gis::Problems problems;
  const auto list = read_options("terrain.elevation = ['a.tif', 'b.tif']", "scenario.toml", {}, problems);
  CHECK(list.options.terrain.elevation == std::vector<std::string>{"a.tif", "b.tif"});
}

TEST_CASE("an unknown key is named with its line and the nearest key") {
  CHECK(problems_of("[propagation]\ntime_percnt = 10") ==
        "scenario.toml:6: propagation.time_percnt = '10': unknown key; did you mean propagation.time_percent?\n");
  CHECK(problems_of("[coverage]\nthreshold_dbm = 1") == "scenario.toml:6: coverage.threshold_dbm = '1': unknown key\n");
  CHECK(problems_of("[coverage]\nload = 0.5") ==
        "scenario.toml:6: coverage.load = '0.5': unknown key; did you mean service.load?\n");
  CHECK(problems_of("[propagtion]\nn0 = 300").find("did you mean propagation?") != std::string::npos);
}

TEST_CASE("a wrong type names the type that is wanted") {
  CHECK(problems_of("service.load = 'half'") ==
        "scenario.toml:5: service.load = 'half': has the wrong type: a number is wanted (allowed: 0 … 1)\n");
  CHECK(problems_of("sunset.periods = 8.5").find("a whole number is wanted") != std::string::npos);
  CHECK(problems_of("coverage.rasters = 1").find("true or false is wanted") != std::string::npos);
  CHECK(problems_of("service = 5").find("a table of keys is wanted") != std::string::npos);
  CHECK(problems_of("scenario.name = 5").find("text is wanted") != std::string::npos);
  CHECK(problems_of("propagation.zone = 4.0").find("a whole number is wanted") != std::string::npos);
}

TEST_CASE("both ends of a range are taken, what lies beyond is not") {
  CHECK(read_well("service.load = 0").options.service.load == 0.0);
  CHECK(read_well("service.load = 1").options.service.load == 1.0);
  CHECK(problems_of("service.load = 1.000001") ==
        "scenario.toml:5: service.load = '1.000001': out of range (allowed: 0 … 1)\n");
  CHECK(problems_of("service.load = -0.001").find("out of range") != std::string::npos);
  CHECK(problems_of("service.load = nan").find("is not a finite number") != std::string::npos);
  CHECK(problems_of("plan.opex_years = inf").find("is not a finite number") != std::string::npos);
  CHECK(problems_of("plan.mast_heights_m = [30, 4000]").find("out of range") != std::string::npos);
  CHECK(problems_of("terrain.valid_range_m = [10, 10]").find("must be below the second") != std::string::npos);
}

TEST_CASE("the criterion of the new countryside asks for shares of technologies that there are") {
  const auto asked = [](const std::string& toml) { return read_well(toml).options.new_countryside; };
  CHECK(asked("new_countryside.hamlet_share = 0.95").hamlet_share == 0.95);
  CHECK(asked("new_countryside = { smartphone_share = 0.55, fixed_broadband_share = 1 }").smartphone_share == 0.55);
  CHECK(asked("new_countryside.technologies = [\"4G\"]").technologies ==
        std::vector<phusong::network::Technology>{phusong::network::Technology::k4G});
  CHECK(problems_of("new_countryside.hamlet_share = 1.01").find("out of range (allowed: 0 … 1)") != std::string::npos);
  CHECK(problems_of("new_countryside.technologies = [\"6G\"]").find("6G") != std::string::npos);
  CHECK(problems_of("new_countryside.fixed_broadband_counts = 1").find("true or false is wanted") != std::string::npos);
}

TEST_CASE("a confidence lies between 0 and 1, and belongs to a share of hamlets or people") {
  CHECK_FALSE(read_well("").options.plan.target.confidence);
  CHECK(read_well("plan.target = { confidence = 0.9 }").options.plan.target.confidence == 0.9);
  CHECK(read_well("plan.target = { population_share = 0.9, confidence = 0.9 }").options.plan.target.confidence == 0.9);
  CHECK(problems_of("plan.target.confidence = 1") ==
        "scenario.toml:5: plan.target.confidence = '1': out of range (allowed: > 0 and < 1)\n");
  CHECK(problems_of("plan.target.confidence = 0.0").find("out of range") != std::string::npos);
  for (const char* const other : {"budget = 1000", "fixed_broadband_share = 0.5"}) {
    const std::string problems = problems_of(std::string("plan.target = { confidence = 0.9, ") + other + " }");
    CHECK(problems.find("plan.target.confidence = '0.9': is for a share of hamlets or people") != std::string::npos);
  }
}

TEST_CASE("a name that is not known is an error with the names that are") {
  CHECK(problems_of("propagation.model = 'p1546'") ==
        "scenario.toml:5: propagation.model = 'p1546': is not one of the known names (allowed: p1812, itm, ehata, "
        "rma, free_space)\n");
  CHECK(problems_of("propagation.zone = 2").find("(allowed: 1, 3, 4)") != std::string::npos);
  CHECK(problems_of("coverage.technologies = ['4G', '6G']").find("(allowed: 2G, 3G, 4G, 5G)") != std::string::npos);
  CHECK(problems_of("coverage.technologies = []").find("must not be empty") != std::string::npos);
}

TEST_CASE("all problems are reported, in the order of the lines") {
  CHECK(problems_of("service.load = 2\nbackhaul.max_hops = 0\nabc = 1") ==
        "scenario.toml:5: service.load = '2': out of range (allowed: 0 … 1)\n"
        "scenario.toml:6: backhaul.max_hops = '0': out of range (allowed: 1 … 50)\n"
        "scenario.toml:7: abc = '1': unknown key\n");
}

TEST_CASE("a syntax error is reported alone, with line and column") {
  gis::Problems problems;
  try {
    read("service.load = 2\nservice.load == 3\n", problems);
    FAIL("nothing thrown");
  } catch (const gis::InputError& error) {
    REQUIRE(error.problems().all().size() == 1);
    CHECK(error.problems().all()[0].line == 6);
    CHECK(error.problems().all()[0].message.find("column") != std::string::npos);
  }
}

TEST_CASE("a scenario that is not UTF-8 is told in what to save it") {
  const auto fault_of_text = [](const std::string& text) -> std::string {
    gis::Problems problems;
    try {
      scenario::read_options(text, "scenario.toml", {}, problems);
    } catch (const gis::InputError& error) {
      return error.problems().text();
    }
    return problems.text();
  };
  const std::string plain = "name = \"a\"\n";
  std::string little, big;
  for (const char letter : plain) {
    little += {letter, '\0'};
    big += {'\0', letter};
  }
  for (const std::string& text : {"\xFF\xFE" + little, "\xFE\xFF" + big, little, big})
    CHECK(fault_of_text(text) == "scenario.toml: is UTF-16: save it as UTF-8\n");
  const std::string windows = fault_of_text("name = \"Tuy\xEAn\"\n");
  CHECK(windows.find("utf-8") != std::string::npos);
  CHECK(windows.ends_with("; save the file as UTF-8\n"));
}

TEST_CASE("a target is of one kind") {
  const PlanTarget by_default = read_well("").options.plan.target;
  CHECK(by_default.hamlet_share == 0.985);
  const PlanTarget population = read_well("plan.target = { population_share = 0.99 }").options.plan.target;
  CHECK_FALSE(population.hamlet_share.has_value());
  CHECK(population.population_share == 0.99);
  const PlanTarget budget =
      read_well("plan.target = { hamlet_share = 0.9 }", {{"plan.target.budget", "5000"}}).options.plan.target;
  CHECK_FALSE(budget.hamlet_share.has_value());
  CHECK(budget.budget_million_vnd == 5000.0);
  CHECK(problems_of("plan.target = { hamlet_share = 0.9, budget = 1 }").find("of one kind") != std::string::npos);
}

TEST_CASE("an override takes its value as TOML, else as text") {
  const auto set = [](const std::string& text) { return read_well("", {parse_override(text)}).options; };
  CHECK(set("propagation.max_range_km.\"2G\"=25").propagation.max_range_km[network::Technology::k2G] == 25.0);
  CHECK(set("scenario.crs=EPSG:9209").scenario.crs == "EPSG:9209");
  CHECK(set("scenario.title = \"a = b\"").scenario.title == "a = b");
  CHECK(set("scenario.synthetic = true").scenario.synthetic);
  CHECK(set("scenario.data_note = \"n\"").scenario.data_note == "n");
  CHECK(set("coverage.rasters=false").coverage.rasters == false);
  CHECK(set("plan.mast_heights_m=[24, 36]").plan.mast_heights_m == std::vector<double>{24.0, 36.0});
  CHECK(set("network.sites=other sites.csv").network.sites == std::vector<std::string>{"other sites.csv"});
}

TEST_CASE("an override that is wrong is named as one") {
  CHECK(problems_of("", {{"service.lod", "0.3"}}) ==
        "--set: service.lod = '0.3': unknown key; did you mean service.load?\n");
  CHECK(problems_of("", {{"service..load", "0.3"}}).find("is not a dotted TOML key") != std::string::npos);
  CHECK_THROWS_AS(parse_override("service.load"), gis::InputError);
  CHECK_THROWS_AS(parse_override("=3"), gis::InputError);
}

TEST_CASE("land cover needs the kind of the elevation beside it") {
  CHECK(problems_of("terrain.land_cover = 'lc.tif'").find("needs terrain.elevation_kind") != std::string::npos);
  read_well("terrain.land_cover = 'lc.tif'\nterrain.elevation_kind = 'dsm'");
}

TEST_CASE("P.1812 limits the percentage of time, other models do not") {
  CHECK(problems_of("propagation.time_percent = 90").find("out of the range of p1812") != std::string::npos);
  read_well("propagation.time_percent = 90\npropagation.model = 'itm'");
}

TEST_CASE("the environment has one answer, and each further one stands once") {
  CHECK(environment_of(read_well("service.indoor = true").options.service) == Environment::kIndoor);
  CHECK(environment_of(read_well("service.environment = 'vehicle'").options.service) == Environment::kVehicle);
  read_well(
      "service.environment = 'indoor'\nservice.indoor = true\nservice.more_environments = ['outdoor', 'vehicle']");
  CHECK(problems_of("service.environment = 'outdoor'\nservice.indoor = true").find("contradicts service.environment") !=
        std::string::npos);
  CHECK(problems_of("service.more_environments = ['outdoor']").find("\"outdoor\" is judged already") !=
        std::string::npos);
  CHECK(problems_of("service.more_environments = ['indoor', 'indoor']").find("names 'indoor' twice") !=
        std::string::npos);
  CHECK(problems_of("service.environment = 'train'").find("outdoor, vehicle, indoor") != std::string::npos);
}

TEST_CASE("a refarmed carrier is one of its technology, and of another than the one that goes") {
  CHECK(problems_of("sunset.refarm.bandwidth_mhz = 7").find("7 MHz is no bandwidth of 4G (allowed: 1.4, 3, 5,") !=
        std::string::npos);
  CHECK(problems_of("sunset.refarm.to = '5G'\nsunset.refarm.bandwidth_mhz = 1.4").find("is no bandwidth of 5G") !=
        std::string::npos);
  CHECK(problems_of("sunset.technology = '2G'\nsunset.refarm.to = '2G'")
            .find("is both what is switched off and what takes over") != std::string::npos);
  CHECK(read_well("sunset.refarm.bandwidth_mhz = 5").options.sunset.refarm.bandwidth_mhz == 5.0);
}

TEST_CASE("a share of each commune is not asked of fibre to hamlets") {
  CHECK(problems_of("plan.target = { fixed_broadband_share = 0.5 }\nplan.per_commune_min_share = 0.2")
            .find("asks for fibre alone") != std::string::npos);
}

TEST_CASE("the start of the sunset is a quarter") {
  CHECK(problems_of("sunset.start = '2027-Q5'").find("is not a quarter") != std::string::npos);
  CHECK(problems_of("sunset.start = '2027'").find("is not a quarter") != std::string::npos);
  CHECK(read_well("sunset.start = '2024-Q4'").options.sunset.start == "2024-Q4");
}

TEST_CASE("a required key that is empty is reported") {
  gis::Problems problems;
  read_options("network.sites = ''\nnetwork.cells = 'c'\nnetwork.hamlets = 'h'\nterrain.elevation = []", "s.toml", {},
               problems);
  CHECK(problems.all().size() == 2);
  CHECK(problems.text().find("network.sites: must not be empty") != std::string::npos);
  CHECK(problems.text().find("terrain.elevation = '[]': must not be empty") != std::string::npos);
}

TEST_CASE("a backslash that TOML cannot take is said with what helps") {
  const auto message_of = [](const std::string& path) {
    tests::TinyScenario tiny;
    tiny.replace("scenario.toml", "\"terrain.asc\"", path);
    try {
      scenario::load_scenario(tiny.write());
    } catch (const gis::InputError& error) {
      return error.problems().text();
    }
    return std::string();
  };
  for (const char* const path : {R"("C:\Users\terrain.tif")", R"("data\terrain.tif")", R"("data\dem.tif")",
                                 R"('data\terrain.tif')", R"(["terrain.asc", "new\new.tif"])", R"("data\")"}) {
    CAPTURE(path);
    const std::string message = message_of(path);
    CHECK(message.find("scenario.toml:5: ") != std::string::npos);
    CHECK(message.find("backslash") != std::string::npos);
    CHECK(message.find("forward slashes") != std::string::npos);
    CHECK(message.find("single quotes") != std::string::npos);
  }
  CHECK(message_of(R"("data\terrain.tif")").find(R"('data\terrain.tif': the file does not exist)") !=
        std::string::npos);
  CHECK(message_of("\"a\" \"b\"").find("backslash") == std::string::npos);
}
