#include "data/write/exports/formats.h"

#include <array>

namespace data {

std::span<const ExportFormat> export_formats() {
  static constexpr std::array<ExportFormat, 8> kFormats{{
      {"ics",
       {"agenda (iCalendar), pour un téléphone ou une messagerie",
        "calendar (iCalendar), for a telephone or a mail program"},
       true,
       true,
       ics_export},
      {"csv",
       {"tableau, une ligne par session ou station", "table, one row per session or station"},
       false,
       false,
       csv_export},
      {"xlsx",
       {"classeur\u00a0: jour, salles, personnes, rotations",
        "workbook: day, rooms, people, rotations"},
       false,
       false,
       xlsx_export},
      {"html",
       {"page à lire sans réseau, avec recherche", "page to read offline, with a search"},
       true,
       false,
       html_export},
      {"json",
       {"le plan entier, pour un programme", "the whole plan, for a program"},
       false,
       false,
       json_export},
      {"schedule.xml",
       {"applications de conférence\u00a0: Giggity, EventFahrplan, pyfahrplan…",
        "conference apps: Giggity, EventFahrplan, pyfahrplan …"},
       false,
       false,
       schedule_xml_export},
      {"schedule.json",
       {"les mêmes, et les écrans d’information", "the same, and information screens"},
       false,
       false,
       schedule_json_export},
      {"toml",
       {"la rencontre avec débuts et salles fixés, pour l’équipe",
        "the gathering with starts and rooms set, for the team"},
       false,
       false,
       toml_export,
       toml_tables},
  }};
  return kFormats;
}

}  // namespace data
