// Puts the two parts of an e-mail address together, once somebody is about to use it: a program that collects addresses
// out of pages finds none, and a reader without scripts reads it in words.
for (const place of document.querySelectorAll("[data-mail]")) {
  const put = () => {
    const link = document.createElement("a");
    const address = `${place.dataset.mail}@${place.dataset.at}`;
    link.href = `mailto:${address}`;
    link.textContent = address;
    place.replaceWith(link);
  };
  addEventListener("pointermove", put, { once: true, passive: true });
  addEventListener("touchstart", put, { once: true, passive: true });
  addEventListener("keydown", put, { once: true });
  addEventListener("scroll", put, { once: true, passive: true });
}
