#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "gis/input_note.h"
#include "sim/scenario/scenario.h"

namespace phusong::report {

/// A file that the scenario names as it is named there, where `file` is the folder with that name after it:
/// "tables/sites.xlsx (sheet Trạm)". So a note does not depend on where the folder lies.
std::string name_in(const std::filesystem::path& folder, const std::string& file);

/// "FILE: what was noticed", in Vietnamese for "vi", in English else.
std::string text_of(const gis::InputNote& note, const std::filesystem::path& folder, std::string_view language);

/// The notes of a scenario's inputs in the language of its report: those that say how the inputs were taken, and those
/// that warn of lost data.
std::vector<std::string> input_note_texts(const scenario::Scenario& scenario);
std::vector<std::string> input_warning_texts(const scenario::Scenario& scenario);

}  // namespace phusong::report
