#pragma once

#include <memory>
#include <string>

// PROJ's own names for its opaque types, so that proj.h stays inside the .cpp files.
struct pj_ctx;
struct PJconsts;

namespace phusong::gis {

struct ProjContextDeleter {
  void operator()(pj_ctx* context) const;
};
struct ProjObjectDeleter {
  void operator()(PJconsts* object) const;
};
using ProjContext = std::unique_ptr<pj_ctx, ProjContextDeleter>;
using ProjObject = std::unique_ptr<PJconsts, ProjObjectDeleter>;

/// A context that prints nothing.
ProjContext make_proj_context();

/// A CRS from anything PROJ reads; a PROJ string may leave out "+type=crs".
/// Throws std::invalid_argument naming the definition when PROJ does not know it.
ProjObject make_crs(pj_ctx* context, const std::string& definition);

}  // namespace phusong::gis
