// Asks for the changing part of a page until it no longer says that work is under way.
// Element: <div data-progress="ADDRESS"> around a part that bears data-open while there is more to come;
// data-then="ADDRESS", where given, is opened once that is over.
const box = document.querySelector("[data-progress]");

async function refresh() {
  try {
    const answer = await fetch(box.dataset.progress, { headers: { "X-Requested-With": "XMLHttpRequest" } });
    if (answer.ok) box.innerHTML = await answer.text();
  } catch {
    // The connection failed for a moment; the next round asks again.
  }
  if (box.querySelector("[data-open]")) setTimeout(refresh, 400);
  else if (box.dataset.then) location.assign(box.dataset.then);
}

if (box?.querySelector("[data-open]")) setTimeout(refresh, 400);
