#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "propagation/limit.h"
#include "sim/cli/loss/fields.h"

namespace phusong::loss {

/// Names and values in the order in which they are written.
using Values = nlohmann::ordered_json;

/// What a model says to a request.
struct Answer {
  std::optional<double> loss_db;  ///< nothing for a model whose answer is no loss
  propagation::Violations violations;
  Values intermediates = Values::object();
  /// The component models answer in the columns of their published files: `intermediates` stand beside the loss too.
  bool in_columns = false;
  /// The model refuses what is out of its limits.
  bool refused = false;
};

/// A model by name. Evaluates the formula as it stands; throws FieldError and std::invalid_argument.
using Model = Answer(const Fields& fields);

}  // namespace phusong::loss
