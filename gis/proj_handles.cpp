#include "gis/proj_handles.h"

#include <proj.h>

#include <stdexcept>

namespace phusong::gis {

void ProjContextDeleter::operator()(pj_ctx* context) const {
  proj_context_destroy(context);
}

void ProjObjectDeleter::operator()(PJconsts* object) const {
  proj_destroy(object);
}

ProjContext make_proj_context() {
  ProjContext context(proj_context_create());
  proj_log_level(context.get(), PJ_LOG_NONE);
  return context;
}

ProjObject make_crs(pj_ctx* context, const std::string& definition) {
  const bool is_proj_string = definition.find("+proj=") != std::string::npos;
  const bool says_type = definition.find("+type=crs") != std::string::npos;
  const std::string text = is_proj_string && !says_type ? definition + " +type=crs" : definition;
  ProjObject crs(proj_create(context, text.c_str()));
  if (crs == nullptr || !proj_is_crs(crs.get())) throw std::invalid_argument("unknown CRS '" + definition + "'");
  return crs;
}

}  // namespace phusong::gis
