#include "sim/scenario/sites_table.h"

#include "gis/text.h"
#include "sim/scenario/same_names.h"
#include "sim/scenario/unique_ids.h"

namespace phusong::scenario {
namespace {

using network::Backhaul;
using network::PowerSource;
using network::SiteStatus;
using network::SiteType;

Choice type_choice(SiteType& type) {
  Choice result = choice(
      type, Names<SiteType>{{"macro", SiteType::kMacro}, {"pole", SiteType::kPole}, {"rooftop", SiteType::kRooftop}});
  result.synonyms = {{"rms", "pole"}};
  return result;
}

std::vector<Column> mast_columns(network::Site& site) {
  return {
      {.name = "mast_height_m",
       .synonyms = {"height", "structure_height_meters"},
       .place = &site.mast_height_m,
       .limit = {.min = 0, .max = 500, .unit = "m"},
       .meaning = "above ground",
       .required = true},
      {.name = "status",
       .place = choice(site.status, Names<SiteStatus>{{"existing", SiteStatus::kExisting},
                                                      {"planned", SiteStatus::kPlanned},
                                                      {"candidate", SiteStatus::kCandidate},
                                                      {"off", SiteStatus::kOff}}),
       .meaning = "on air: existing; planned only with include_planned; candidate is for the planner"},
      {.name = "type", .place = type_choice(site.type), .meaning = "pole: also RMS"},
      {.name = "backhaul",
       .synonyms = {"backhaul_type"},
       .place = choice(site.backhaul, Names<Backhaul>{{"fibre", Backhaul::kFibre},
                                                      {"microwave", Backhaul::kMicrowave},
                                                      {"satellite", Backhaul::kSatellite},
                                                      {"none", Backhaul::kNone}}),
       .meaning = "how the mast is connected",
       .default_text = "not known"},
      {.name = "power",
       .synonyms = {"power_source"},
       .place = choice(site.power, Names<PowerSource>{{"grid", PowerSource::kGrid},
                                                      {"solar", PowerSource::kSolar},
                                                      {"generator", PowerSource::kGenerator}}),
       .meaning = "how the mast is fed",
       .default_text = "not known"},
      {.name = "battery_hours",
       .place = &site.battery_hours,
       .limit = {.min = 0, .max = 1000, .unit = "h"},
       .meaning = "how long it stays on air without the grid"},
      {.name = "backhaul_to",
       .place = &site.backhaul_to,
       .meaning = "site_id of the mast at the other end of its link: a cut link takes with it what hangs on it",
       .default_text = "not known"},
  };
}

}  // namespace

std::vector<Column> site_columns(SiteFields& fields) {
  network::Site& site = fields.site;
  std::vector<Column> columns = {
      {.name = "site_id",
       .synonyms = {"id", "site", "ma_tram"},
       .place = &site.site_id,
       .meaning = "unique",
       .required = true},
      {.name = "name",
       .synonyms = {"site_name", "ten_tram"},
       .place = &site.name,
       .meaning = "for people",
       .default_text = "the site_id"},
      {.name = "operator",
       .synonyms = {"nha_mang"},
       .place = &site.operator_name,
       .meaning = "whose mast it is",
       .required = true},
  };
  for (const std::vector<Column>& more : {position_columns(fields.position), mast_columns(site)})
    columns.insert(columns.end(), more.begin(), more.end());
  return columns;
}

namespace {

/// "any" stands for the union of all operators; it cannot be the name of one.
bool is_an_operator(const network::Site& site, const gis::Table& table, const gis::TableRow& row,
                    gis::Problems& problems) {
  if (gis::name_key(site.operator_name) != "any") return true;
  problems.add({.file = table.file,
                .line = row.row,
                .key = "operator",
                .value = site.operator_name,
                .message = "stands for all operators together",
                .allowed = "another name"});
  return false;
}

/// Reads the files of the sites table one after another.
class SiteReader {
 public:
  SiteReader(const CrsKey& crs_key, const TableContext& context) : crs_key_(crs_key), context_(context) {}

  void read(const gis::Table& table, std::size_t file) {
    const TableColumns columns(table, site_columns(fields_), context_.problems);
    const PositionReader positions(table, columns, crs_key_, context_);
    context_.note_all(columns.notes());
    result_.has_ids = columns.has("site_id") && (file == 0 || result_.has_ids);
    for (const gis::TableRow& row : table.rows) {
      fields_ = {};
      bool good = columns.read(row, context_.problems);
      good = is_an_operator(fields_.site, table, row, context_.problems) && good;
      ids_.add(fields_.site.site_id, row, "site_id", columns, context_.problems);
      const auto position = positions.read(row, fields_.position);
      fields_.site.pass_through = columns.pass_through(row);
      if (good && position) keep(*position, row.row, file);
    }
  }

  SitesTable result() {
    for (const std::string& names : operators_.doubles())
      context_.note({.kind = gis::InputNote::Kind::kSameOperators, .names = names});
    result_.row_of_id = ids_.row_of_id();
    return std::move(result_);
  }

 private:
  const CrsKey& crs_key_;
  const TableContext& context_;
  SiteFields fields_;
  UniqueIds ids_;
  SameNames operators_;
  SitesTable result_;

  void keep(const Position& position, long row, std::size_t file) {
    network::Site& site = fields_.site;
    if (site.name.empty()) site.name = site.site_id;
    site.operator_name = operators_.add(site.operator_name);
    site.lon_lat = position.lon_lat;
    site.position = position.point;
    site.row = row;
    site.file = file;
    result_.sites.push_back(site);
  }
};

}  // namespace

SitesTable read_sites(std::span<const gis::Table> tables, const CrsKey& crs_key, const TableContext& context) {
  SiteReader reader(crs_key, context);
  for (std::size_t file = 0; file < tables.size(); ++file)
    reader.read(tables[file], file);
  return reader.result();
}

}  // namespace phusong::scenario
