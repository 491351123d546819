// Rows of a procedure's form: another one by a button.
for (const section of document.querySelectorAll("[data-rows-of]")) {
  const rows = section.querySelector("[data-rows]");
  const blank = section.querySelector("[data-blank]");
  const total = section.querySelector("[name$=-TOTAL_FORMS]");
  const button = section.querySelector("[data-add]");
  button.hidden = false;
  button.addEventListener("click", () => {
    const row = blank.content.firstElementChild.cloneNode(true);
    row.innerHTML = row.innerHTML.replaceAll("__prefix__", total.value);
    rows.append(row);
    total.value = Number(total.value) + 1;
    row.querySelector("textarea, select, input[type=text]:not([name$=-place])").focus();
  });
}
