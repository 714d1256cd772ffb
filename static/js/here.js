/* "Use my location": the device is asked only when the button is pressed, and its answer, rounded to about 100 metres, is posted like a postcode. */
for (const form of document.querySelectorAll(".here")) {
  const say = (words) => (form.querySelector("[role=status]").textContent = words);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    say("Finding where you are…");
    const failed = () => say("We could not find where you are. Type your postcode, town or village instead.");
    if (!navigator.geolocation) return failed();
    navigator.geolocation.getCurrentPosition(({ coords }) => {
      say("");
      for (const name of ["latitude", "longitude"]) form.elements[name].value = coords[name].toFixed(3);
      form.submit();
      form.reset(); // nothing is left in a page that Back returns to
    }, failed, { timeout: 10_000, maximumAge: 60_000 });
  });
}
