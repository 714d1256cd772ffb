/* Says "Open now, closes 5pm" again as the minutes pass, in an old copy too. The server has written out what is true from when; this only reads it. */
const london = (options, locale = "en-GB") => new Intl.DateTimeFormat(locale, { timeZone: "Europe/London", ...options }).format();
const say = () => {
  for (const pill of document.querySelectorAll("[data-opening]")) {
    const due = pill.dataset.opening.split(";").filter((line) => parseInt(line) * 60_000 <= Date.now()).pop();
    const [, open, words] = due?.match(/([+-])(.*)/) ?? [];
    if (!words || pill.textContent === words) continue;
    pill.textContent = words;
    pill.classList.toggle("pill--open", open === "+");
  }
  const time = london({ hour: "numeric", minute: "2-digit", hourCycle: "h12" }).replace(/(:00)?\s/, "");
  const date = london({ weekday: "long", day: "numeric", month: "long" }).replace(",", "");
  for (const asOf of document.querySelectorAll("[data-as-of]")) asOf.textContent = `as of ${time}, ${date}`;
  const today = london({}, "en-CA");
  for (const row of document.querySelectorAll("tr[data-day]")) {
    const is = row.dataset.day === today;
    if (row.classList.toggle("is-today", is) !== row.cells[0].textContent.endsWith(" (today)"))
      row.cells[0].textContent = is ? row.cells[0].textContent + " (today)" : row.cells[0].textContent.slice(0, -8);
  }
};
say();
setInterval(say, 30_000);
