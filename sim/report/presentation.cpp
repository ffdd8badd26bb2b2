#include "sim/report/presentation.h"

#include "sim/report/page/page_file.h"

namespace phusong::report {

std::string language_of(const StoredRun& run) {
  return run.text_option("report.language") == "en" ? "en" : "vi";
}

void write_presentation(const StoredRun& run, const std::string& language) {
  write_page(run, language.empty() ? language_of(run) : language, run.path_of(kPageFile));
}

bool presentation_exists(const std::filesystem::path& run_folder) {
  return exists(run_folder / kPageFile);
}

}  // namespace phusong::report
