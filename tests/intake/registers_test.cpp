#include <doctest/doctest.h>

#include "tests/intake/imported.h"

using namespace phusong;
using namespace phusong::intake;
using namespace phusong::tests;

// Tables in the form of public registers; the values in them are made up.

namespace {

using Texts = std::vector<std::string>;
using Pairs = std::vector<std::pair<std::string, std::string>>;

ImportedTable register_table(const std::string& name, ImportKind kind, const Pairs& maps, const Pairs& defaults = {}) {
  return import_table({.kind = kind,
                       .file = std::string(PHUSONG_SOURCE_DIR) + "/tests/intake/registers/" + name + ".csv",
                       .maps = maps,
                       .defaults = defaults});
}

}  // namespace

TEST_CASE("cells of OpenCelliD become sites with two maps") {
  const ImportedTable table = register_table("opencellid", ImportKind::kSites,
                                             {{"cell", "site_id"}, {"net", "operator"}}, {{"mast_height_m", "42"}});
  CHECK(values_of(table, "site_id") == Texts{"52001", "52002", "331"});
  CHECK(values_of(table, "lon_deg") == Texts{"105.348083", "105.40211", "105.3719"});
  CHECK(values_of(table, "radio") == Texts{"LTE", "LTE", "UMTS"});
}

TEST_CASE("measurements of OpenCelliD are taken as they are") {
  const ImportedTable table = register_table("opencellid-measurements", ImportKind::kMeasurements, {});
  CHECK(values_of(table, "cell_id") == Texts{"52001", "52001"});
  CHECK(values_of(table, "level_dbm") == Texts{"-93", "-101"});
  CHECK(table.rows_changed == 0);
}

TEST_CASE("supports of the ANFR have their coordinates in eight columns") {
  const ImportedTable table =
      register_table("anfr", ImportKind::kSites,
                     {{"SUP_ID", "site_id"}, {"SUP_NM_HAUT", "mast_height_m"}, {"ADM_LB_NOM", "operator"}});
  CHECK(values_of(table, "lat_deg") == Texts{"45.51", "45.5166667"});
  CHECK(values_of(table, "lon_deg") == Texts{"3.25", "-0.25"});
  CHECK(values_of(table, "mast_height_m") == Texts{"42.5", "30"});
}

TEST_CASE("a table of Ofcom's form has sites with one map, and cells with a few") {
  const ImportedTable sites = register_table("ofcom", ImportKind::kSites, {{"Opref", "site_id"}});
  CHECK(values_of(sites, "mast_height_m") == Texts{"15", "22.5"});
  // Three decimals are written as four, so that no spreadsheet takes the point for one between thousands.
  CHECK(values_of(sites, "lat_deg") == Texts{"51.5010", "51.6110"});
  const ImportedTable cells = register_table(
      "ofcom", ImportKind::kCells,
      {{"Opref", "site_id"}, {"Transtype", "technology"}, {"Freqband", "frequency_mhz"}, {"Maxpwrdbm", "eirp_dbm"}});
  CHECK(values_of(cells, "technology") == Texts{"2G", "3G"});
  CHECK(values_of(cells, "cell_id") == Texts{"100001-2G-1", "100002-3G-1"});
  CHECK(values_of(cells, "antenna_height_agl_m") == Texts{"15", "22.5"});
}

TEST_CASE("structures of the FCC's form, with heights in metres") {
  const ImportedTable table =
      register_table("fcc", ImportKind::kSites, {{"registration_number", "site_id"}, {"entity_name", "operator"}});
  CHECK(values_of(table, "lon_deg") == Texts{"-74.25", "-74.2750"});
  CHECK(values_of(table, "mast_height_m") == Texts{"91.4", "30.5"});
}
