#include "sim/scenario/written_cells.h"

#include <doctest/doctest.h>

#include "sim/scenario/cell_columns.h"
#include "sim/scenario/pass_through_columns.h"

using namespace phusong;
using namespace phusong::scenario;
using Group = CellColumnGroup;

namespace {

std::vector<std::string> names_of(const std::vector<gis::Column>& columns) {
  std::vector<std::string> names;
  for (const gis::Column& column : columns)
    names.push_back(column.name);
  return names;
}

}  // namespace

TEST_CASE("each column of a written cells table is one that the cells table is read by, of the same type") {
  const WrittenCells all{Group::kTransmitter, Group::kRadiation, Group::kService, Group::kSubcarrier, Group::kChannel};
  const std::vector<gis::Column> written = all.columns();
  REQUIRE(written.size() == 22);
  gis::Table table;
  table.file = "cells.csv";
  table.columns = names_of(written);
  CellFields fields;
  gis::Problems problems;
  const TableColumns columns(table, cell_columns(fields), problems);
  const std::vector<gis::Column> read = pass_through_columns(table, columns);
  CHECK(columns.notes().empty());
  for (std::size_t i = 0; i < written.size(); ++i) {
    CAPTURE(written[i].name);
    CHECK(read[i].name == written[i].name);
    CHECK(read[i].type == written[i].type);
  }
}

TEST_CASE("a written cells table has the columns of the groups asked for, and each value under its column") {
  const WrittenCells cells{Group::kChannel};
  const std::vector<std::string> names = names_of(cells.columns());
  REQUIRE(names.size() == 13);
  CHECK(names.front() == "cell_id");
  CHECK(names[11] == "channel_low_mhz");
  const std::vector<gis::CellValue> row = cells.row({.cell_id = "C1",
                                                     .tx_power_dbm = gis::Number{46.0, 1},
                                                     .beamwidth_v_deg = gis::Number{7.0, 0},
                                                     .channel_high_mhz = gis::Number{960.0, 1}});
  REQUIRE(row.size() == names.size());
  CHECK(std::get<std::string>(row[0]) == "C1");
  CHECK(names[10] == "beamwidth_v_deg");
  CHECK(std::get<gis::Number>(row[10]).value == 7.0);
  CHECK(std::holds_alternative<std::monostate>(row[11]));
  CHECK(std::get<gis::Number>(row[12]).value == 960.0);
}
