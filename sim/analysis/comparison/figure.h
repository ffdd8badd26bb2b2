#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace phusong::analysis {

/// Named numbers of one run, in the order in which they are told; nothing where a number is not known.
using FigureValues = std::vector<std::pair<std::string, std::optional<double>>>;

/// A number of two runs.
struct Figure {
  std::string name;
  std::optional<double> a{}, b{};

  /// B − A; nothing where either is not known.
  std::optional<double> difference() const;
  bool operator==(const Figure&) const = default;
};

/// Pairs numbers by their names: in the order of A, then those that B alone has.
std::vector<Figure> compare_figures(const FigureValues& a, const FigureValues& b);

/// Named numbers of something that has a name itself: an operator, a state.
struct NamedFigureValues {
  std::string name;
  FigureValues values;
};
struct NamedFigures {
  std::string name;
  std::vector<Figure> figures;

  bool operator==(const NamedFigures&) const = default;
};

/// The same for each of them.
std::vector<NamedFigures> compare_named(const std::vector<NamedFigureValues>& a,
                                        const std::vector<NamedFigureValues>& b);

}  // namespace phusong::analysis
