#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "propagation/limit.h"
#include "sim/cli/loss/fields.h"

namespace phusong::loss {

using Value = std::variant<double, int, bool, std::array<double, 2>>;

/// Names and values in the order in which they are written. The names outlive the answer.
using Values = std::vector<std::pair<std::string_view, Value>>;

/// What a model says to a request.
struct Answer {
  std::optional<double> loss_db;  ///< nothing for a model whose answer is no loss
  propagation::Violations violations;
  Values intermediates;
  /// The component models answer in the columns of their published files: `intermediates` stand beside the loss too.
  bool in_columns = false;
  /// The model refuses what is out of its limits.
  bool refused = false;
};

/// A model by name. Evaluates the formula as it stands; throws FieldError and std::invalid_argument.
using Model = Answer(const Fields& fields);

}  // namespace phusong::loss
