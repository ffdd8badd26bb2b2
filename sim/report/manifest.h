#pragma once

#include <string>

#include "gis/terrain.h"
#include "sim/report/run_data.h"

namespace phusong::report {

/// What decides a run's results, as JSON: program, version, instruction set, inputs with their sha256, options
/// with all defaults. Two runs with the same identity give the same bytes. Throws gis::InputError where an input can
/// no longer be read.
std::string run_identity(const scenario::Scenario& scenario);

/// manifest.json: the identity, then counts and warnings. It has no times, no thread count, nothing of the machine.
std::string manifest_json(const std::string& identity, const RunData& run, const gis::Terrain& terrain);

/// The identity that a manifest holds.
std::string identity_of_manifest(const std::string& manifest);

}  // namespace phusong::report
