/* The cookie banner and the form on the cookies page. Without this file the form on /cookies/ still saves, and the banner does not show. */
const root = document.documentElement;
const message = (name) => document.querySelector(`template[data-consent-${name}]`).content.firstElementChild.cloneNode(true);
const remove = (selector) => document.querySelectorAll(selector).forEach((element) => element.remove());

// What needs a yes waits in a template; until then it is not in the page, and nothing it names is fetched.
function openGates() {
  document.querySelectorAll("template[data-needs-consent]").forEach((gate) => {
    if (window.consent(gate.dataset.needsConsent)) gate.replaceWith(document.importNode(gate.content, true));
  });
}

async function save(action, body) {
  const answer = await fetch(action, { method: "POST", body, headers: { "X-Consent": "1" }, signal: AbortSignal.timeout(8000) });
  // A browser that keeps no cookies answers 204 too: "saved" is said only when it can be read back.
  if (answer.status !== 204 || !window.consent.read()) throw answer;
}

function saved() {
  const said = message("saved");
  remove(".cookies__said");
  root.dataset.consent = "saved";
  document.querySelector(".cookies").append(said);
  said.focus();
  openGates();
}

// One after the other: when a yes is on its way and a no is pressed, the no is what stays, and nothing runs in between.
let last = Promise.resolve();

document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.matches("[data-consent-form]") || [...form.querySelectorAll("fieldset")].some((set) => !set.querySelector(":checked"))) return;
  event.preventDefault();
  remove(".cookies__failed");
  const body = new URLSearchParams(new FormData(form, event.submitter));
  const saving = last.then(() => save(form.action, body));
  const done = last = saving.catch(() => {});
  try {
    await saving;
  } catch {
    remove(".cookies__failed");
    form.append(message("failed"));
    return;
  }
  if (last === done) saved();
});

document.addEventListener("click", (event) => {
  if (!event.target.matches("[data-consent-hide]")) return;
  root.dataset.consent = "known";
  remove(".cookies__said");
  document.getElementById("main").focus();
});

openGates();
