#pragma once

#include <optional>
#include <string>
#include <vector>

#include "sim/analysis/comparison/figure.h"

namespace phusong::analysis {

/// What an operator's technology, the target's or all technologies together give an area.
struct ServiceValues {
  std::string operator_name;
  std::string service;  ///< "2G", "target", "any_technology"
  FigureValues values;
};

/// The totals of an area in one run; names are empty above its level.
struct ComparedArea {
  std::string province, district, commune;
  FigureValues figures;
  std::vector<ServiceValues> coverage;
  std::vector<NamedFigureValues> targets{};  ///< by kind: the share asked for, and how far the area is from it
};

struct ServiceComparison {
  std::string operator_name, service;
  std::vector<Figure> figures;
};
struct AreaComparison {
  std::string province, district, commune;
  bool in_a = false, in_b = false;
  std::vector<Figure> figures;
  std::vector<ServiceComparison> coverage;
  std::vector<NamedFigures> targets{};
};

/// Pairs areas by their names, and services by operator and technology.
std::vector<AreaComparison> compare_areas(const std::vector<ComparedArea>& a, const std::vector<ComparedArea>& b);

}  // namespace phusong::analysis
