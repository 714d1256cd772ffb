/* For people who press Escape by habit: the key can be turned off, for this tab alone, and the bar on every page then says so.
   quick-exit.js reads the same mark and forgets it at every exit, so that nobody after them meets a dead key. */
const root = document.documentElement;

function turn(to) {
  if (to === "off") sessionStorage.keyOff = 1;
  else delete sessionStorage.keyOff;
  root.dataset.key = to;
  const said = document.querySelector("[data-escape-said]");
  if (said) said.textContent = said.dataset[to];
  else document.querySelector(".exit [data-leave]").focus();
}

try {
  sessionStorage.getItem("keyOff");
  document.querySelectorAll("[data-escape-switch]").forEach((section) => { section.hidden = false; });
  document.addEventListener("click", (event) => {
    const to = event.target.dataset?.escape;
    if (to) turn(to);
  });
} catch {
  // Without storage there is no switch, and the key works.
}
