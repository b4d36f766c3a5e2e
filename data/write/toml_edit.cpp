#include "data/write/toml_edit.h"

#include <algorithm>
#include <array>
#include <utility>

#include "data/write/toml_statements.h"

namespace data {
namespace {

/// Keys of one part: [first, last) of the statements after its header.
struct Part {
  std::size_t first = 0;
  std::size_t last = 0;
};

class Editor {
 public:
  explicit Editor(std::string_view text)
      : text_(text),
        newline_(text.find("\r\n") == text.npos ? "\n" : "\r\n"),
        statements_(statements_of(text)) {}

  [[nodiscard]] std::optional<std::string> set(const engine::Setting& setting) const {
    const auto part = find(setting);
    const bool may_be_new =
        setting.table == "rules" || setting.table == "room" || setting.table == "day";
    if (!part && may_be_new && !setting.value.empty()) return added(setting);
    if (!part) return {};
    if (written_apart(*part, setting)) return {};
    for (const auto& key : {setting.key, twin(setting.key)})
      for (auto i = part->first; i < part->last; ++i)
        if (statements_[i].name == key) return replaced(statements_[i], setting);
    if (setting.value.empty()) return std::string(text_);
    const auto at = part->first < part->last ? statements_[id_row(*part)].line_end
                                             : statements_[part->first - 1].line_end;
    const bool ended = at == 0 || text_[at - 1] == '\n';
    return std::string(text_.substr(0, at)) + (ended ? "" : newline_) + line(setting) +
           std::string(text_.substr(at));
  }

 private:
  /// The other key of which only one may be there: that for one, or for several.
  static std::string twin(const std::string& key) {
    constexpr std::array<std::pair<const char*, const char*>, 2> kTwins{
        {{"room", "rooms"}, {"start", "starts"}}};
    for (const auto& [one, several] : kTwins) {
      if (key == one) return several;
      if (key == several) return one;
    }
    return key;
  }

  [[nodiscard]] std::string line(const engine::Setting& setting) const {
    return setting.key + " = " + setting.value + newline_;
  }

  [[nodiscard]] std::string replaced(const Statement& old, const engine::Setting& setting) const {
    if (setting.value.empty())
      return std::string(text_.substr(0, old.begin)) + std::string(text_.substr(old.line_end));
    const auto gap = text_.substr(old.name_end, old.value_begin - old.name_end);
    const auto name = old.name == setting.key
                          ? std::string(text_.substr(old.begin, old.name_end - old.begin))
                          : setting.key;
    return std::string(text_.substr(0, old.begin)) + name + std::string(gap) + setting.value +
           std::string(text_.substr(old.value_end));
  }

  [[nodiscard]] std::string added(const engine::Setting& setting) const {
    auto text = std::string(text_);
    if (!text.empty() && text.back() != '\n') text += newline_;
    text += newline_;
    if (setting.table == "rules") return text + "[rules]" + newline_ + line(setting);
    const auto id = setting.table == "day" ? "date = " + setting.id : "id = \"" + setting.id + "\"";
    return text + "[[" + setting.table + "]]" + newline_ + id + newline_ + line(setting);
  }

  [[nodiscard]] Part part_after(std::size_t header) const {
    Part part{header + 1, header + 1};
    while (part.last < statements_.size() && !statements_[part.last].header) ++part.last;
    return part;
  }

  [[nodiscard]] std::string value(Part part, std::string_view key) const {
    for (auto i = part.first; i < part.last; ++i)
      if (statements_[i].name == key)
        return unquoted(text_.substr(statements_[i].value_begin,
                                     statements_[i].value_end - statements_[i].value_begin));
    return {};
  }

  [[nodiscard]] std::size_t id_row(Part part) const {
    for (auto i = part.first; i < part.last; ++i)
      if (statements_[i].name == "id" || statements_[i].name == "date") return i;
    return part.last - 1;
  }

  [[nodiscard]] std::optional<Part> find(const engine::Setting& setting) const {
    constexpr std::array<std::string_view, 3> kOnce{"rules", "gathering", "calendar"};
    const bool once = std::find(kOnce.begin(), kOnce.end(), setting.table) != kOnce.end();
    const auto id_key = setting.table == "day"    ? "date"
                        : setting.table == "poll" ? "session"
                                                  : "id";
    std::string parent;
    for (std::size_t i = 0; i < statements_.size(); ++i) {
      if (!statements_[i].header) continue;
      const auto part = part_after(i);
      if (statements_[i].name == "rotation") parent = value(part, "id") + "/";
      if (statements_[i].name != setting.table) continue;
      const auto prefix = setting.table == "rotation.station" ? parent : std::string();
      const auto id = setting.table == "travel" ? value(part, "from") + "/" + value(part, "to")
                                                : prefix + value(part, id_key);
      if (once || id == setting.id) return part;
    }
    return {};
  }

  /// As `team.speaker = …` or a part [session.team].
  [[nodiscard]] bool written_apart(Part part, const engine::Setting& setting) const {
    for (auto i = part.first; i < part.last; ++i)
      if (statements_[i].name.starts_with(setting.key + ".")) return true;
    const auto name = setting.table + "." + setting.key;
    for (auto i = part.last; i < statements_.size(); ++i) {
      if (!statements_[i].header) continue;
      if (statements_[i].name == setting.table) break;
      if (statements_[i].name == name || statements_[i].name.starts_with(name + ".")) return true;
    }
    return false;
  }

  std::string_view text_;
  std::string newline_;
  Statements statements_;
};

}  // namespace

std::optional<std::string> with_setting(std::string_view text, const engine::Setting& setting) {
  return Editor(text).set(setting);
}

}  // namespace data
