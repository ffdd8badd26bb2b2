#pragma once

#include <vector>

#include "sim/intake/tables/draft.h"
#include "sim/intake/tables/import_kind.h"

namespace phusong::intake {

/// Gives the rows without an identifier one that is made of their names, so that the same row has the same one in the
/// next edition of the source: a site its name, a hamlet the names of district, commune and hamlet in plain letters, a
/// cell its site, technology and number there. Rows without the names stay without.
void make_identifiers(std::vector<Draft>& drafts, ImportKind kind);

}  // namespace phusong::intake
