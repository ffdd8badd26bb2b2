#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace pugi {
class xml_document;
class xml_node;
}  // namespace pugi

namespace phusong::report {

/// Attributes in the order in which they are written.
using XmlAttributes = std::initializer_list<std::pair<const char*, std::string_view>>;

/// Appends an element. Control characters, which XML cannot hold, become blanks.
pugi::xml_node add_element(pugi::xml_node parent, const char* name, XmlAttributes attributes = {});
/// Appends an element with a text.
pugi::xml_node add_text_element(pugi::xml_node parent, const char* name, std::string_view text);

/// A document of QGIS: a style (.qml) or a project.
class QgisDocument {
 public:
  QgisDocument();
  ~QgisDocument();
  QgisDocument(QgisDocument&&) noexcept;
  QgisDocument& operator=(QgisDocument&&) noexcept;

  /// The element <qgis>.
  pugi::xml_node root() const;
  std::string text() const;

 private:
  std::unique_ptr<pugi::xml_document> document_;
};

/// A document for a style that sets these categories, "Symbology|Labeling".
QgisDocument style_document(std::string_view categories);

}  // namespace phusong::report
