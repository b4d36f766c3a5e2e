#include "cli/views/views.h"

namespace cli {
namespace {

void write_item(const Screen& screen, const engine::Text& text) {
  paragraph(screen, text.in(screen.language), "  - ");
}

void write_polls(const engine::Series& series, const Screen& screen) {
  if (series.polls.empty()) return;
  heading(screen, said(screen, {"Les dates choisies par sondage", "Dates chosen by poll"}));
  for (const auto& poll : series.polls)
    for (const auto& text : poll.texts) write_item(screen, text);
}

void write_cohorts(const engine::Series& series, const Screen& screen) {
  for (const auto& cohort : series.cohorts) {
    heading(screen, said(screen, {"Qui revient d’une séance à l’autre", "Who comes back"}));
    paragraph(screen, cohort.text.in(screen.language));
    for (const auto& step : cohort.steps) write_item(screen, step.text);
  }
}

template <class Row>
void write_list(const std::vector<Row>& rows, const engine::Words& title, const Screen& screen) {
  if (rows.empty()) return;
  heading(screen, said(screen, title));
  for (const auto& row : rows) write_item(screen, row.text);
}

}  // namespace

void show_series(const engine::Series& series, const Screen& screen) {
  write_polls(series, screen);
  write_list(series.milestones, {"Les décisions", "Decisions"}, screen);
  write_cohorts(series, screen);
  write_list(series.pauses, {"Les longues pauses", "Long pauses"}, screen);
  write_list(
      series.slack, {"La marge de la suite de dates", "Slack of the chain of dates"}, screen);
}

}  // namespace cli
