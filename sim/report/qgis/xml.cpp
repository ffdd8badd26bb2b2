#include "sim/report/qgis/xml.h"

#include <algorithm>
#include <pugixml.hpp>
#include <sstream>

namespace phusong::report {
namespace {

std::string without_control_characters(std::string_view text) {
  std::string clean(text);
  const auto is_control = [](char c) {
    return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t' && c != '\r';
  };
  std::ranges::replace_if(clean, is_control, ' ');
  return clean;
}

}  // namespace

pugi::xml_node add_element(pugi::xml_node parent, const char* name, XmlAttributes attributes) {
  pugi::xml_node element = parent.append_child(name);
  for (const auto& [key, value] : attributes)
    element.append_attribute(key) = without_control_characters(value).c_str();
  return element;
}

pugi::xml_node add_text_element(pugi::xml_node parent, const char* name, std::string_view text) {
  pugi::xml_node element = parent.append_child(name);
  element.text() = without_control_characters(text).c_str();
  return element;
}

QgisDocument::QgisDocument() : document_(std::make_unique<pugi::xml_document>()) {
  document_->append_child(pugi::node_doctype).set_value("qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'");
  document_->append_child("qgis").append_attribute("version") = "3.22.0";
}

QgisDocument::~QgisDocument() = default;
QgisDocument::QgisDocument(QgisDocument&&) noexcept = default;
QgisDocument& QgisDocument::operator=(QgisDocument&&) noexcept = default;

pugi::xml_node QgisDocument::root() const {
  return document_->child("qgis");
}

std::string QgisDocument::text() const {
  std::ostringstream text;
  document_->save(text, " ", pugi::format_indent | pugi::format_no_declaration);
  return text.str();
}

QgisDocument style_document(std::string_view categories) {
  QgisDocument document;
  document.root().append_attribute("styleCategories") = std::string(categories).c_str();
  return document;
}

}  // namespace phusong::report
