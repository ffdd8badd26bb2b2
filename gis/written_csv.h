#pragma once

#include <filesystem>

#include "gis/vector_writer.h"

namespace phusong::gis {

/// A table that write_csv() wrote, its values as they were: a text is a text also where it looks like a number, a
/// number has the decimals that it was written with, an empty field is nothing. Throws InputError where the file is
/// absent or another program has changed its form.
OutputTable read_written_csv(const std::filesystem::path& path, CsvStyle style);

}  // namespace phusong::gis
