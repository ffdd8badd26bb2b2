#include "sim/report/comparison/compared_run_reader.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "gis/problem.h"
#include "sim/report/comparison/stored_values.h"

namespace phusong::report {
namespace {

using StoredObject = nlohmann::ordered_json;

constexpr int kKnownFormat = 1;
constexpr const char* kTotalsFile = "kpi.json";

std::vector<network::Technology> technologies_in(const StoredObject& kpi) {
  std::vector<network::Technology> technologies;
  for (const StoredObject& name : kpi.at("technologies")) {
    if (const auto technology = network::technology_from_name(name.get<std::string>()))
      technologies.push_back(*technology);
  }
  return technologies;
}

analysis::ComparedArea area_in(const StoredObject& json, const std::vector<std::string>* operators) {
  analysis::ComparedArea area{
      .province = stored_text_of(json, "province"),
      .district = stored_text_of(json, "district"),
      .commune = stored_text_of(json, "commune"),
      .figures = stored_figures(json, {"hamlets", "population", "fixed_broadband_hamlets", "smartphone_share"}),
      .coverage = {}};
  for (const auto& [operator_name, services] : json.at("coverage").items()) {
    if (operators != nullptr && std::ranges::count(*operators, operator_name) == 0) continue;
    for (const auto& [service, figures] : services.items()) {
      analysis::ServiceValues values{operator_name, service, {}};
      for (const auto& [name, value] : figures.items())
        values.values.emplace_back(name, value.template get<double>());
      area.coverage.push_back(std::move(values));
    }
  }
  for (const StoredObject& target : json.at("targets")) {
    area.targets.push_back(
        {stored_text_of(target, "kind"), stored_figures(target, {"share", "needed", "reached", "hamlets_missing"})});
  }
  return area;
}

std::vector<analysis::ComparedArea> areas_in(const StoredObject& list, const std::vector<std::string>& operators) {
  std::vector<analysis::ComparedArea> areas;
  for (const StoredObject& area : list)
    areas.push_back(area_in(area, &operators));
  return areas;
}

void read_settings(const StoredRun& run, analysis::ComparedRun& compared) {
  const StoredObject& manifest = run.manifest();
  compared.version = stored_text_of(manifest, "version");
  compared.instruction_set = stored_text_of(manifest, "instruction_set");
  compared.working_crs = stored_text_of(manifest, "working_crs");
  for (const auto& [key, value] : manifest.at("options").items())
    compared.options.emplace_back(key, value.dump());
  for (const StoredObject& input : manifest.at("inputs")) {
    compared.inputs.push_back(
        {stored_text_of(input, "role"), stored_text_of(input, "path"), stored_text_of(input, "sha256")});
  }
}

/// The totals of kpi.json into `compared`.
void read_areas(const StoredObject& kpi, const ComparedReading& reading, analysis::ComparedRun& compared) {
  compared.scenario = stored_text_of(kpi, "scenario");
  compared.title = stored_text_of(kpi, "title");
  compared.main_operator = main_operator_of(kpi);
  compared.operators = kpi.at("operators").get<std::vector<std::string>>();
  compared.technologies = technologies_in(kpi);
  compared.total = area_in(kpi.at("total"), nullptr);
  compared.provinces = areas_in(kpi.at("provinces"), reading.area_operators);
  compared.districts = areas_in(kpi.at("districts"), reading.area_operators);
  compared.communes = areas_in(kpi.at("communes"), reading.area_operators);
}

}  // namespace

StoredObject stored_totals(const StoredRun& run) {
  StoredObject kpi = run.json(kTotalsFile);
  const StoredObject format = kpi.is_object() && kpi.contains("format") ? kpi["format"] : StoredObject();
  if (format != kKnownFormat) {
    gis::fail(run.path_of(kTotalsFile).string(),
              fmt::format("has format {}, and this version of phusong knows format {} alone; make the run again, or "
                          "compare with the version that wrote it",
                          format.dump(), kKnownFormat));
  }
  return kpi;
}

std::string main_operator_of(const StoredObject& totals) {
  return stored_text_of(totals, "operator");
}

analysis::ComparedRun read_compared_run(const StoredRun& run, const StoredObject& totals,
                                        const ComparedReading& reading) {
  try {
    analysis::ComparedRun compared;
    read_settings(run, compared);
    read_areas(totals, reading, compared);
    compared.hamlets = read_compared_hamlets(run, compared.technologies, compared.operators);
    compared.plan = read_compared_plan(run, reading.crs);
    compared.sunset = read_compared_sunset(run);
    compared.resilience = read_compared_resilience(run);
    compared.uncertainty = read_compared_uncertainty(run);
    return compared;
  } catch (const StoredObject::exception& error) {
    gis::fail(run.folder().string(), fmt::format("has a JSON file that is not as a run writes it ({}); make the run "
                                                 "again",
                                                 error.what()));
  }
}

}  // namespace phusong::report
