/* Captions start as the page has them: on. Whoever turns them off, or on again, is remembered in the cookie `captions`, and only
   after a yes to "preferences": without it the choice lasts as long as the page. */
const yes = () => window.consent?.("preferences");
const choice = () => /(?:^|; )captions=(on|off)/.exec(document.cookie)?.[1];

for (const film of document.querySelectorAll("video")) {
  const [track] = film.textTracks;
  if (!track) continue;
  const apply = () => {
    if (yes() && choice()) track.mode = choice() === "on" ? "showing" : "disabled";
  };
  apply();
  // Browsers choose the track marked `default` once more when they know the film.
  film.addEventListener("loadedmetadata", () => {
    apply();
    film.textTracks.addEventListener("change", () => {
      if (!yes()) return;
      const secure = location.protocol === "https:" ? "; Secure" : "";
      document.cookie = `captions=${track.mode === "showing" ? "on" : "off"}; path=/; max-age=31536000; SameSite=Lax${secure}`;
    });
  }, { once: true });
}
