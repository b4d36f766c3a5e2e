#include "data/write/merged_people.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "data/read/encoding.h"
#include "data/read/people_table.h"
#include "data/read/table.h"
#include "data/write/merged_files.h"
#include "data/write/toml_edit.h"
#include "data/write/toml_rows.h"
#include "engine/model/failure.h"
#include "engine/model/fold.h"

namespace data {
namespace {

using engine::Person;
using engine::say;
using engine::Words;
using Kind = ImportNote::Kind;
namespace column = people_columns;

constexpr Words kAdded{"{0}", "{0}"};
constexpr Words kChanged{"{0}\u00a0: {1}", "{0}: {1}"};
constexpr Words kTwoMails{
    "{0} a déjà une autre adresse ({1}, ici {2})\u00a0: la même personne ou une autre\u202f? Rien "
    "n’est fait",
    "{0} has another e-mail already ({1}, here {2}): the same person or another one? Nothing is "
    "done"};
constexpr Words kSeveral{"il y a plusieurs «\u202f{0}\u202f»\u202f: rien n’est fait",
                         "there are several \"{0}\": nothing is done"};
constexpr Words kCannotSet{
    "«\u202f{0}\u202f» est écrit dans le fichier d’une façon qui ne peut pas être changée",
    "\"{0}\" is written in the file in a way that cannot be changed"};

/// A person's fields that a list may fill, as cells of a table.
struct Cells {
  std::size_t column;
  std::string text;
};

std::vector<Cells> cells_of(const Person& person) {
  return {{column::Organisation, person.organisation},
          {column::Profile, person.profile},
          {column::Tags, fmt::format("{}", fmt::join(person.tags, "|"))},
          {column::Email, person.email},
          {column::Phone, person.phone},
          {column::Needs, fmt::format("{}", fmt::join(person.needs, "|"))},
          {column::Diet, person.diet}};
}

struct ColumnName {
  std::size_t column;
  std::string_view key;  ///< in the gathering file
  Words name;
  bool list = false;
};

constexpr ColumnName kNames[] = {
    {column::Id, "id", {"id", "id"}},
    {column::Name, "name", {"nom", "name"}},
    {column::Organisation, "organisation", {"organisme", "organisation"}},
    {column::Profile, "profile", {"profil", "profile"}},
    {column::Tags, "tags", {"étiquettes", "tags"}, true},
    {column::Email, "email", {"courriel", "email"}},
    {column::Phone, "phone", {"téléphone", "phone"}},
    {column::Needs, "needs", {"besoins", "needs"}, true},
    {column::Diet, "diet", {"régime", "diet"}},
};

const ColumnName& name_of(std::size_t wanted) {
  return *std::find_if(std::begin(kNames), std::end(kNames), [&](const ColumnName& row) {
    return row.column == wanted;
  });
}

std::vector<std::string> all_headings(engine::Language language) {
  std::vector<std::string> headings;
  for (const auto& row : kNames) headings.emplace_back(row.name.in(language));
  return headings;
}

/// The parts of a list cell and those of another that it lacks.
std::string united(const std::string& one, const std::string& other) {
  std::string all = one;
  for (std::size_t from = 0; from < other.size();) {
    const auto end = std::min(other.find('|', from), other.size());
    const auto part = other.substr(from, end - from);
    if (("|" + all + "|").find("|" + part + "|") == std::string::npos)
      all += (all.empty() ? "" : "|") + part;
    from = end + 1;
  }
  return all;
}

std::string toml_value(const std::string& text, bool list) {
  if (!list) return toml_text(text);
  std::vector<std::string> parts;
  for (std::size_t from = 0; from < text.size();) {
    const auto end = std::min(text.find('|', from), text.size());
    parts.push_back(toml_text(text.substr(from, end - from)));
    from = end + 1;
  }
  return fmt::format("[{}]", fmt::join(parts, ", "));
}

class PeopleMerger {
 public:
  PeopleMerger(const Reading& gathering, Merged& out)
      : gathering_(gathering.gathering),
        out_(out),
        merged_(gathering, "people", all_headings(gathering.gathering.language)) {
    for (const auto& person : gathering_.people) {
      known_.push_back({person, row_of(person)});
      ids_.insert(person.id.value);
    }
    for (std::size_t i = 0; i < table().headings().size(); ++i)
      if (const auto found = people_column(table().headings()[i]))
        if (place(*found) == kNone) places_.push_back({*found, i});
  }

  void take(const Newcomer& one) {
    const auto* same = find(one);
    if (same == nullptr && unclear_) return;
    if (same == nullptr)
      add(one);
    else
      change(known_[static_cast<std::size_t>(same - known_.data())], one);
  }

  void finish() {
    if (table_changed_) merged_.put(out_.sources);
  }

 private:
  static constexpr std::size_t kNone = SIZE_MAX;

  struct Known {
    Person person;
    std::size_t row = kNone;  ///< of the table; none: written in the gathering file
  };

  CsvTable& table() { return merged_.table(); }

  [[nodiscard]] std::size_t row_of(const Person& person) {
    if (merged_.file() == 0 || person.id.where.file != merged_.file()) return kNone;
    return table().row_at(person.id.where.line).value_or(kNone);
  }

  [[nodiscard]] std::size_t place(std::size_t wanted) const {
    for (const auto& [column, place] : places_)
      if (column == wanted) return place;
    return kNone;
  }

  void note(Kind kind, const Newcomer& one, engine::Text text) {
    out_.notes.push_back({kind, one.line, std::move(text)});
  }

  /// nullptr for somebody new, and where it is unclear (then noted).
  [[nodiscard]] const Known* find(const Newcomer& one) {
    unclear_ = false;
    if (!one.person.id.value.empty())
      for (const auto& known : known_)
        if (known.person.id.value == one.person.id.value) return &known;
    const auto key = name_key(one.person.name);
    std::vector<const Known*> named;
    for (const auto& known : known_)
      if (name_key(known.person.name) == key) named.push_back(&known);
    // Another id in the list says that this is another person of the name.
    if (named.empty() || !one.person.id.value.empty()) return nullptr;
    const auto mail = engine::fold(one.person.email);
    for (const auto* known : named)
      if (!mail.empty() && engine::fold(known->person.email) == mail) return known;
    if (named.size() == 1 && (mail.empty() || named[0]->person.email.empty())) return named[0];
    unclear_ = true;
    note(Kind::Unclear,
         one,
         named.size() > 1
             ? say(kSeveral, one.person.name)
             : say(kTwoMails, one.person.name, named[0]->person.email, one.person.email));
    return nullptr;
  }

  void add(const Newcomer& one) {
    Known known{one.person, table().add_row()};
    table_changed_ = true;
    if (known.person.id.value.empty()) known.person.id.value = id_of_name(one.person.name, ids_);
    ids_.insert(known.person.id.value);
    if (place(column::Id) != kNone) set(known, column::Id, known.person.id.value);
    const bool apart = place(column::FirstName) != kNone && !one.first.empty() && !one.last.empty();
    if (apart) set(known, column::FirstName, one.first);
    set(known, column::Name, apart ? one.last : one.person.name);
    for (const auto& [column, text] : cells_of(one.person))
      if (!text.empty()) set(known, column, text);
    known_.push_back(std::move(known));
    note(Kind::Added, one, say(kAdded, one.person.name));
  }

  void change(Known& known, const Newcomer& one) {
    std::vector<std::string> changed[2];
    const auto before = cells_of(known.person);
    const auto after = cells_of(one.person);
    for (std::size_t i = 0; i < after.size(); ++i) {
      const auto& name = name_of(after[i].column);
      const auto text = name.list ? united(before[i].text, after[i].text) : after[i].text;
      if (text.empty() || text == before[i].text) continue;
      set(known, after[i].column, text);
      remember(known.person, after[i].column, one.person);
      changed[0].emplace_back(name.name.fr);
      changed[1].emplace_back(name.name.en);
    }
    if (changed[0].empty()) {
      ++out_.unchanged;
      return;
    }
    const engine::Text fields{fmt::format("{}", fmt::join(changed[0], ", ")),
                              fmt::format("{}", fmt::join(changed[1], ", "))};
    note(Kind::Changed, one, say(kChanged, known.person.name, fields));
  }

  /// So that the next line about the same person is compared with what is known by then.
  static void remember(Person& person, std::size_t column, const Person& from) {
    if (column == column::Organisation) person.organisation = from.organisation;
    if (column == column::Profile) person.profile = from.profile;
    if (column == column::Email) person.email = from.email;
    if (column == column::Phone) person.phone = from.phone;
    if (column == column::Diet) person.diet = from.diet;
    if (column == column::Tags)
      person.tags.insert(person.tags.end(), from.tags.begin(), from.tags.end());
    if (column == column::Needs)
      person.needs.insert(person.needs.end(), from.needs.begin(), from.needs.end());
  }

  void set(const Known& known, std::size_t column, const std::string& text) {
    if (known.row == kNone) {
      set_in_toml(known.person.id.value, name_of(column), text);
      return;
    }
    auto at = place(column);
    if (at == kNone) {
      at = table().add_column(std::string(name_of(column).name.in(gathering_.language)));
      places_.push_back({column, at});
    }
    table().set(known.row, at, text);
    table_changed_ = true;
  }

  void set_in_toml(const std::string& id, const ColumnName& name, const std::string& text) {
    auto& toml = out_.sources.front().bytes;
    auto changed = with_setting(decode(toml).text,
                                {"person", id, std::string(name.key), toml_value(text, name.list)});
    if (!changed) throw engine::Failure(say(kCannotSet, id));
    toml = std::move(*changed);
  }

  const engine::Gathering& gathering_;
  Merged& out_;
  MergedTable merged_;
  std::vector<Known> known_;
  std::set<std::string> ids_;
  std::vector<std::pair<std::size_t, std::size_t>> places_;  ///< people column to column
  bool table_changed_ = false;
  bool unclear_ = false;
};

}  // namespace

void merge_people(const Reading& gathering, const Imported& imported, Merged& out) {
  PeopleMerger merger(gathering, out);
  for (const auto& one : imported.people) merger.take(one);
  merger.finish();
}

}  // namespace data
