// The grid of a week: another row by a button or by Ctrl+Enter, on the day of the row before it.
const form = document.querySelector("[data-agenda]");
const rows = form?.querySelector("[data-rows]");
const blank = form?.querySelector("[data-blank]");
const total = form?.querySelector("[name=form-TOTAL_FORMS]");
const button = form?.querySelector("[data-add]");

function add() {
  const number = Number(total.value);
  const row = blank.content.firstElementChild.cloneNode(true);
  row.innerHTML = row.innerHTML.replaceAll("__prefix__", number);
  const before = rows.lastElementChild?.querySelector("select[name$=-day]");
  rows.append(row);
  total.value = number + 1;
  const day = row.querySelector("select[name$=-day]");
  if (before) day.value = before.value;
  day.focus();
}

if (button) {
  button.hidden = false;
  button.addEventListener("click", add);
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.ctrlKey) {
      event.preventDefault();
      add();
    }
  });
}
