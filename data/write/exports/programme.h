/// A plan as one list of happenings with the names people use, as every export tells it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "engine/model/directory.h"
#include "engine/model/gathering.h"
#include "engine/plan/plan.h"

namespace data {

/// One session, or one station in one round. Points into the plan.
struct Happening {
  engine::Minute start = 0;
  engine::Minute end = 0;
  std::string item;           ///< id of the session or rotation
  std::string title;          ///< of the item
  std::string format;         ///< its key
  int round = -1;             ///< of a rotation, from 0; -1 for a session
  int rounds = 0;             ///< how many the rotation has
  std::string station;        ///< id; empty for a session
  std::string station_title;  ///< likewise
  std::string room;           ///< id; empty: none
  const std::vector<engine::RoleHolders>* team = nullptr;
  const std::vector<std::string>* participants = nullptr;
};

/// A role as people call it, and the names of those who hold it.
struct NamedRole {
  std::string role;
  std::vector<std::string> names;
};

/// Points into the gathering and the plan, which must outlive it.
class Programme {
 public:
  /// Without `names` nobody is named: teams() is empty and person() gives the id.
  Programme(const engine::Gathering& gathering,
            const engine::Plan& plan,
            engine::Language language,
            bool names);

  [[nodiscard]] const engine::Gathering& gathering() const { return gathering_; }
  [[nodiscard]] engine::Language language() const { return language_; }
  [[nodiscard]] bool names() const { return names_; }
  /// By start, then end, then in the order of the plan.
  [[nodiscard]] const std::vector<Happening>& happenings() const { return happenings_; }

  /// "Six chapeaux · tour 2"; the round is left out where there is one only.
  [[nodiscard]] std::string round_title(const Happening& one) const;
  /// The same with the station: "Six chapeaux · tour 2 · Ce qui existe".
  [[nodiscard]] std::string full_title(const Happening& one) const;

  [[nodiscard]] std::string person(std::string_view id) const;
  [[nodiscard]] std::string room(std::string_view id) const;
  /// nullptr for a room nobody knows.
  [[nodiscard]] const engine::Site* site_of(std::string_view room) const;
  /// The name of a site, its id where it has none.
  [[nodiscard]] static std::string site_name(const engine::Site& site);
  /// Room, site and address with commas between; empty for no room.
  [[nodiscard]] std::string place(std::string_view room) const;
  /// "Table ronde": the format as people call it.
  [[nodiscard]] std::string format_name(std::string_view key) const;
  [[nodiscard]] std::string role_name(const std::string& role) const;
  /// Roles that somebody holds; empty without names.
  [[nodiscard]] std::vector<NamedRole> team(const Happening& one) const;
  /// The titles of the phases of the item, with their minutes.
  [[nodiscard]] const std::vector<engine::Phase>& phases(const Happening& one) const;

 private:
  void add_sessions(const engine::Plan& plan);
  void add_rotations(const engine::Plan& plan);

  const engine::Gathering& gathering_;
  engine::Language language_;
  bool names_;
  engine::Directory directory_;
  std::vector<Happening> happenings_;
};

}  // namespace data
