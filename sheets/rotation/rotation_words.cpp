#include "sheets/rotation/rotation_words.h"

#include "engine/model/words.h"

namespace sheets {
namespace {

using engine::Pattern;
using engine::say;
using engine::Text;
using engine::Words;

const Words& gait(const engine::Rotation& rotation) {
  static constexpr Words kSplit{"en groupes, au même moment", "in groups, at the same time"};
  static constexpr Words kCarousel{"chaque groupe passe d’une étape à la suivante",
                                   "each group goes from one station to the next"};
  static constexpr Words kHostsMove{"chaque groupe garde sa place, l’animation change",
                                    "each group keeps its place, the hosts go round"};
  static constexpr Words kRemix{"de nouveaux groupes à chaque tour", "new groups every round"};
  static constexpr Words kChoice{"on va d’un atelier à l’autre selon ses vœux",
                                 "people go from one workshop to another by their wishes"};
  static constexpr Words kFree{"on circule librement", "people stroll at will"};
  switch (rotation.pattern.value) {
    case Pattern::Split:
      return kSplit;
    case Pattern::Carousel:
      return rotation.hosts_move ? kHostsMove : kCarousel;
    case Pattern::Remix:
      return kRemix;
    case Pattern::Choice:
      return kChoice;
    case Pattern::Free:
      return kFree;
  }
  return kFree;
}

}  // namespace

Text how_it_goes(const engine::Rotation& rotation) {
  if (rotation.rounds.value == 1) return say({"{0}", "{0}"}, gait(rotation));
  const auto minutes = rotation.minutes.value;
  const auto length = engine::spoken_length(minutes);
  return say({"{0} {0:tour|tours} de {1}, {2}", "{0} {0:round|rounds} of {1}, {2}"},
             rotation.rounds.value,
             length,
             gait(rotation));
}

Text what_a_host_does(const engine::Rotation& rotation) {
  if (rotation.hosts_move)
    return say(
        {"Les groupes gardent leur place\u00a0: c’est vous qui changez de salle ou de table.",
         "The groups keep their places: you are the one who moves."});
  switch (rotation.pattern.value) {
    case Pattern::Split:
      return say({"Votre groupe reste avec vous jusqu’à la fin.",
                  "Your group stays with you until the end."});
    case Pattern::Carousel:
      return say({"Vous restez en place\u00a0: chaque tour amène un autre groupe, entier.",
                  "You stay where you are: each round brings another whole group."});
    case Pattern::Remix:
      return say({"Vous restez en place\u00a0: à chaque tour, le groupe est nouveau.",
                  "You stay where you are: the group is new every round."});
    case Pattern::Choice:
      return say(
          {"Vous restez en place\u00a0: à chaque tour viennent les personnes qui ont choisi "
           "votre atelier.",
           "You stay where you are: each round brings the people who chose your workshop."});
    case Pattern::Free:
      return say({"Vous restez en place\u00a0: le public circule comme il veut.",
                  "You stay where you are: people come and go as they like."});
  }
  return {};
}

Text what_to_say(const engine::Rotation& rotation, const std::string& next) {
  if (next.empty())
    return rotation.rounds.value == 1
               ? say({"«\u202fMerci à tout le groupe, nous avons terminé.\u202f»",
                      "“Thank you all, we have finished.”"})
               : say({"«\u202fMerci à tout le monde, c’était le dernier tour.\u202f»",
                      "“Thank you all, this was the last round.”"});
  if (rotation.hosts_move)
    return say({"«\u202fMerci\u202f! Restez ici, une autre personne arrive à {0}.\u202f»",
                "“Thank you! Stay here, someone else comes at {0}.”"},
               next);
  switch (rotation.pattern.value) {
    case Pattern::Carousel:
      return say({"«\u202fMerci\u202f! Allez ensemble à l’étape suivante, reprise à {0}.\u202f»",
                  "“Thank you! Go on together, we start again at {0}.”"},
                 next);
    case Pattern::Choice:
      return say({"«\u202fMerci\u202f! Rejoignez votre prochain atelier, reprise à {0}.\u202f»",
                  "“Thank you! Go to your next workshop, we start at {0}.”"},
                 next);
    case Pattern::Free:
      return say({"«\u202fChangez de table si vous voulez, reprise à {0}.\u202f»",
                  "“Change tables if you like, we start again at {0}.”"},
                 next);
    case Pattern::Split:
    case Pattern::Remix:
      return say({"«\u202fOn change\u202f! À votre prochaine table, reprise à {0}.\u202f»",
                  "“Time to switch! To your next table, we start at {0}.”"},
                 next);
  }
  return {};
}

Text what_to_say_before_a_break(const Text& next) {
  return say({"«\u202fMerci\u202f! La rotation reprend {0}.\u202f»",
              "“Thank you! The rotation goes on {0}.”"},
             next);
}

}  // namespace sheets
