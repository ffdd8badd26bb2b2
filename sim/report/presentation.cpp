#include "sim/report/presentation.h"

#include "sim/report/page/page_file.h"
#include "sim/report/qgis/project.h"
#include "sim/report/workbook.h"

namespace phusong::report {

std::string language_of(const StoredRun& run) {
  return run.text_option("report.language") == "en" ? "en" : "vi";
}

void write_presentation(const StoredRun& run, const std::string& language) {
  const std::string chosen = language.empty() ? language_of(run) : language;
  write_page(run, chosen, run.path_of(kPageFile));
  write_workbook(run, chosen);
  write_project(run, chosen);
}

bool presentation_exists(const std::filesystem::path& run_folder) {
  return exists(run_folder / kPageFile) && exists(run_folder / kWorkbookFile) && exists(run_folder / kProjectFile);
}

}  // namespace phusong::report
