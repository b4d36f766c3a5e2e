/// A small gathering and its plan, for the tests of exports.
#pragma once

#include <chrono>
#include <string>
#include <vector>

#include "data/write/exports/formats.h"
#include "tests/support/sample_plan.h"

namespace tests {

inline const std::string kIdentity = "00112233445566778899aabbccddeeff";

/// 2025-02-10 12:00:07 UTC, and so many hours later.
inline engine::Instant made_after(int hours) {
  return engine::Instant{std::chrono::seconds{1739188807} + std::chrono::hours{hours}};
}

inline engine::Person person(const std::string& id, const std::string& name) {
  engine::Person person;
  person.id.value = id;
  person.name = name;
  person.email = id + "@secret.example";
  person.phone = "+33 6 00 00 00 00";
  person.needs = {"fauteuil"};
  person.diet = "végane";
  return person;
}

/// What sample_plan() is a plan of. Names are awkward on purpose.
inline engine::Gathering sample_gathering() {
  engine::Gathering g;
  g.name = "Journée, « café »; suite";
  g.timezone = "Europe/Paris";
  engine::Site site;
  site.id.value = "mairie";
  site.name = "Mairie";
  site.address = "1, place de l’Église; Valbrise";
  site.latitude = 46.5;
  site.longitude = -1.25;
  g.sites = {site};
  for (const auto* id : {"grande", "petite"}) {
    engine::Room room;
    room.id.value = id;
    room.name = std::string(id) == "grande" ? "Grande salle" : "Petite salle";
    room.site.value = "mairie";
    room.capacity.value = 20;
    g.rooms.push_back(room);
  }
  g.people = {person("ana", "Ana Roux"),
              person("bo", "Bo \"B\" Li"),
              person("chloé", "Chloé Œuvrard"),
              person("dé", "=Dé Zhou")};
  const auto session = [](const char* id, const char* title, const char* format) {
    engine::Session s;
    s.id.value = id;
    s.title = title;
    s.format.value = format;
    return s;
  };
  g.sessions = {session("accueil", "Accueil", "welcome"),
                session("table-ronde", "Table ronde : faire, défaire; refaire", "round-table")};
  engine::Rotation hats;
  hats.id.value = "chapeaux";
  hats.title = "Six chapeaux";
  hats.format.value = "six-hats";
  hats.stations.resize(2);
  hats.stations[0].id.value = "bleu";
  hats.stations[0].title = "Chapeau bleu";
  hats.stations[1].id.value = "vert";
  hats.stations[1].title = "Chapeau vert";
  g.rotations = {hats};
  return g;
}

/// Versions of a plan as exports get them; version n is made n hours after noon.
class Versions {
 public:
  explicit Versions(engine::Gathering gathering = sample_gathering())
      : gathering_(std::move(gathering)) {}

  void add(engine::Plan plan) {
    plan.version = static_cast<int>(plans_.size()) + 1;
    plans_.push_back(std::move(plan));
  }

  [[nodiscard]] std::string write(std::string (*format)(const data::ExportSource&),
                                  const data::CalendarOf& whose = {},
                                  engine::Language language = engine::Language::Fr,
                                  bool names = true) const {
    std::vector<data::ExportedVersion> list;
    for (const auto& plan : plans_) list.push_back({gathering_, plan, made_after(plan.version)});
    return format({.versions = list,
                   .document = kIdentity,
                   .language = language,
                   .names = names,
                   .whose = whose});
  }

 private:
  engine::Gathering gathering_;
  std::vector<engine::Plan> plans_;
};

inline Versions sample_versions() {
  Versions versions;
  versions.add(sample_plan());
  return versions;
}

}  // namespace tests
