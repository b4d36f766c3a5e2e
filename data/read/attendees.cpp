#include "data/read/attendees.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>

#include "data/read/attendee_headings.h"
#include "data/read/csv.h"
#include "data/read/encoding.h"
#include "data/read/people_table.h"
#include "data/read/table.h"
#include "engine/model/failure.h"
#include "engine/model/fold.h"

namespace data {
namespace {

namespace heading = attendee_headings;

using engine::BadRequest;
using engine::say;
using engine::Words;

constexpr Words kNoTable{
    "{0}\u00a0: ce n’est pas un tableau CSV (texte, colonnes séparées par , ; ou tabulation)",
    "{0}: this is no CSV table (text, columns separated by , ; or tabs)"};
constexpr Words kNoKind{
    "{0}\u00a0: les en-têtes ne disent pas ce que c’est ({1}). Dites-le avec --as pretix, "
    "helloasso, "
    "framadate, people, wishes ou registrations",
    "{0}: the headings do not tell what it is ({1}). Say so with --as pretix, helloasso, "
    "framadate, "
    "people, wishes or registrations"};
constexpr Words kMissing{"{0}\u00a0: il manque une colonne «\u202f{1}\u202f»",
                         "{0}: a column \"{1}\" is missing"};
constexpr Words kNoName{"pas de nom", "no name"};
constexpr Words kStatus{"commande «\u202f{0}\u202f»", "order \"{0}\""};
constexpr Words kNoRank{"«\u202f{0}\u202f» n’est pas un rang", "\"{0}\" is no rank"};
constexpr Words kEmptyCell{"la cellule «\u202f{0}\u202f» est vide", "the cell \"{0}\" is empty"};

std::string text_of_file(const std::string& bytes, const std::string& name) {
  auto decoded = decode(bytes);
  auto text = std::move(decoded.text);
  if (engine::fold(text.substr(0, 4)) == "sep=") {  // Excel's own hint, no heading
    const auto end = text.find('\n');
    text.erase(0, end == text.npos ? text.size() : end + 1);
  }
  if (text.find_first_not_of(" \t\r\n") == text.npos) throw BadRequest(say(kNoTable, name));
  return text;
}

/// The delimiter that makes the most cells.
char delimiter_of(const std::string& text) {
  char best = ',';
  std::size_t most = 0;
  for (const char delimiter : {',', ';', '\t'}) {
    const auto cells = first_row(text, delimiter).size();
    if (cells > most) best = delimiter;
    most = std::max(most, cells);
  }
  return best;
}

ImportKind guess(const std::vector<CsvCell>& headings, const std::string& name) {
  std::set<std::string> plain;
  std::string list;
  for (const auto& heading : headings) {
    plain.insert(plain_heading(heading.text));
    list += (list.empty() ? "" : ", ") + heading.text;
  }
  const auto any = [&](std::initializer_list<const char*> words) {
    return std::any_of(
        words.begin(), words.end(), [&](const char* word) { return plain.count(word) != 0; });
  };
  const auto is_people = [](const CsvCell& cell) {
    return people_column(cell.text) == people_columns::Name;
  };
  if (any({"nom participant", "prenom participant"})) return ImportKind::HelloAsso;
  if (any({"order code", "code de commande", "attendee name", "nom du participant"}))
    return ImportKind::Pretix;
  if (any({"rank", "rang", "ordre", "voeu"})) return ImportKind::Wishes;
  if (any({"session", "seance", "atelier"}) &&
      any({"person", "personne", "participant", "participante"}))
    return ImportKind::Registrations;
  if (std::any_of(headings.begin(), headings.end(), is_people)) return ImportKind::People;
  if (headings.size() > 1 && headings.front().text.empty()) return ImportKind::Framadate;
  throw BadRequest(say(kNoKind, name, list));
}

class ListReader {
 public:
  ListReader(const std::string& text, std::optional<ImportKind> as, const std::string& name)
      : text_(text), reader_(text, delimiter_of(text)), name_(name) {
    std::vector<CsvCell> headings;
    if (!reader_.next(headings)) throw BadRequest(say(kNoTable, name));
    imported_.kind = as ? *as : guess(headings, name);
    for (std::size_t i = 0; i < headings.size(); ++i) {
      const auto& text_of_heading = headings[i].text;
      const auto field = heading::field_of(text_of_heading, imported_.kind);
      if (field)
        places_.emplace(*field, i);  // of two columns of a name the first one counts
      else if (!text_of_heading.empty() && imported_.kind != ImportKind::Framadate)
        imported_.unknown.push_back(text_of_heading);
    }
  }

  [[nodiscard]] Imported read() {
    switch (imported_.kind) {
      case ImportKind::Wishes:
      case ImportKind::Registrations:
        read_links();
        break;
      case ImportKind::Framadate:
        imported_.poll = text_;
        break;
      default:
        read_people();
    }
    return std::move(imported_);
  }

 private:
  [[nodiscard]] bool has(std::size_t field) const { return places_.count(field) != 0; }

  [[nodiscard]] std::string cell(std::size_t field) const {
    const auto place = places_.find(field);
    if (place == places_.end() || place->second >= row_.size()) return {};
    return row_[place->second].text;
  }

  void require(std::initializer_list<std::size_t> fields, std::string_view called) const {
    if (std::none_of(fields.begin(), fields.end(), [&](std::size_t field) { return has(field); }))
      throw BadRequest(say(kMissing, name_, called));
  }

  void leave_out(engine::Text why) {
    imported_.left_out.push_back({row_.front().line, std::move(why)});
  }

  void read_people() {
    require({heading::Full, heading::Last, heading::kPeopleFields + people_columns::Name},
            imported_.kind == ImportKind::HelloAsso ? "Nom participant"
            : imported_.kind == ImportKind::Pretix  ? "Attendee name"
                                                    : "nom");
    while (reader_.next(row_)) read_person();
    drop_shared_mails();
  }

  void read_person() {
    const auto status = engine::fold(cell(heading::Status));
    const bool valid = imported_.kind == ImportKind::HelloAsso
                           ? status.empty() || status.rfind("valid", 0) == 0
                           : status.rfind("cancel", 0) != 0 && status.rfind("annul", 0) != 0 &&
                                 status.rfind("expir", 0) != 0;
    if (!valid) return leave_out(say(kStatus, cell(heading::Status)));
    Newcomer one;
    one.line = row_.front().line;
    take_name(one);
    if (one.person.name.empty()) return leave_out(say(kNoName));
    take_fields(one);
    if (const auto order = cell(heading::Order); !order.empty()) ++places_of_order_[order];
    orders_.push_back(cell(heading::Order));
    order_mails_.push_back(mail_of_order(one));
    imported_.people.push_back(std::move(one));
  }

  [[nodiscard]] std::string people_cell(std::size_t column) const {
    return cell(heading::kPeopleFields + column);
  }

  void take_name(Newcomer& one) const {
    one.first = has(heading::First) ? cell(heading::First) : people_cell(people_columns::FirstName);
    one.last = cell(heading::Last);
    if (one.last.empty() && !one.first.empty() && !has(heading::Full))
      one.last = people_cell(people_columns::Name);
    auto full = cell(heading::Full);
    if (full.empty() && one.first.empty() && one.last.empty())
      full = people_cell(people_columns::Name);
    const bool both = !one.first.empty() && !one.last.empty();
    one.person.name = !full.empty() ? full : one.first + (both ? " " : "") + one.last;
  }

  void take_fields(Newcomer& one) const {
    auto& person = one.person;
    person.id.value = people_cell(people_columns::Id);
    const auto either = [&](heading::Field field, std::size_t column) {
      const auto text = cell(field);
      return text.empty() ? people_cell(column) : text;
    };
    person.organisation = either(heading::Firm, people_columns::Organisation);
    person.email = either(heading::Mail, people_columns::Email);
    person.phone = either(heading::Telephone, people_columns::Phone);
    person.profile = people_cell(people_columns::Profile);
    person.diet = people_cell(people_columns::Diet);
    person.tags = pieces(people_cell(people_columns::Tags));
    person.needs = pieces(people_cell(people_columns::Needs));
  }

  static std::vector<std::string> pieces(const std::string& text) {
    std::vector<std::string> list;
    for (std::size_t from = 0; from <= text.size();) {
      const auto end = std::min(text.find('|', from), text.size());
      const auto first = text.find_first_not_of(' ', from);
      if (first < end) {
        const auto last = text.find_last_not_of(' ', end - 1);
        list.push_back(text.substr(first, last - first + 1));
      }
      from = end + 1;
    }
    return list;
  }

  /// The order's e-mail, where it may be this person's.
  [[nodiscard]] std::string mail_of_order(const Newcomer& one) const {
    if (imported_.kind != ImportKind::HelloAsso) return cell(heading::OrderMail);
    const bool payer = engine::fold(cell(heading::PayerFirst)) == engine::fold(one.first) &&
                       engine::fold(cell(heading::PayerLast)) == engine::fold(one.last);
    return payer ? cell(heading::OrderMail) : "";
  }

  void drop_shared_mails() {
    for (std::size_t i = 0; i < imported_.people.size(); ++i) {
      auto& person = imported_.people[i].person;
      const auto places = places_of_order_.find(orders_[i]);
      const bool alone = places == places_of_order_.end() || places->second == 1 ||
                         imported_.kind == ImportKind::HelloAsso;
      if (person.email.empty() && alone) person.email = order_mails_[i];
    }
  }

  void read_links() {
    const bool wishes = imported_.kind == ImportKind::Wishes;
    require({heading::Who}, "person");
    if (wishes) require({heading::Station}, "station");
    if (wishes) require({heading::Rank}, "rank");
    // In a list of registrations "atelier" names the session.
    if (!wishes) require({heading::Item, heading::Station}, "session");
    while (reader_.next(row_)) {
      ImportedLink link{
          cell(heading::Who), cell(heading::Item), cell(heading::Station), 0, row_.front().line};
      if (!wishes && link.item.empty()) std::swap(link.item, link.station);
      if (link.person.empty()) {
        leave_out(say(kEmptyCell, "person"));
        continue;
      }
      const auto rank = cell(heading::Rank);
      const auto* end = rank.data() + rank.size();
      if (wishes && (std::from_chars(rank.data(), end, link.rank).ptr != end || link.rank < 1)) {
        leave_out(say(kNoRank, rank));
        continue;
      }
      imported_.links.push_back(std::move(link));
    }
  }

  const std::string& text_;
  CsvReader reader_;
  const std::string& name_;
  std::map<std::size_t, std::size_t> places_;  ///< field to column
  std::vector<CsvCell> row_;
  std::map<std::string, int> places_of_order_;
  std::vector<std::string> orders_;  ///< per newcomer
  std::vector<std::string> order_mails_;
  Imported imported_;
};

}  // namespace

std::span<const ImportKindRow> import_kinds() {
  static constexpr auto kRows = std::to_array<ImportKindRow>({
      {ImportKind::Pretix,
       "pretix",
       {"personnes inscrites par une billetterie pretix", "attendees of a pretix ticket shop"}},
      {ImportKind::HelloAsso,
       "helloasso",
       {"personnes inscrites par une billetterie HelloAsso",
        "attendees of a HelloAsso ticket shop"}},
      {ImportKind::Framadate,
       "framadate",
       {"réponses à un sondage Framadate", "answers to a Framadate poll"}},
      {ImportKind::People, "people", {"une liste de personnes", "a list of people"}},
      {ImportKind::Wishes,
       "wishes",
       {"des vœux\u00a0: person,rotation,station,rank", "wishes: person,rotation,station,rank"}},
      {ImportKind::Registrations,
       "registrations",
       {"des inscriptions\u00a0: person,session", "registrations: person,session"}},
  });
  return kRows;
}

Imported read_import(const std::string& bytes,
                     std::optional<ImportKind> as,
                     const std::string& name) {
  const auto text = text_of_file(bytes, name);
  return ListReader(text, as, name).read();
}

}  // namespace data
