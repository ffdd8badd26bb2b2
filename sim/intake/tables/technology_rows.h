#pragma once

#include <vector>

#include "sim/intake/tables/draft.h"

namespace phusong::intake {

/// A row of several carriers as one row each: of several technologies ("2G/3G/4G", "GSM900, LTE1800"; columns "2G",
/// "3G", "4G" with a mark or a number of cells; channel numbers of several numberings), or of one in several bands.
/// Each gets its own frequency, band, channel and bandwidth from lists of as many values and from columns of its
/// technology ("Tần số 4G"), and other values likewise or those for all. What cannot be told apart is refused, and
/// the row comes back once. A row of one carrier comes back alone.
std::vector<Draft> technology_rows(Draft draft);

}  // namespace phusong::intake
