#include "sim/sunset/bound/refarming_bound.h"

#include <algorithm>
#include <functional>
#include <numeric>

#include "sim/sunset/model/tolerances.h"

namespace phusong::sunset {
namespace {

/// The people that each carrier covers, in descending order, of carriers that need no more than `cells` cells off.
std::vector<double> people_of_carriers(const SunsetModel& model, std::int64_t cells,
                                       const std::vector<bool>& may_be_on) {
  std::vector<double> people;
  for (CarrierIndex k = 0; k < model.carriers.size(); ++k) {
    const Carrier& carrier = model.carriers[k];
    if (!may_be_on[k] || static_cast<std::int64_t>(carrier.blockers.size()) + 1 > cells) continue;
    double sum = 0.0;
    for (const Link& link : carrier.links)
      if (link.own_operator) sum += model.people_at(link.demand_class);
    people.push_back(sum);
  }
  std::ranges::sort(people, std::greater{});
  return people;
}

/// The people that all these carriers cover together.
double people_of_all_carriers(const SunsetModel& model, const std::vector<bool>& may_be_on) {
  std::vector<bool> covered(model.demand_classes.size());
  double sum = 0.0;
  for (CarrierIndex k = 0; k < model.carriers.size(); ++k) {
    if (!may_be_on[k]) continue;
    for (const Link& link : model.carriers[k].links) {
      if (!link.own_operator || covered[link.demand_class]) continue;
      covered[link.demand_class] = true;
      sum += model.people_at(link.demand_class);
    }
  }
  return sum;
}

}  // namespace

double most_refarmed_people_mhz(const SunsetModel& model, const std::vector<std::int64_t>& fewest_on,
                                const std::vector<std::vector<bool>>& may_be_refarmed) {
  double sum = 0.0;
  for (std::size_t period = 1; period < fewest_on.size(); ++period) {
    const std::int64_t off = std::ssize(model.cells) - fewest_on[period];
    const std::vector<double> people = people_of_carriers(model, off, may_be_refarmed[period]);
    const auto on = std::min<std::ptrdiff_t>(std::ssize(people), off);
    sum += std::min(people_of_all_carriers(model, may_be_refarmed[period]),
                    std::accumulate(people.begin(), people.begin() + on, 0.0));
  }
  return sum * model.refarmed_mhz;
}

std::int64_t fewest_refarmed_sites(const SunsetModel& model, double people_mhz) {
  std::vector<double> by_site(model.sites);
  for (const Carrier& carrier : model.carriers) {
    for (const Link& link : carrier.links)
      if (link.own_operator) by_site[carrier.site] += model.people_at(link.demand_class);
  }
  std::ranges::sort(by_site, std::greater{});
  std::int64_t sites = 0;
  double reached = 0.0;
  for (const double people : by_site) {
    if (reached >= people_mhz - kSolverTolerance || people <= 0.0) break;
    reached += people * model.refarmed_mhz * model.periods;
    ++sites;
  }
  return sites;
}

}  // namespace phusong::sunset
