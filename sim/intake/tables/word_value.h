#pragma once

#include "sim/intake/tables/draft.h"
#include "sim/scenario/column.h"

namespace phusong::intake {

/// Brings a value that is one of a few names ("LTE", "cáp quang", "đang hoạt động") to the name that the scenario's
/// reader knows. Another text stays as it is.
void tidy_word(Draft& draft, const scenario::Column& column);

}  // namespace phusong::intake
