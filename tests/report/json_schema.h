#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

namespace phusong::tests {

inline bool has_type(const nlohmann::json& value, const std::string& type) {
  if (type == "integer") return value.is_number_integer();
  if (type == "number") return value.is_number();
  if (type == "string") return value.is_string();
  if (type == "boolean") return value.is_boolean();
  if (type == "array") return value.is_array();
  if (type == "object") return value.is_object();
  return type == "null" && value.is_null();
}

/// The part of JSON Schema that the schemas of the project use; gives the path of the first fault, or nothing.
class JsonValidator {
 public:
  explicit JsonValidator(nlohmann::json schema) : schema_(std::move(schema)) {}
  std::string fault(const nlohmann::json& value) const { return fault(value, schema_, "$"); }

 private:
  nlohmann::json schema_;

  std::string fault(const nlohmann::json& value, const nlohmann::json& rule, const std::string& path) const {
    if (rule.contains("$ref")) return fault(value, schema_.at(nlohmann::json::json_pointer(reference(rule))), path);
    if (rule.contains("type") && !type_holds(value, rule["type"])) return path + ": type";
    if (value.is_object()) return object_fault(value, rule, path);
    if (!value.is_array() || !rule.contains("items")) return "";
    for (const nlohmann::json& item : value) {
      if (std::string found = fault(item, rule["items"], path + "[]"); !found.empty()) return found;
    }
    return "";
  }

  static std::string reference(const nlohmann::json& rule) { return rule["$ref"].get<std::string>().substr(1); }

  static bool type_holds(const nlohmann::json& value, const nlohmann::json& types) {
    if (types.is_string()) return has_type(value, types);
    return std::ranges::any_of(types, [&](const nlohmann::json& type) { return has_type(value, type); });
  }

  std::string object_fault(const nlohmann::json& value, const nlohmann::json& rule, const std::string& path) const {
    for (const nlohmann::json& key : rule.value("required", nlohmann::json::array())) {
      if (!value.contains(key)) return path + ": lacks " + key.get<std::string>();
    }
    for (const auto& [key, member] : value.items()) {
      const nlohmann::json properties = rule.value("properties", nlohmann::json::object());
      const nlohmann::json other = rule.value("additionalProperties", nlohmann::json(false));
      if (!properties.contains(key) && other == nlohmann::json(false))
        return fmt::format("{}: {} is not documented", path, key);
      std::string found =
          fault(member, properties.contains(key) ? properties[key] : other, fmt::format("{}.{}", path, key));
      if (!found.empty()) return found;
    }
    return "";
  }
};

}  // namespace phusong::tests
