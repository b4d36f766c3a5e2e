#include "sheets/team/workshop_card.h"

#include <map>
#include <utility>

#include "engine/model/words.h"
#include "sheets/lookup/credits.h"
#include "sheets/lookup/first_names.h"
#include "sheets/lookup/material.h"
#include "sheets/lookup/uses.h"

namespace sheets {
namespace {

bool has_card(const Use& use) {
  if (use.session == nullptr) return false;
  const auto* format = use.format();
  return !use.session->phases.empty() ||
         (format != nullptr && format->layout == engine::SheetLayout::Phases);
}

class Cards {
 public:
  Cards(const engine::Gathering& gathering, const PrintOptions& options)
      : gathering_(gathering), options_(options), directory_(gathering) {}

  [[nodiscard]] std::vector<WorkshopCard> all(const engine::Plan& plan) const {
    std::vector<WorkshopCard> cards;
    for (const auto& use : uses_of(directory_, plan))
      if (has_card(use)) cards.push_back(card(use));
    return cards;
  }

 private:
  [[nodiscard]] WorkshopCard card(const Use& use) const {
    const auto language = options_.language;
    WorkshopCard card;
    card.key = use.item;
    card.title = use.title;
    if (const auto* format = use.format()) {
      card.format = capital(std::string(format->name.in(language)));
      card.layout = std::string(format->room.in(language));
    }
    card.when = date_title(engine::day_of(use.start), language) + ", " +
                engine::clock_text(use.start) + "–" + engine::clock_text(use.end) + " (" +
                engine::spoken_length(use.end - use.start, language) + ")";
    card.room_key = use.room;
    if (!use.room.empty()) card.place = directory_.place(use.room);
    card.goal = use.session->goal;
    for (const auto& credit : credits_of(directory_, *use.team, options_))
      card.team.push_back(credit_line(credit, language));
    for (const auto& holders : *use.team)
      card.team_keys.insert(card.team_keys.end(), holders.people.begin(), holders.people.end());
    card.phases = phases(use);
    card.material = material_of(gathering_, *use.session, card.layout);
    add_people(card, use);
    return card;
  }

  /// Clock times are left out where the phases do not fit the session: a wrong one is worse.
  [[nodiscard]] std::vector<CardPhase> phases(const Use& use) const {
    std::vector<CardPhase> list;
    engine::Minute clock = use.start;
    for (const auto& phase : use.session->phases) {
      list.push_back({engine::clock_text(clock),
                      engine::spoken_length(phase.minutes, options_.language),
                      phase.title,
                      phase.prompt});
      clock += phase.minutes;
    }
    if (clock > use.end)
      for (auto& phase : list) phase.time.clear();
    return list;
  }

  void add_people(WorkshopCard& card, const Use& use) const {
    const auto count = use.participants->size();
    if (count > 0) card.count = people_counted(count).in(options_.language);
    if (options_.no_personal_data) return;
    std::map<std::string, std::string> full;
    for (const auto& key : *use.participants) full[key] = directory_.person_name(key);
    for (auto& entry : first_names(full)) card.names.push_back(std::move(entry.second));
    sort_names(card.names);
  }

  const engine::Gathering& gathering_;
  const PrintOptions& options_;
  Directory directory_;
};

}  // namespace

std::vector<WorkshopCard> workshop_cards_of(const engine::Gathering& gathering,
                                            const engine::Plan& plan,
                                            const PrintOptions& options) {
  return Cards(gathering, options).all(plan);
}

}  // namespace sheets
