#include "sim/scenario/network_reader.h"

#include <algorithm>
#include <optional>
#include <set>

#include "gis/table.h"
#include "sim/scenario/cells_table.h"
#include "sim/scenario/hamlet_details.h"
#include "sim/scenario/hamlets_table.h"
#include "sim/scenario/named_files.h"
#include "sim/scenario/sites_table.h"

namespace phusong::scenario {
namespace {

/// A table and whether all its rows could be taken apart.
struct OpenedTable {
  gis::Table table;
  bool whole = true;
};

/// Nothing when the key names no file, or one that was reported already.
std::optional<OpenedTable> open_table(const std::string& key, const std::vector<InputFile>& files,
                                      const std::filesystem::path& folder, gis::Problems& problems) {
  const auto file =
      std::find_if(files.begin(), files.end(), [&key](const InputFile& input) { return input.role == key; });
  if (file == files.end()) return std::nullopt;
  gis::Problems here;
  OpenedTable opened{.table = gis::read_table(resolved(folder, file->path), here)};
  opened.whole = here.empty();
  problems.add_all(here);
  if (opened.table.columns.empty() && !opened.whole) return std::nullopt;
  return opened;
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
  const auto open = [&inputs, &context](const char* key) {
    return open_table(key, inputs.files, inputs.folder, context.problems);
  };
  network::Network network{.include_planned = options.include_planned};
  SitesTable sites;
  const auto sites_table = open("network.sites");
  if (sites_table) sites = read_sites(sites_table->table, {"network.sites_crs", options.sites_crs}, context);
  if (const auto table = open("network.cells")) {
    network.cells = read_cells(table->table,
                               {.sites = sites,
                                .sites_known = sites_table && sites_table->whole && sites.has_ids,
                                .model = inputs.options.propagation.settings.model,
                                .patterns = patterns},
                               context);
  }
  network.sites = std::move(sites.sites);
  network.operators = operators_on_air(network);
  HamletsTable hamlets;
  const auto hamlets_table = open("network.hamlets");
  if (hamlets_table)
    hamlets = read_hamlets(hamlets_table->table, {"network.hamlets_crs", options.hamlets_crs}, context);
  const HamletIndex index{.hamlets = hamlets.hamlets,
                          .row_of_id = hamlets.row_of_id,
                          .whole = hamlets_table && hamlets_table->whole && hamlets.has_ids};
  if (const auto table = open("network.clusters"))
    read_clusters(table->table, {"network.clusters_crs", options.clusters_crs}, index, context);
  if (const auto table = open("network.operator_share"))
    read_operator_shares(table->table, index, network.operators, context);
  network.hamlets = std::move(hamlets.hamlets);
  network.hamlet_columns = std::move(hamlets.columns);
  return network;
}

}  // namespace phusong::scenario
