#include "data/write/merged.h"

#include <algorithm>
#include <set>

#include "data/read/table.h"
#include "data/write/merged_files.h"
#include "data/write/merged_people.h"
#include "data/write/merged_poll.h"
#include "engine/model/fold.h"
#include "engine/model/nearest.h"

namespace data {
namespace {

using engine::Gathering;
using engine::say;
using engine::Words;
using Kind = ImportNote::Kind;

constexpr Words kWish{"{0}\u00a0: {1}, rang {2}", "{0}: {1}, rank {2}"};
constexpr Words kRegistration{"{0}\u00a0: {1}", "{0}: {1}"};
constexpr Words kUnknown{"«\u202f{0}\u202f» n’est pas dans la rencontre",
                         "\"{0}\" is not in the gathering"};
constexpr Words kUnknownNear{
    "«\u202f{0}\u202f» n’est pas dans la rencontre\u202f; peut-être «\u202f{1}\u202f»\u202f?",
    "\"{0}\" is not in the gathering; maybe \"{1}\"?"};
constexpr Words kSeveral{"il y a plusieurs «\u202f{0}\u202f»\u00a0: donnez l’identifiant",
                         "there are several \"{0}\": give the id"};
constexpr Words kWhichRotation{
    "de quelle rotation\u202f? Ajoutez une colonne «\u202frotation\u202f»",
    "of which rotation? Add a column \"rotation\""};

/// A row by id, or else by its name; `label` gives the name.
template <class Row, class Label>
const Row* find(const std::vector<Row>& rows,
                const std::string& word,
                Label label,
                engine::Text& why) {
  std::vector<const Row*> named;
  std::vector<std::string_view> known;
  for (const auto& row : rows) {
    if (row.id.value == word) return &row;
    if (engine::fold(label(row)) == engine::fold(word) ||
        engine::fold(row.id.value) == engine::fold(word))
      named.push_back(&row);
    known.push_back(row.id.value);
    known.push_back(label(row));
  }
  if (named.size() == 1) return named.front();
  const auto near = engine::nearest(word, known);
  why = named.size() > 1 ? say(kSeveral, word)
        : near           ? say(kUnknownNear, word, *near)
                         : say(kUnknown, word);
  return nullptr;
}

/// Wishes or registrations of an imported list taken into the table they belong to.
class LinkMerger {
 public:
  LinkMerger(const Reading& gathering, const Imported& imported, Merged& out)
      : gathering_(gathering.gathering),
        wishes_(imported.kind == ImportKind::Wishes),
        out_(out),
        merged_(gathering,
                wishes_ ? "wishes" : "registrations",
                wishes_ ? std::vector<std::string>{"person", "rotation", "station", "rank"}
                        : std::vector<std::string>{"person", "session"}) {
    for (std::size_t i = 0; i < table().headings().size(); ++i) place(i);
  }

  void take(const ImportedLink& link) {
    engine::Text why;
    const auto name = [](const auto& row) -> const std::string& { return row.name; };
    const auto* person = find(gathering_.people, link.person, name, why);
    std::vector<std::string> row;
    if (person != nullptr && wishes_) row = wish(*person, link, why);
    if (person != nullptr && !wishes_) row = registration(*person, link, why);
    if (row.empty())
      note(Kind::LeftOut, link, std::move(why));
    else
      put(row, link);
  }

  void finish() {
    if (changed_) merged_.put(out_.sources);
  }

 private:
  CsvTable& table() { return merged_.table(); }

  void place(std::size_t column) {
    const auto plain = plain_heading(table().headings()[column]);
    const auto is = [&](std::initializer_list<const char*> words) {
      return std::find(words.begin(), words.end(), plain) != words.end();
    };
    if (is({"person", "personne", "participant", "participante", "identifiant", "id"}))
      columns_[0] = column;
    if (is({"rotation", "tours", "session", "seance"}) || (!wishes_ && is({"atelier"})))
      columns_[1] = column;
    if (is({"station", "poste", "theme"}) || (wishes_ && is({"atelier"}))) columns_[2] = column;
    if (is({"rank", "rang", "ordre", "voeu"})) columns_[3] = column;
  }

  void note(Kind kind, const ImportedLink& link, engine::Text text) {
    out_.notes.push_back({kind, link.line, std::move(text)});
  }

  std::vector<std::string> wish(const engine::Person& person,
                                const ImportedLink& link,
                                engine::Text& why) const {
    const auto title = [](const auto& row) -> const std::string& { return row.title; };
    const auto* rotation = only_choice();
    if (link.item.empty() && rotation == nullptr) why = say(kWhichRotation);
    if (!link.item.empty()) rotation = find(gathering_.rotations, link.item, title, why);
    if (rotation == nullptr) return {};
    const auto* station = find(rotation->stations, link.station, title, why);
    if (station == nullptr) return {};
    return {person.id.value, rotation->id.value, station->id.value, std::to_string(link.rank)};
  }

  std::vector<std::string> registration(const engine::Person& person,
                                        const ImportedLink& link,
                                        engine::Text& why) const {
    const auto title = [](const auto& row) -> const std::string& { return row.title; };
    const auto* session = find(gathering_.sessions, link.item, title, why);
    if (session == nullptr) return {};
    return {person.id.value, session->id.value};
  }

  [[nodiscard]] const engine::Rotation* only_choice() const {
    const engine::Rotation* only = nullptr;
    for (const auto& rotation : gathering_.rotations) {
      if (rotation.pattern.value != engine::Pattern::Choice) continue;
      if (only != nullptr) return nullptr;
      only = &rotation;
    }
    return only;
  }

  [[nodiscard]] bool has(const std::vector<std::string>& row) {
    for (std::size_t i = 0; i < table().size(); ++i) {
      bool same = true;
      for (std::size_t c = 0; c < row.size(); ++c)
        same = same && table().cell(i, columns_[c]) == row[c];
      if (same) return true;
    }
    return false;
  }

  void put(const std::vector<std::string>& row, const ImportedLink& link) {
    if (wishes_) drop_earlier(row);
    if (has(row)) {
      ++out_.unchanged;
      return;
    }
    const auto at = table().add_row();
    for (std::size_t c = 0; c < row.size(); ++c) table().set(at, columns_[c], row[c]);
    changed_ = true;
    note(Kind::Added,
         link,
         wishes_ ? say(kWish, row[0], row[2], row[3]) : say(kRegistration, row[0], row[1]));
  }

  /// The list tells a person's wishes of a rotation anew: a rank or station given otherwise before
  /// goes when its person is met.
  void drop_earlier(const std::vector<std::string>& row) {
    for (std::size_t i = table().size(); i-- > 0;) {
      if (table().cell(i, columns_[0]) != row[0] || table().cell(i, columns_[1]) != row[1])
        continue;
      const bool same_station = table().cell(i, columns_[2]) == row[2];
      const bool same_rank = table().cell(i, columns_[3]) == row[3];
      if (same_station == same_rank) continue;  // the same wish, or another one
      table().remove_row(i);
      changed_ = true;
    }
  }

  const Gathering& gathering_;
  bool wishes_;
  Merged& out_;
  MergedTable merged_;
  std::size_t columns_[4] = {0, 1, 2, 3};
  bool changed_ = false;
};

}  // namespace

Merged merged(const Reading& gathering, const Imported& imported) {
  Merged out;
  out.sources = gathering.sources;
  for (const auto& one : imported.left_out) out.notes.push_back({Kind::LeftOut, one.line, one.why});
  if (imported.kind == ImportKind::Wishes || imported.kind == ImportKind::Registrations) {
    LinkMerger merger(gathering, imported, out);
    for (const auto& link : imported.links) merger.take(link);
    merger.finish();
  } else if (imported.kind == ImportKind::Framadate) {
    merge_poll(gathering, imported, out);
  } else {
    merge_people(gathering, imported, out);
  }
  std::stable_sort(out.notes.begin(), out.notes.end(), [](const auto& a, const auto& b) {
    return a.line < b.line;
  });
  return out;
}

}  // namespace data
