#include "data/write/forgotten.h"

#include <algorithm>
#include <array>
#include <set>

#include "data/read/encoding.h"
#include "data/read/people_table.h"
#include "data/write/csv_table.h"
#include "data/write/toml_edit.h"
#include "engine/model/failure.h"

namespace data {
namespace {

using engine::Gathering;
using engine::Person;
using Words = std::vector<std::pair<std::string, std::string>>;

constexpr engine::Words kCannotSet{
    "«\u202f{0}\u202f» est écrit dans le fichier d’une façon qui ne peut pas être changée "
    "(personnes dans une liste\u202f?)\u202f; rien n’a changé",
    "\"{0}\" is written in the file in a way that cannot be changed (people inside a list?); "
    "nothing has changed"};

std::optional<std::size_t> place_of(const Gathering& gathering, const std::string& id) {
  for (std::size_t i = 0; i < gathering.people.size(); ++i)
    if (gathering.people[i].id.value == id) return i;
  return {};
}

/// Ids and words that mean something else than people: they are left alone.
std::set<std::string> other_ids(const Gathering& gathering) {
  std::set<std::string> ids;
  const auto add = [&](const auto& rows) {
    for (const auto& row : rows) ids.insert(row.id.value);
  };
  add(gathering.sites);
  add(gathering.rooms);
  add(gathering.equipment);
  add(gathering.sessions);
  add(gathering.rotations);
  for (const auto& rotation : gathering.rotations) add(rotation.stations);
  return ids;
}

Words words_of(const Gathering& gathering, const Person& person, const std::string& stand_in) {
  Words words;
  const auto shared = std::count_if(gathering.people.begin(),
                                    gathering.people.end(),
                                    [&](const Person& p) { return p.name == person.name; });
  // What a namesake is called, too, says nothing about this person.
  if (shared == 1 && !person.name.empty() && other_ids(gathering).count(person.name) == 0) {
    words.emplace_back(person.name, stand_in);
    auto unbroken = person.name;
    for (auto at = unbroken.find(' '); at != unbroken.npos; at = unbroken.find(' ', at))
      unbroken.replace(at, 1, "\u00a0");
    if (unbroken != person.name) words.emplace_back(unbroken, stand_in);
    const auto space = person.name.find(' ');
    if (space != std::string::npos)
      words.emplace_back(person.name.substr(space + 1) + " " + person.name.substr(0, space),
                         stand_in);
  }
  if (!person.email.empty()) words.emplace_back(person.email, "");
  if (!person.phone.empty()) words.emplace_back(person.phone, "");
  return words;
}

/// The text with every quoted string that is an old id changed to the new one.
std::string with_ids(const std::string& text, const std::map<std::string, std::string>& ids) {
  std::string changed;
  for (std::size_t at = 0; at < text.size();) {
    const char quote = text[at];
    const auto end = quote == '"' || quote == '\'' ? text.find(quote, at + 1) : text.npos;
    const bool one_line = end != text.npos && text.find('\n', at) > end;
    const auto found = one_line ? ids.find(text.substr(at + 1, end - at - 1)) : ids.end();
    if (found == ids.end()) {
      changed += text[at++];
      continue;
    }
    changed += quote + found->second + quote;
    at = end + 1;
  }
  return changed;
}

class Eraser {
 public:
  Eraser(const std::vector<SourceFile>& sources, const Forgotten& whom)
      : before_(read_gathering(sources)), sources_(sources), whom_(whom) {}

  [[nodiscard]] std::optional<WithoutPerson> run() {
    const auto place = place_of(before_.gathering, whom_.id);
    if (!place) return {};
    const auto& person = before_.gathering.people[*place];
    words_ = words_of(before_.gathering, person, whom_.stand_in_name);
    if (person.id.where.file == 0)
      clear_in_toml(person);
    else
      clear_in_table(person);
    auto& toml = sources_.front().bytes;
    toml = replaced(decode(toml).text, words_);
    for (std::size_t i = 1; i < sources_.size(); ++i) replace_in_table(sources_[i].bytes);
    auto ids = changed_ids();
    toml = with_ids(toml, ids);
    for (std::size_t i = 1; i < sources_.size(); ++i) change_ids(sources_[i].bytes, ids);
    return WithoutPerson{std::move(sources_), std::move(ids), std::move(words_)};
  }

 private:
  void set(const std::string& key, const std::string& value) {
    auto& toml = sources_.front().bytes;
    auto changed = with_setting(decode(toml).text, {"person", whom_.id, key, value});
    if (!changed) throw engine::Failure(say(kCannotSet, whom_.id));
    toml = std::move(*changed);
  }

  void clear_in_toml(const Person& person) {
    set("name", "\"" + whom_.stand_in_name + "\"");
    if (!person.organisation.empty()) set("organisation", "\"\"");
    if (!person.email.empty()) set("email", "\"\"");
    if (!person.phone.empty()) set("phone", "\"\"");
    if (!person.diet.empty()) set("diet", "\"\"");
    if (!person.needs.empty()) set("needs", "[]");
    if (!is_other_word(whom_.id)) set("id", "\"" + whom_.stand_in_id + "\"");
  }

  [[nodiscard]] bool is_other_word(const std::string& id) const {
    return other_ids(before_.gathering).count(id) != 0;
  }

  void clear_in_table(const Person& person) {
    CsvTable table(sources_.at(person.id.where.file).bytes);
    const auto row = table.row_at(person.id.where.line);
    if (!row) throw engine::Failure(say(kCannotSet, whom_.id));
    for (std::size_t i = 0; i < table.cells(*row); ++i) {
      const auto column =
          i < table.headings().size() ? people_column(table.headings()[i]) : std::nullopt;
      table.set(*row, i, kept(column, table.cell(*row, i)));
    }
    sources_[person.id.where.file].bytes = table.bytes();
  }

  /// What stays of a cell of the person's row.
  [[nodiscard]] std::string kept(std::optional<std::size_t> column, const std::string& cell) const {
    if (!column) return {};
    if (*column == people_columns::Name) return whom_.stand_in_name;
    if (*column == people_columns::Id) return is_other_word(cell) ? cell : whom_.stand_in_id;
    constexpr std::array<std::size_t, 4> kStay{people_columns::Profile,
                                               people_columns::Tags,
                                               people_columns::Available,
                                               people_columns::Site};
    return std::find(kStay.begin(), kStay.end(), *column) == kStay.end() ? "" : cell;
  }

  void replace_in_table(std::string& bytes) const {
    CsvTable table(bytes);
    bool changed = false;
    for (std::size_t row = 0; row < table.size(); ++row)
      for (std::size_t i = 0; i < table.cells(row); ++i) {
        auto text = replaced(table.cell(row, i), words_);
        if (text == table.cell(row, i)) continue;
        table.set(row, i, std::move(text));
        changed = true;
      }
    if (changed) bytes = table.bytes();
  }

  /// Where ids come from names, a namesake's may have changed with this one.
  [[nodiscard]] std::map<std::string, std::string> changed_ids() const {
    const auto after = read_gathering(sources_).gathering;
    std::map<std::string, std::string> ids;
    if (after.people.size() != before_.gathering.people.size())
      throw engine::Failure(say(kCannotSet, whom_.id));
    for (std::size_t i = 0; i < after.people.size(); ++i) {
      const auto& old = before_.gathering.people[i].id.value;
      if (old != after.people[i].id.value && !is_other_word(old))
        ids.emplace(old, after.people[i].id.value);
    }
    return ids;
  }

  static void change_ids(std::string& bytes, const std::map<std::string, std::string>& ids) {
    CsvTable table(bytes);
    bool changed = false;
    for (std::size_t row = 0; row < table.size(); ++row)
      for (std::size_t i = 0; i < table.cells(row); ++i) {
        const auto found = ids.find(table.cell(row, i));
        if (found == ids.end()) continue;
        table.set(row, i, found->second);
        changed = true;
      }
    if (changed) bytes = table.bytes();
  }

  Reading before_;
  std::vector<SourceFile> sources_;
  const Forgotten& whom_;
  Words words_;
};

}  // namespace

std::optional<WithoutPerson> without_person(const std::vector<SourceFile>& sources,
                                            const Forgotten& person) {
  return Eraser(sources, person).run();
}

std::string replaced(std::string text, const Words& words) {
  const auto is_letter = [&](std::size_t at) {
    if (at >= text.size()) return false;
    const auto c = static_cast<unsigned char>(text[at]);
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
  };
  for (const auto& [old, other] : words)
    for (auto at = text.find(old); at != text.npos; at = text.find(old, at + 1)) {
      if ((at > 0 && is_letter(at - 1)) || is_letter(at + old.size())) continue;
      text.replace(at, old.size(), other);
      at += other.size();
    }
  return text;
}

}  // namespace data
