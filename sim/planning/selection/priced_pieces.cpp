#include "sim/planning/selection/priced_pieces.h"

#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>

#include "sim/planning/selection/frame.h"
#include "sim/planning/selection/region.h"

namespace phusong::planning {

namespace {

/// What is left of each variable's cost when the frame's rows are priced.
std::vector<double> prices_of(const CutRelaxation& relaxation) {
  const milp::Model& frame = relaxation.frame();
  std::vector<double> prices;
  for (const milp::Variable& variable : frame.variables)
    prices.push_back(variable.cost);
  for (std::size_t r = 0; r < frame.rows.size(); ++r) {
    const double dual = relaxation.relaxation().row_duals[r];
    for (const auto& [variable, coefficient] : frame.rows[r].terms)
      prices[variable] -= dual * coefficient;
  }
  return prices;
}

double row_value(const milp::Row& row, const std::vector<double>& values) {
  double sum = 0.0;
  for (const auto& [variable, coefficient] : row.terms)
    sum += coefficient * values[variable];
  return sum;
}

}  // namespace

/// An option's part in a piece.
struct PricedPieces::Part {
  std::size_t piece = 0;
  double dual = 0.0;     ///< what the cuts of the piece pay for it
  double hamlets = 0.0;  ///< that it serves there
  double price = 0.0;
};

namespace {

/// Shares an option's price among the pieces: first what its cuts there pay, the rest by hamlets.
template <typename Part>
void share_price(double price, std::vector<Part>& parts) {
  double duals = 0.0, hamlets = 0.0;
  for (const Part& part : parts)
    duals += part.dual, hamlets += part.hamlets;
  for (Part& part : parts)
    part.price = std::max(0.0, part.dual + (price - duals) * part.hamlets / hamlets);
}

template <typename Part>
Part& part_in(std::vector<Part>& parts, std::size_t piece) {
  const auto found = std::find_if(parts.begin(), parts.end(), [&](const Part& part) { return part.piece == piece; });
  return found != parts.end() ? *found : parts.emplace_back(Part{.piece = piece});
}

}  // namespace

PricedPieces::PricedPieces(const SelectionProblem& problem, const CoverageCount& count, const PieceLimits& limits)
    : problem_(problem),
      count_(count),
      limits_(limits),
      pieces_(split_in_regions(count, problem.hamlets.size(), limits.hamlets)),
      piece_of_(problem.hamlets.size()) {
  for (std::size_t p = 0; p < pieces_.size(); ++p) {
    for (const std::uint32_t hamlet : pieces_[p])
      piece_of_[hamlet] = p;
  }
}

PricedPieces::PartsOfOption PricedPieces::parts_of(const CutRelaxation& relaxation,
                                                   const std::vector<double>& prices) const {
  PartsOfOption parts(problem_.options.size());
  for (OptionIndex i = 0; i < parts.size(); ++i) {
    for (const std::uint32_t hamlet : count_.hamlets_of(i))
      part_in(parts[i], piece_of_[hamlet]).hamlets += 1.0;
  }
  for (std::size_t c = 0; c < relaxation.cuts().size(); ++c) {
    const milp::Row& cut = relaxation.cuts()[c];
    const double dual = relaxation.relaxation().row_duals[relaxation.frame_rows() + c];
    if (dual <= 0.0) continue;
    const std::size_t piece = piece_of_[cut.terms.back().first - problem_.options.size()];
    for (const auto& [variable, coefficient] : cut.terms)
      if (variable < parts.size()) part_in(parts[variable], piece).dual += dual * coefficient;
  }
  for (OptionIndex i = 0; i < parts.size(); ++i)
    share_price(prices[i], parts[i]);
  return parts;
}

milp::Row PricedPieces::cut_of(std::size_t piece, const PartsOfOption& parts, const std::vector<double>& prices,
                               const coverage::Progress& progress) const {
  progress.throw_if_stopped();
  milp::Row cut{.name = "piece"};
  SelectionProblem part;
  std::vector<OptionIndex> number(parts.size(), 0);
  for (OptionIndex i = 0; i < parts.size(); ++i) {
    for (const Part& one : parts[i]) {
      if (one.piece != piece) continue;
      number[i] = static_cast<OptionIndex>(part.options.size());
      part.options.push_back({.name = problem_.options[i].name, .cost = one.price, .place = problem_.options[i].place});
      if (one.price != 0.0) cut.terms.emplace_back(i, one.price);
    }
  }
  for (const std::uint32_t hamlet : pieces_[piece]) {
    part.hamlets.push_back(problem_.hamlets[hamlet]);
    for (SelectionWay& way : part.hamlets.back().ways) {
      for (SelectionPoint& point : way.points) {
        for (auto& layer : point.layers) {
          for (OptionIndex& option : layer)
            option = number[option];
        }
      }
    }
  }
  milp::Model frame = frame_of(part);
  for (std::size_t h = 0; h < part.hamlets.size(); ++h) {
    const std::size_t variable = variable_of_hamlet(problem_, pieces_[piece][h]);
    frame.variables[variable_of_hamlet(part, h)].cost = std::min(0.0, prices[variable]);
    cut.terms.emplace_back(variable, std::min(0.0, prices[variable]));
  }
  CutRelaxation relaxation(part, std::move(frame));
  constexpr std::size_t kRounds = 40;
  const double root = relaxation.tighten(kRounds, progress).objective;
  const milp::Solution solution =
      milp::branch_and_cut(relaxation.lazy_model(), milp::SearchFor::kBound,
                           {.nodes = limits_.nodes, .time_limit_s = limits_.time_limit_s, .stop_requested = [&] {
                              return progress.stop_requested();
                            }});
  progress.throw_if_stopped();
  cut.lower = std::isfinite(solution.bound) ? std::max(root, solution.bound) : root;
  return cut;
}

std::vector<milp::Row> PricedPieces::cuts(const CutRelaxation& relaxation, const coverage::Progress& progress) const {
  if (!relaxation.relaxation().feasible) return {};
  const std::vector<double> prices = prices_of(relaxation);
  const PartsOfOption parts = parts_of(relaxation, prices);
  std::vector<milp::Row> all(pieces_.size());
  tbb::parallel_for(std::size_t{0}, pieces_.size(),
                    [&](std::size_t p) { all[p] = cut_of(p, parts, prices, progress); });
  std::erase_if(all, [&](const milp::Row& cut) {
    const double now = row_value(cut, relaxation.relaxation().values);
    return now >= cut.lower - 1e-6 * std::max(1.0, std::abs(cut.lower));
  });
  return all;
}

}  // namespace phusong::planning
