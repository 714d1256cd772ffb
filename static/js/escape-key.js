/* For people who press Escape by habit: the key can be turned off, for this tab alone, and the bar on every page then says so.
   quick-exit.js hands the choice on to the next page of this tab and to nothing else, so that nobody after them meets a dead key. */
const root = document.documentElement;

function turn(to) {
  root.dataset.key = to;
  const said = document.querySelector("[data-escape-said]");
  if (said) said.textContent = said.dataset[to];
  else document.querySelector(".exit [data-leave]").focus();
}

try {
  sessionStorage.getItem("keyOff"); // throws where it is blocked
  document.querySelectorAll("[data-escape-switch]").forEach((section) => { section.hidden = false; });
  document.addEventListener("click", (event) => {
    const to = event.target.dataset?.escape;
    if (to) turn(to);
  });
} catch {
  // Without storage the choice can't be handed on: there is no switch, and the key works.
}
