#pragma once

#include <string>
#include <vector>

#include "sim/intake/tables/draft.h"
#include "sim/intake/tables/technology_names.h"

namespace phusong::intake {

/// The carriers of a row, in their order.
using Carriers = std::vector<NamedTechnology>;

/// The carriers that a row tells of: by its technology ("2G/3G/4G"), by columns that mark technologies or count their
/// cells, by other columns of one technology, by channel numbers of several numberings; of one technology, by its list
/// of frequencies, channels or bands. Empty where the row tells of none. Refuses the row where that contradicts itself
/// or is no mark.
Carriers carriers_of(Draft& draft);

/// "2G, 3G", with bands as they are written.
std::string carriers_text(const Carriers& carriers);

/// The entries of a list of carriers' values: "900/1800", "900, 1800"; one entry for a text that is no list.
std::vector<std::string> carrier_entries(const std::string& text);

/// The headers of the columns that say which technologies a row has, where no column of the technology does.
std::string technology_headers_text(const Draft& draft);

}  // namespace phusong::intake
