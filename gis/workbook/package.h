#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace phusong::gis::workbook {

/// A part that another refers to.
struct RelatedPart {
  std::string part;
  std::string type;  ///< "worksheet", "styles", …: the end of the type's address
};

/// The parts of an Office Open XML file (ECMA-376), which is a zip archive of XML documents.
class Package {
 public:
  explicit Package(const std::filesystem::path& path) : path_(path) {}

  /// Fills `document` with a part such as "xl/workbook.xml"; false where there is none, or it is no XML.
  bool read(const std::string& part, pugi::xml_document& document) const;
  /// The parts that a part refers to, by the ids that it uses for them (ECMA-376-2, 9.3).
  std::map<std::string, RelatedPart> related_parts(const std::string& part) const;

 private:
  std::optional<std::string> bytes_of(const std::string& part) const;

  std::filesystem::path path_;
};

/// An element's name without the prefix of its namespace, which writers choose as they like.
std::string_view local_name(const pugi::xml_node& node);
/// The first child of that name; an empty node where there is none.
pugi::xml_node child(const pugi::xml_node& node, std::string_view name);
/// The value of an attribute, whatever prefix it has; empty where there is none.
std::string_view attribute(const pugi::xml_node& node, std::string_view name);
/// All text in elements "t" below a node, but for that of phonetic guides.
std::string text_below(const pugi::xml_node& node);

}  // namespace phusong::gis::workbook
