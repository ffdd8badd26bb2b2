#include "gis/crs_kind.h"

#include <proj.h>

#include <stdexcept>

#include "gis/proj_handles.h"

namespace phusong::gis {
namespace {

/// The horizontal CRS inside a compound one, or inside one with a datum shift bound to it.
ProjObject horizontal(PJ_CONTEXT* context, ProjObject crs) {
  if (proj_get_type(crs.get()) == PJ_TYPE_COMPOUND_CRS) crs.reset(proj_crs_get_sub_crs(context, crs.get(), 0));
  if (proj_get_type(crs.get()) == PJ_TYPE_BOUND_CRS) crs.reset(proj_get_source_crs(context, crs.get()));
  return crs;
}

}  // namespace

bool is_geographic(const std::string& crs) {
  const ProjContext context = make_proj_context();
  const ProjObject object = horizontal(context.get(), make_crs(context.get(), crs));
  const PJ_TYPE type = proj_get_type(object.get());
  if (type == PJ_TYPE_GEOGRAPHIC_2D_CRS || type == PJ_TYPE_GEOGRAPHIC_3D_CRS) return true;
  if (type == PJ_TYPE_PROJECTED_CRS) return false;
  throw std::invalid_argument("CRS '" + crs + "' is neither geographic nor projected");
}

}  // namespace phusong::gis
