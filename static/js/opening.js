/* Says "Open now, closes 5pm" again as the minutes pass. The server has written out what is true from when; this only reads it. */
const say = () => {
  for (const pill of document.querySelectorAll("[data-opening]")) {
    const due = pill.dataset.opening.split(";").filter((line) => parseInt(line) * 60_000 <= Date.now()).pop();
    const [, open, words] = due?.match(/([+-])(.*)/) ?? [];
    if (!words || pill.textContent === words) continue;
    pill.textContent = words;
    pill.classList.toggle("pill--open", open === "+");
  }
};
say();
setInterval(say, 30_000);
