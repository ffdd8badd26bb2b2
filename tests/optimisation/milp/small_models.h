#pragma once

#include <fmt/format.h>

#include <cstddef>
#include <random>
#include <set>

#include "sim/optimisation/milp/model.h"

namespace phusong::tests {

/// Most value for a weight of 50: items of 60, 100, 120 with weights 10, 20, 30; less 98.
inline milp::Model knapsack() {
  return {.sense = milp::Sense::kMaximise,
          .variables = {{.name = "item_1", .upper = 1.0, .cost = 60.0, .integer = true},
                        {.name = "item_2", .upper = 1.0, .cost = 100.0, .integer = true},
                        {.name = "item_3", .upper = 1.0, .cost = 120.0, .integer = true}},
          .rows = {{.name = "weight", .upper = 50.0, .terms = {{0, 10.0}, {1, 20.0}, {2, 30.0}}}},
          .constant = -98.0};
}

/// Least nodes that touch every edge of a triangle.
inline milp::Model triangle_cover() {
  return {.variables = {{.name = "a1", .upper = 1.0, .cost = 1.0, .integer = true},
                        {.name = "b1", .upper = 1.0, .cost = 1.0, .integer = true},
                        {.name = "c1", .upper = 1.0, .cost = 1.0, .integer = true}},
          .rows = {{.name = "ab", .lower = 1.0, .terms = {{0, 1.0}, {1, 1.0}}},
                   {.name = "bc", .lower = 1.0, .terms = {{1, 1.0}, {2, 1.0}}},
                   {.name = "ca", .lower = 1.0, .terms = {{0, 1.0}, {2, 1.0}}}}};
}

/// A set cover: every row by up to eight of the columns, with costs from 500 to 3000.
inline milp::Model random_cover(unsigned seed, std::size_t columns, std::size_t rows) {
  std::mt19937 random(seed);
  milp::Model model;
  for (std::size_t i = 0; i < columns; ++i) {
    model.variables.push_back({.name = fmt::format("x{}", i),
                               .upper = 1.0,
                               .cost = 500.0 + static_cast<double>(random() % 2500) / 8.0,
                               .integer = true});
  }
  for (std::size_t i = 0; i < rows; ++i) {
    std::set<std::size_t> chosen;
    for (int k = 0; k < 8; ++k)
      chosen.insert(random() % columns);
    milp::Row row{.name = fmt::format("r{}", i), .lower = 1.0};
    for (const std::size_t column : chosen)
      row.terms.emplace_back(column, 1.0);
    model.rows.push_back(row);
  }
  return model;
}

}  // namespace phusong::tests
