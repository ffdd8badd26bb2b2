#include "sim/analysis/calibration/shared_columns.h"

#include <algorithm>

namespace phusong::analysis {

SharedColumns::SharedColumns(const ResidualData& data, const CorrectionTerms& terms) {
  const auto has = [&](CorrectionTerm term) { return std::ranges::find(terms, term) != terms.end(); };
  if (has(CorrectionTerm::kTechnology)) technology_ = take(network::kTechnologies.size());
  if (has(CorrectionTerm::kClutter)) clutter_ = take(data.clutter_classes);
  if (has(CorrectionTerm::kDistance)) slope_ = take(1);
}

std::size_t SharedColumns::take(std::size_t columns) {
  const std::size_t first = count_;
  count_ += columns;
  return first;
}

std::optional<std::size_t> SharedColumns::technology(network::Technology technology) const {
  if (!technology_) return std::nullopt;
  return *technology_ + network::index_of(technology);
}

std::optional<std::size_t> SharedColumns::clutter(std::size_t index) const {
  if (!clutter_) return std::nullopt;
  return *clutter_ + index;
}

std::span<const ArrowEntry> SharedColumns::entries(const Residual& row, Room& room) const {
  std::size_t size = 0;
  const auto put = [&](std::size_t column, double value) {
    room[size++] = {.column = static_cast<Eigen::Index>(column), .value = value};
  };
  if (technology_ && row.technology) put(*technology(*row.technology), 1.0);
  if (clutter_ && row.clutter) put(*clutter(*row.clutter), 1.0);
  if (slope_) put(*slope_, row.decades);
  return std::span(room).first(size);
}

}  // namespace phusong::analysis
