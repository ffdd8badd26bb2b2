#include "sim/scenario/network_reader.h"

#include <algorithm>
#include <optional>
#include <set>

#include "gis/table.h"
#include "sim/scenario/backhaul_links.h"
#include "sim/scenario/cell_columns.h"
#include "sim/scenario/cells_table.h"
#include "sim/scenario/hamlet_details.h"
#include "sim/scenario/hamlets_table.h"
#include "sim/scenario/named_files.h"
#include "sim/scenario/sites_table.h"

namespace phusong::scenario {
namespace {

/// The files of a table and whether all their rows could be taken apart.
struct OpenedTables {
  std::vector<gis::Table> tables;
  bool whole = true;
};

/// Without tables where the key names no file, or only such as were reported already.
OpenedTables open_tables(const std::string& key, const std::vector<Column>& columns, const NetworkInputs& inputs,
                         const TableContext& context) {
  OpenedTables opened;
  for (const InputFile& file : inputs.files) {
    if (file.role != key) continue;
    gis::Problems here;
    gis::Table table = gis::read_table(resolved(inputs.folder, file.path), wish_of(columns), here);
    opened.whole = opened.whole && here.empty();
    context.problems.add_all(here);
    context.note_all(table.notes);
    if (!table.columns.empty() || here.empty()) opened.tables.push_back(std::move(table));
  }
  return opened;
}

/// The table of a key that names one file at most.
std::optional<gis::Table> only_table(OpenedTables opened) {
  if (opened.tables.empty()) return std::nullopt;
  return std::move(opened.tables.front());
}

std::vector<std::string> operators_on_air(const network::Network& network) {
  std::set<std::string> names;
  for (const network::Site& site : network.sites)
    if (network.on_air(site) && !site.operator_name.empty()) names.insert(site.operator_name);
  return {names.begin(), names.end()};
}

}  // namespace

network::Network read_network(const NetworkInputs& inputs, PatternLibrary& patterns, const TableContext& context) {
  const NetworkOptions& options = inputs.options.network;
  const auto open = [&inputs, &context](const char* key, const std::vector<Column>& columns) {
    return open_tables(key, columns, inputs, context);
  };
  SiteFields site;
  CellFields cell;
  HamletFields hamlet;
  ClusterFields cluster;
  OperatorShareFields share;
  network::Network network{.include_planned = options.include_planned};
  SitesTable sites;
  const OpenedTables site_files = open("network.sites", site_columns(site));
  const bool all_files = site_files.whole && site_files.tables.size() == options.sites.size();
  sites = read_sites(site_files.tables, {"network.sites_crs", options.sites_crs}, context);
  network.cells = read_cells(open("network.cells", cell_columns(cell)).tables,
                             {.sites = sites,
                              .sites_known = all_files && sites.has_ids,
                              .model = inputs.options.propagation.settings.model,
                              .patterns = patterns},
                             context);
  network.sites = std::move(sites.sites);
  for (const gis::Table& table : site_files.tables)
    network.site_tables.push_back(table.file);
  if (all_files && sites.has_ids) check_backhaul_links(network, sites.row_of_id, context.problems);
  network.operators = operators_on_air(network);
  HamletsTable hamlets;
  const OpenedTables hamlets_file = open("network.hamlets", hamlet_columns(hamlet));
  if (const auto table = only_table(hamlets_file)) {
    hamlets = read_hamlets(*table, {"network.hamlets_crs", options.hamlets_crs}, context);
    network.hamlet_table = table->file;
    if (table->rows.empty() && hamlets_file.whole)
      context.problems.add({.file = table->file, .message = "has no rows: there is no hamlet to compute"});
  }
  const HamletIndex index{
      .hamlets = hamlets.hamlets, .row_of_id = hamlets.row_of_id, .whole = hamlets_file.whole && hamlets.has_ids};
  if (const auto table = only_table(open("network.clusters", cluster_columns(cluster))))
    read_clusters(*table, {"network.clusters_crs", options.clusters_crs}, index, context);
  if (const auto table = only_table(open("network.operator_share", operator_share_columns(share))))
    read_operator_shares(*table, index, network.operators, context);
  network.hamlets = std::move(hamlets.hamlets);
  network.hamlet_columns = std::move(hamlets.columns);
  return network;
}

}  // namespace phusong::scenario
