/* A first-party demonstration of the gate in consent.js: it is not even fetched before somebody has said yes to statistics.
   It counts the pages of one visit in a cookie of our own, sends nothing anywhere, and the cookies page shows the count. */
if (window.consent("analytics")) { // a no may have come while this file was on its way
  const seen = Number(/(?:^|; )pages_seen=(\d{1,6})/.exec(document.cookie)?.[1] ?? 0) + 1;
  document.cookie = `pages_seen=${seen}; path=/; SameSite=Lax${location.protocol === "https:" ? "; Secure" : ""}`;
  const shown = document.querySelector("[data-pages-seen]");
  if (shown) {
    shown.querySelector("b").textContent = seen;
    shown.hidden = false;
  }
}
