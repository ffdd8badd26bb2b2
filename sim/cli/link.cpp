#include <fmt/format.h>

#include <algorithm>

#include "sim/analysis/link/hop_link.h"
#include "sim/cli/arguments.h"
#include "sim/cli/commands.h"
#include "sim/cli/exit_code.h"
#include "sim/cli/link_options.h"
#include "sim/cli/plan_hop.h"
#include "sim/cli/read_inputs.h"
#include "sim/coverage/hamlet_points.h"
#include "sim/planning/mast_top.h"
#include "sim/planning/tolerances.h"
#include "sim/report/link/link_picture.h"
#include "sim/report/link/link_text.h"
#include "sim/scenario/model_limits.h"
#include "sim/scenario/nearest.h"

namespace phusong::cli {
namespace {

namespace po = boost::program_options;
using analysis::LinkBudget;

constexpr CommandHelp kLinkHelp{
    .usage = "phusong link SCENARIO --cell ID --hamlet ID [options]",
    .description =
        "Prints the budget of one link line by line, each term with its unit and source, and draws its profile.\n"
        "The link is that of a cell to a hamlet, or between two points, or a microwave hop between two masts, those "
        "of\n"
        "the plan in the folder RUN too:\n"
        "  phusong link SCENARIO --from LON,LAT,HEIGHT --to LON,LAT,HEIGHT --frequency-mhz F\n"
        "  phusong link SCENARIO --hop FROM,TO [--run RUN]\n"
        "The level of a cell is the one that phusong coverage finds.",
    .example = "phusong link scenarios/karst-district --cell MC00007-4G-1 --hamlet H000080 -o link.svg",
};

void add_link_options(ArgumentParser& parser, LinkOptions& options) {
  constexpr propagation::Limit kPoint{.quantity = "point", .min = 0.0};
  constexpr propagation::Limit kFrequency{.quantity = "frequency-mhz", .min = 1.0, .max = 100000.0, .unit = "MHz"};
  add_common_options(parser, options.common);
  parser.options().add_options()  //
      ("cell", po::value(&options.cell)->value_name("ID"), "cell of the cells table")(
          "hamlet", po::value(&options.hamlet)->value_name("ID"), "hamlet of the hamlets table")  //
      ("point", whole_number(options.point, kPoint)->value_name("N"),
       "sample point of the hamlet, as points.csv counts them (default: 0, the centre)")  //
      ("from", po::value(&options.from)->value_name("LON,LAT,HEIGHT"), "transmitter: degrees, and metres above ground")(
          "to", po::value(&options.to)->value_name("LON,LAT,HEIGHT"), "receiver likewise")                      //
      ("frequency-mhz", number(options.frequency_mhz, kFrequency)->value_name("F"), "between --from and --to")  //
      ("hop", po::value(&options.hop)->value_name("FROM,TO"), "site_ids of two masts: a microwave hop by [backhaul]")(
          "run", po::value(&options.run)->value_name("RUN"),
          "results of a plan that the hop is of, with its new masts")  //
      ("output,o", po::value(&options.output)->value_name("FILE"),
       "draw the link too, as .svg, .png or .pdf by the name of the file");
}

/// Where an id stands in a table. Throws UsageError with the nearest one where it does not.
template <class Row>
std::size_t index_named(const std::vector<Row>& rows, std::string Row::*id, std::string_view option,
                        const std::string& name) {
  const auto found = std::ranges::find(rows, name, id);
  if (found != rows.end()) return static_cast<std::size_t>(found - rows.begin());
  std::vector<std::string> ids;
  for (const Row& row : rows)
    ids.push_back(row.*id);
  const auto near = scenario::nearest(name, ids);
  throw UsageError(fmt::format("{} '{}': there is no such id in the table{}", option, name,
                               near ? fmt::format("; did you mean '{}'?", *near) : ""));
}

LinkBudget link_of_cell(const LinkOptions& options, const Inputs& inputs) {
  const network::Network& network = inputs.scenario.network;
  const std::size_t cell = index_named(network.cells, &network::Cell::cell_id, "--cell", options.cell);
  const std::size_t hamlet = index_named(network.hamlets, &network::Hamlet::hamlet_id, "--hamlet", options.hamlet);
  const network::Site& site = network.sites[network.cells[cell].site];
  if (!inputs.terrain.height_near(site.position))
    throw UsageError(fmt::format("--cell '{}': its mast {} is off the terrain", options.cell, site.site_id));
  const auto points = coverage::sample_points(network.hamlets[hamlet], hamlet, inputs.terrain, inputs.scenario.crs);
  if (points.empty())
    throw UsageError(fmt::format("--hamlet '{}': it is off the terrain, and its status unknown", options.hamlet));
  if (std::ranges::find(points, options.point, &coverage::SamplePoint::point) == points.end()) {
    throw UsageError(fmt::format("--point {}: hamlet {} has no such point on the terrain (allowed: 0 … {})",
                                 options.point, options.hamlet, points.back().point));
  }
  return analysis::cell_link(inputs.scenario, inputs.terrain, {.cell = cell, .hamlet = hamlet, .point = options.point});
}

PlaceAndHeight place_on_terrain(std::string_view option, const std::string& text, const Inputs& inputs) {
  const PlaceAndHeight place = place_and_height(option, text);
  if (!inputs.terrain.height_near(inputs.scenario.crs.to_map(place.lon_lat)))
    throw UsageError(fmt::format("{} '{}': the point is off the terrain", option, text));
  return place;
}

LinkBudget link_of_points(const LinkOptions& options, const Inputs& inputs) {
  const PlaceAndHeight from = place_on_terrain("--from", options.from, inputs);
  const PlaceAndHeight to = place_on_terrain("--to", options.to, inputs);
  const auto limit = scenario::frequency_limit(inputs.scenario.options.propagation.settings.model);
  if (limit && !limit->holds(options.frequency_mhz)) {
    throw UsageError(fmt::format("--frequency-mhz = {:g}: out of the model's range (allowed: {})",
                                 options.frequency_mhz, limit->range_text()));
  }
  return analysis::point_link(inputs.scenario, inputs.terrain,
                              {.from = from.lon_lat,
                               .to = to.lon_lat,
                               .from_height_m = from.height_m,
                               .to_height_m = to.height_m,
                               .frequency_mhz = options.frequency_mhz});
}

LinkBudget link_of_hop(const LinkOptions& options, const Inputs& inputs) {
  const std::vector<network::Site>& sites = inputs.scenario.network.sites;
  const auto [from, to] = hop_ends(options.hop);
  const analysis::HopLinkQuery query{.from = index_named(sites, &network::Site::site_id, "--hop", from),
                                     .to = index_named(sites, &network::Site::site_id, "--hop", to)};
  for (const std::size_t end : {query.from, query.to}) {
    const network::Site& site = sites[end];
    if (!inputs.terrain.height_near(site.position))
      throw UsageError(fmt::format("--hop: mast {} is off the terrain", site.site_id));
    if (site.mast_height_m <= planning::kBelowMastTopM) {
      throw UsageError(
          fmt::format("--hop: mast {} has mast_height_m = {:g}: too low for an antenna (allowed: > {:g} m)",
                      site.site_id, site.mast_height_m, planning::kBelowMastTopM));
    }
  }
  if (gis::distance_m(sites[query.from].position, sites[query.to].position) < planning::kSameMastM)
    throw UsageError(fmt::format("--hop '{}': both ends are at one place", options.hop));
  return analysis::hop_link(inputs.scenario, inputs.terrain, query);
}

LinkBudget link_asked_for(const LinkOptions& options, const Inputs& inputs) {
  if (!options.hop.empty()) return link_of_hop(options, inputs);
  return options.cell.empty() ? link_of_points(options, inputs) : link_of_cell(options, inputs);
}

Inputs inputs_of_link(const LinkOptions& options) {
  if (options.run.empty()) return read_inputs(options.common);
  const auto [from, to] = hop_ends(options.hop);
  return inputs_with_plan(options.common, options.run, from, to);
}

}  // namespace

int run_link(const Invocation& invocation) {
  LinkOptions options;
  ArgumentParser parser(kLinkHelp);
  add_link_options(parser, options);
  if (!parser.parse(invocation)) return kDone;
  require_scenario(options.common);
  check_link_options(options);
  const ThreadLimit limit(options.common);
  const Inputs inputs = inputs_of_link(options);
  const LinkBudget budget = link_asked_for(options, inputs);
  if (!options.output.empty()) report::write_link_picture(options.output, budget, inputs.scenario);
  const std::string& language = inputs.scenario.options.report.language;
  invocation.out << (options.common.json ? report::link_json(budget, language) : report::link_text(budget, language));
  return kDone;
}

}  // namespace phusong::cli
