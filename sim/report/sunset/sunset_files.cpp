#include "sim/report/sunset/sunset_files.h"

#include "gis/output_file.h"
#include "gis/vector_writer.h"
#include "sim/report/sunset/cells_by_period.h"
#include "sim/report/sunset/hamlets_by_period.h"
#include "sim/report/sunset/new_cells_table.h"
#include "sim/report/sunset/schedule_table.h"
#include "sim/report/sunset/sunset_json.h"

namespace phusong::report {

void write_sunset_files(const std::filesystem::path& run_folder, const network::Network& network,
                        const sunset::SunsetOutcome& outcome, const scenario::ReportOptions& report) {
  const gis::CsvStyle csv = report.csv;
  const std::filesystem::path folder = run_folder / "sunset";
  std::filesystem::create_directories(folder);
  gis::write_csv(folder / "schedule.csv", schedule_table(network, outcome), csv);
  gis::write_csv(folder / "new_cells.csv", new_cells_table(network, outcome), csv);
  gis::write_csv(folder / "guard.csv", guard_table(network, outcome), csv);
  write_hamlets_by_period(folder / "hamlets_by_period.csv", network, outcome, csv);
  write_cells_by_period(folder, network, outcome, report.language);
  gis::write_text_file(folder / "sunset.json", sunset_json(network, outcome));
}

bool sunset_files_exist(const std::filesystem::path& run_folder) {
  return std::filesystem::exists(run_folder / "sunset" / "sunset.json");
}

}  // namespace phusong::report
