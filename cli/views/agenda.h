/// A plan as one list: who is expected where, from when to when.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/terminal/screen.h"
#include "engine/model/directory.h"
#include "engine/model/gathering.h"
#include "engine/plan/plan.h"
#include "engine/plan/transport.h"

namespace cli {

/// A plan on its way to the screen, with the gathering it belongs to.
struct Showing {
  Showing(const engine::Gathering& the_gathering,
          const engine::Plan& the_plan,
          const engine::Transport* the_transport = nullptr)
      : gathering(the_gathering),
        plan(the_plan),
        transport(the_transport),
        directory(the_gathering) {}

  const engine::Gathering& gathering;
  const engine::Plan& plan;
  const engine::Transport* transport;  ///< nullptr: what is on the road is not shown
  engine::Directory directory;
};

/// One session, or one station in one round. Points into the plan.
struct Entry {
  engine::Interval time;
  std::string title;    ///< "Accueil"; "Six chapeaux · tour 2"
  std::string station;  ///< "Ce qui existe"; empty for a session
  std::string_view room;
  const std::vector<engine::RoleHolders>* team = nullptr;
  const std::vector<std::string>* participants = nullptr;
};

/// "Six chapeaux · tour 2 · Ce qui existe"
[[nodiscard]] std::string full_title(const Entry& entry);

/// By start, then end, then in the order of the plan.
[[nodiscard]] std::vector<Entry> agenda(const Showing& showing, const Screen& screen);

/// "Six chapeaux · tour 2"; the round is left out where there is one only.
[[nodiscard]] std::string round_title(const Showing& showing,
                                      const Screen& screen,
                                      const engine::PlannedRotation& rotation,
                                      std::size_t round);

/// More than one date in the plan: times alone would not say when.
[[nodiscard]] bool has_many_days(const engine::Plan& plan);

}  // namespace cli
