#include "data/read/toml_file.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include <toml++/toml.h>

#include "data/read/toml_errors.h"
#include "data/read/toml_scan.h"

namespace data {
namespace {

using engine::Where;

constexpr engine::Words kNotClosed{"ce qui s’ouvre ici, {0}, n’est pas refermé",
                                   "what opens here, {0}, is not closed"};

/// After so many errors of syntax the rest is not worth another look, and of so large a file each
/// look takes long.
constexpr int kMostErrors = 30;
constexpr std::size_t kLargestRetried = 1'000'000;

class Converter {
 public:
  explicit Converter(std::uint16_t file) : file_(file) {}

  [[nodiscard]] Value convert(const toml::node& node) const {
    Value value;
    value.where = where(node.source());
    if (const auto* table = node.as_table()) return convert_table(*table, std::move(value));
    if (const auto* list = node.as_array()) {
      value.kind = Value::Kind::List;
      value.items.reserve(list->size());
      for (const auto& item : *list) value.items.push_back(convert(item));
      return value;
    }
    return convert_plain(node, std::move(value));
  }

 private:
  [[nodiscard]] Where where(const toml::source_region& source) const {
    return {file_, source.begin.line, source.begin.column};
  }

  [[nodiscard]] Value convert_table(const toml::table& table, Value value) const {
    value.kind = Value::Kind::Table;
    value.entries.reserve(table.size());
    for (const auto& [key, node] : table)
      value.entries.push_back({std::string(key.str()), where(key.source()), convert(node)});
    std::stable_sort(value.entries.begin(),
                     value.entries.end(),
                     [](const Entry& a, const Entry& b) { return a.where < b.where; });
    return value;
  }

  [[nodiscard]] static Value convert_plain(const toml::node& node, Value value) {
    if (const auto* text = node.as_string()) {
      value.kind = Value::Kind::Text;
      value.text = text->get();
    } else if (const auto* whole = node.as_integer()) {
      value.kind = Value::Kind::Whole;
      value.whole = whole->get();
    } else if (const auto* decimal = node.as_floating_point()) {
      value.kind = Value::Kind::Decimal;
      value.decimal = decimal->get();
    } else if (const auto* truth = node.as_boolean()) {
      value.kind = Value::Kind::Truth;
      value.truth = truth->get();
    } else if (const auto* date = node.as_date()) {
      value.kind = Value::Kind::Date;
      set_date(value, date->get());
    } else if (const auto* time = node.as_time()) {
      value.kind = Value::Kind::Clock;
      set_time(value, time->get());
    } else if (const auto* moment = node.as_date_time()) {
      value.kind = moment->get().offset ? Value::Kind::Instant : Value::Kind::Moment;
      set_date(value, moment->get().date);
      set_time(value, moment->get().time);
    }
    return value;
  }

  static void set_date(Value& value, const toml::date& date) {
    value.day = engine::day_from_civil({date.year, date.month, date.day}).value_or(0);
  }

  static void set_time(Value& value, const toml::time& time) {
    value.clock = time.hour * 60 + time.minute;
    value.seconds = time.second != 0 || time.nanosecond != 0;
  }

  std::uint16_t file_;
};

struct SyntaxError {
  Where where;
  std::string description;
};

class Reader {
 public:
  Reader(Scan scan, std::uint16_t file, engine::Diagnostics& diagnostics)
      : scan_(std::move(scan)), file_(file), diagnostics_(diagnostics) {}

  TomlFile run() {
    TomlFile result{{}, !scan_.blanked && scan_.readable, scan_.reported};
    for (int errors = 0; scan_.readable; ++errors) {
      const auto text = scan_.text();
      const auto error = parse(text, result.root);
      if (!error) return result;
      result.whole = false;
      report(*error);
      const bool again = errors < kMostErrors && text.size() < kLargestRetried;
      if (!again || !blank(error->where.line)) return result;
    }
    return result;
  }

 private:
  [[nodiscard]] std::optional<SyntaxError> parse(const std::string& text, Value& root) const {
    try {
      root = Converter(file_).convert(toml::parse(std::string_view(text)));
      return {};
    } catch (const toml::parse_error& error) {
      const auto& begin = error.source().begin;
      return SyntaxError{{file_, begin.line, begin.column}, std::string(error.description())};
    }
  }

  void report(const SyntaxError& error) {
    const auto* line = line_at(error.where.line);
    const auto open = line != nullptr ? line->open : Where{};
    if (open.line > 0) return diagnostics_.error(open, engine::say(kNotClosed, opening(open)));
    auto where = error.where;
    const auto first = line == nullptr ? std::string::npos : line->text.find_first_not_of(" \t");
    if (error.description.find("cannot redefine") != std::string::npos &&
        first != std::string::npos)
      where.column = static_cast<std::uint32_t>(first + 1);
    diagnostics_.error(where,
                       plain_toml_error(error.description, line == nullptr ? "" : line->text));
  }

  /// "[" or "{", whichever was opened there.
  [[nodiscard]] std::string opening(Where open) const {
    const auto& text = scan_.lines[open.line - 1].text;
    std::size_t at = 0;
    for (std::uint32_t column = 1; column < open.column && at < text.size(); ++column) do
        ++at;
      while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0U) == 0x80);
    return at < text.size() ? text.substr(at, 1) : "[";
  }

  [[nodiscard]] const ScannedLine* line_at(std::uint32_t number) const {
    return number >= 1 && number <= scan_.lines.size() ? &scan_.lines[number - 1] : nullptr;
  }

  /// Takes the wrong line out, or the whole part when its heading is wrong. False when the line is
  /// inside something larger: then what follows would only be wrong because of this error.
  bool blank(std::uint32_t number) {
    const auto* wrong = line_at(number);
    if (wrong == nullptr || wrong->open.line > 0 || wrong->blanked) return false;
    const auto after = line_at(number + 1);
    if (after != nullptr && after->open.line > 0) return false;
    const bool part = wrong->header;
    for (auto i = number - 1; i < scan_.lines.size(); ++i) {
      auto& line = scan_.lines[i];
      if (i >= number && (!part || line.header)) break;
      line.text.clear();
      line.blanked = true;
    }
    return true;
  }

  Scan scan_;
  std::uint16_t file_;
  engine::Diagnostics& diagnostics_;
};

}  // namespace

TomlFile read_toml(std::string_view text, std::uint16_t file, engine::Diagnostics& diagnostics) {
  return Reader(scan_toml(text, file, diagnostics), file, diagnostics).run();
}

}  // namespace data
