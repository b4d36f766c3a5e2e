#include "data/write/exports/html_assets.h"

namespace data {

const std::string_view kPageStyle = R"css(
:root {
  color-scheme: light dark;
  --page: #ffffff;
  --card: #f4f5f7;
  --ink: #1a1c20;
  --faint: #50545c;
  --line: #82878f;
  --accent: #0a5c6b;
  --gone: #9c1c1c;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #15171a;
    --card: #202328;
    --ink: #eceef1;
    --faint: #b4b9c1;
    --line: #7b818a;
    --accent: #86cfdd;
    --gone: #ff9d94;
  }
}
* { box-sizing: border-box; }
html { font: 100%/1.5 system-ui, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
body { margin: 0 auto; max-width: 60rem; padding: 1rem; background: var(--page); color: var(--ink); }
a { color: var(--accent); }
a:focus-visible, input:focus-visible, select:focus-visible, button:focus-visible,
summary:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { position: static; }
h1 { font-size: 1.8rem; line-height: 1.2; margin: 0.5rem 0; }
h2 { font-size: 1.3rem; margin: 2rem 0 0.5rem; border-bottom: 2px solid var(--line); }
h3 { font-size: 1.05rem; margin: 0; }
p { margin: 0.15rem 0; }
.faint { color: var(--faint); }
ul, ol { margin: 0.25rem 0; padding-left: 1.25rem; }
.plain { list-style: none; padding: 0; }
.item { display: grid; grid-template-columns: 7.5rem 1fr; gap: 0 1rem; padding: 0.6rem 0.75rem;
  margin: 0.5rem 0; background: var(--card); border-left: 4px solid var(--accent); }
.when { font-variant-numeric: tabular-nums; font-weight: 600; white-space: nowrap; }
.gone { border-left-color: var(--gone); }
.gone h3 span { text-decoration: line-through; }
.gone strong { color: var(--gone); }
nav ul { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; list-style: none; padding: 0; }
form { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: end; margin: 1rem 0; }
label { display: grid; font-weight: 600; }
input, select, button { font: inherit; font-weight: 400; padding: 0.35rem 0.5rem; min-height: 2.75rem; max-width: 100%;
  color: var(--ink); background: var(--page); border: 1px solid var(--line); border-radius: 4px; }
.station { margin-top: 0.5rem; }
.path { margin: 0.5rem 0; }
.path li { font-variant-numeric: tabular-nums; }
[hidden] { display: none !important; }
@media (max-width: 34rem) { .item { grid-template-columns: 1fr; } }
@media print {
  :root { --page: #ffffff; --card: #ffffff; --ink: #000000; --faint: #333333; --accent: #000000;
    --gone: #000000; }
  html { font-size: 10pt; }
  body { max-width: none; padding: 0; }
  nav, form, .skip { display: none; }
  .station, .path { break-inside: avoid; }
  .item { padding: 0.25rem 0.5rem; }
  .paths { columns: 2; column-gap: 2rem; }
  h2, h3 { break-after: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; }
}
)css";

const std::string_view kPageScript = R"js(
(() => {
  "use strict";
  const form = document.getElementById("search");
  if (!form) return;
  const text = document.getElementById("text");
  const who = document.getElementById("who");
  const status = document.getElementById("found");
  const plain = (s) => s.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const has = (node, person) => (" " + (node.dataset.people || "") + " ").includes(" " + person + " ");
  const items = [...document.querySelectorAll(".item")];
  const paths = [...document.querySelectorAll(".path")];
  const words = new Map([...items, ...paths].map((node) => [node, plain(node.textContent)]));
  const apply = () => {
    const wanted = plain(text.value).split(/\s+/).filter(Boolean);
    const person = who ? who.value : "";
    let shown = 0;
    const fits = (node) => wanted.every((word) => words.get(node).includes(word));
    for (const item of items) {
      const there = (!person || has(item, person)) && fits(item);
      item.hidden = !there;
      if (there) ++shown;
      for (const station of item.querySelectorAll(".station"))
        station.hidden = Boolean(person) && !has(station, person);
    }
    for (const path of paths) path.hidden = person ? !has(path, person) : !fits(path);
    for (const day of document.querySelectorAll(".day"))
      day.hidden = !day.querySelector(".item:not([hidden])");
    status.textContent = (shown === 1 ? status.dataset.one : status.dataset.many).replace("#", shown);
  };
  form.hidden = false;
  form.addEventListener("input", apply);
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(apply));
})();
)js";

}  // namespace data
