#include "tests/gis/small_workbook.h"

#include <cpl_vsi.h>
#include <fmt/format.h>

namespace phusong::tests {
namespace {

constexpr const char* kPackageTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr const char* kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
constexpr const char* kRelationships = "http://schemas.openxmlformats.org/package/2006/relationships";

std::string relationship(const std::string& id, const std::string& type, const std::string& target) {
  return fmt::format(R"(<Relationship Id="{}" Type="{}{}" Target="{}"/>)", id, kPackageTypes, type, target);
}

std::string relationships(const std::string& content) {
  return fmt::format(R"(<Relationships xmlns="{}">{}</Relationships>)", kRelationships, content);
}

constexpr const char* kStyles =
    R"(<numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy;@"/></numFmts>)"
    R"(<cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="2"/><xf numFmtId="164"/></cellXfs>)";

}  // namespace

void write_part(const std::string& archive, const std::string& part, const std::string& content) {
  VSILFILE* const file = VSIFOpenL((archive + "/" + part).c_str(), "wb");
  VSIFWriteL(content.data(), 1, content.size(), file);
  VSIFCloseL(file);
}

void write_workbook(const std::filesystem::path& path, const std::vector<SmallSheet>& sheets,
                    const std::string& after_sheets) {
  // The archive stays open as long as this handle does, so that its parts can be written one after another.
  const std::string archive = "/vsizip/{" + path.string() + "}";
  VSILFILE* const whole = VSIFOpenL(archive.c_str(), "wb");
  std::string entries, parts = relationship("rId0", "styles", "styles.xml");
  for (std::size_t i = 0; i < sheets.size(); ++i) {
    const std::string number = std::to_string(i + 1);
    const std::string state = sheets[i].state.empty() ? "" : " state=\"" + sheets[i].state + "\"";
    entries +=
        "<sheet name=\"" + sheets[i].name + "\" sheetId=\"" + number + "\"" + state + " r:id=\"rId" + number + "\"/>";
    parts += relationship("rId" + number, "worksheet", fmt::format("worksheets/sheet{}.xml", number));
    write_part(archive, fmt::format("xl/worksheets/sheet{}.xml", number),
               fmt::format("<worksheet xmlns=\"{}\"><sheetData>{}</sheetData>{}</worksheet>", kMain, sheets[i].rows,
                           sheets[i].after_rows));
  }
  write_part(archive, "_rels/.rels", relationships(relationship("rId1", "officeDocument", "xl/workbook.xml")));
  write_part(archive, "xl/workbook.xml",
             fmt::format("<workbook xmlns=\"{}\" "
                         "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                         "<sheets>{}</sheets>{}</workbook>",
                         kMain, entries, after_sheets));
  write_part(archive, "xl/_rels/workbook.xml.rels", relationships(parts));
  write_part(archive, "xl/styles.xml", fmt::format("<styleSheet xmlns=\"{}\">{}</styleSheet>", kMain, kStyles));
  VSIFCloseL(whole);
}

std::string text_row(int number, const std::vector<std::string>& texts) {
  std::string row = "<row r=\"" + std::to_string(number) + "\">";
  for (const std::string& text : texts)
    row += "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
  return row + "</row>";
}

}  // namespace phusong::tests
