#include "gis/workbook/package.h"

#include <cpl_vsi.h>

#include <memory>

#include "gis/gdal_support.h"

namespace phusong::gis::workbook {
namespace {

struct FileCloser {
  void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};

std::string_view without_prefix(std::string_view name) {
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

/// "xl/_rels/workbook.xml.rels" for "xl/workbook.xml".
std::string relationships_of(const std::filesystem::path& part) {
  return (part.parent_path() / "_rels" / (part.filename().string() + ".rels")).string();
}

}  // namespace

std::optional<std::string> Package::bytes_of(const std::string& part) const {
  const GdalMessages silent;
  const std::string place = "/vsizip/{" + path_.string() + "}/" + part;
  const std::unique_ptr<VSILFILE, FileCloser> file(VSIFOpenL(place.c_str(), "rb"));
  if (file == nullptr) return std::nullopt;
  std::string content, block(1 << 20, '\0');
  while (const std::size_t count = VSIFReadL(block.data(), 1, block.size(), file.get()))
    content.append(block, 0, count);
  return content;
}

bool Package::read(const std::string& part, pugi::xml_document& document) const {
  const std::optional<std::string> bytes = bytes_of(part);
  return bytes && document.load_buffer(bytes->data(), bytes->size(), pugi::parse_default | pugi::parse_ws_pcdata);
}

std::map<std::string, RelatedPart> Package::related_parts(const std::string& part) const {
  std::map<std::string, RelatedPart> parts;
  pugi::xml_document document;
  if (!read(relationships_of(part), document)) return parts;
  for (const pugi::xml_node& relationship : document.document_element().children()) {
    const std::string target(attribute(relationship, "Target"));
    const std::filesystem::path whole = target.starts_with('/') ? std::filesystem::path(target.substr(1))
                                                                : std::filesystem::path(part).parent_path() / target;
    const std::string_view type = attribute(relationship, "Type");
    parts.emplace(attribute(relationship, "Id"),
                  RelatedPart{whole.lexically_normal().string(), std::string(type.substr(type.rfind('/') + 1))});
  }
  return parts;
}

std::string_view local_name(const pugi::xml_node& node) {
  return without_prefix(node.name());
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_node& one : node.children())
    if (local_name(one) == name) return one;
  return {};
}

std::string_view attribute(const pugi::xml_node& node, std::string_view name) {
  for (const pugi::xml_attribute& one : node.attributes())
    if (without_prefix(one.name()) == name) return one.value();
  return {};
}

std::string text_below(const pugi::xml_node& node) {
  std::string text;
  for (const pugi::xml_node& one : node.children()) {
    if (local_name(one) == "t") text += one.child_value();
    if (local_name(one) == "r") text += text_below(one);
  }
  return text;
}

}  // namespace phusong::gis::workbook
