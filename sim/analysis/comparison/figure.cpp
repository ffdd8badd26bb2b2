#include "sim/analysis/comparison/figure.h"

#include "sim/analysis/comparison/pairing.h"

namespace phusong::analysis {

std::optional<double> Figure::difference() const {
  if (!a || !b) return std::nullopt;
  return *b - *a;
}

std::vector<Figure> compare_figures(const FigureValues& a, const FigureValues& b) {
  std::vector<Figure> figures;
  const auto name_of_value = [](const auto& value) { return value.first; };
  for (const auto& [of_a, of_b] : paired(a, b, name_of_value)) {
    figures.push_back({.name = of_a != nullptr ? of_a->first : of_b->first,
                       .a = of_a != nullptr ? of_a->second : std::nullopt,
                       .b = of_b != nullptr ? of_b->second : std::nullopt});
  }
  return figures;
}

std::vector<NamedFigures> compare_named(const std::vector<NamedFigureValues>& a,
                                        const std::vector<NamedFigureValues>& b) {
  static const FigureValues kNone;
  std::vector<NamedFigures> all;
  for (const auto& [of_a, of_b] : paired(a, b, [](const NamedFigureValues& values) { return values.name; })) {
    all.push_back(
        {.name = of_a != nullptr ? of_a->name : of_b->name,
         .figures = compare_figures(of_a != nullptr ? of_a->values : kNone, of_b != nullptr ? of_b->values : kNone)});
  }
  return all;
}

}  // namespace phusong::analysis
