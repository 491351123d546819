// Offers things while somebody types: a combobox with a list, as the ARIA practices describe it. Without this script the
// form sends what was typed, which finds the same and more.
const WAIT = 150;
const SHORTEST = 2;

class Suggestions {
  constructor(form) {
    this.input = form.querySelector("input[type=search]");
    this.address = form.dataset.suggestions;
    this.status = form.querySelector("[data-search-status]");
    this.list = form.querySelector("[role=listbox]");
    this.options = [];
    this.active = -1;
    this.input.setAttribute("role", "combobox");
    this.input.setAttribute("aria-autocomplete", "list");
    this.input.setAttribute("aria-expanded", "false");
    this.input.setAttribute("aria-controls", this.list.id);
    this.input.addEventListener("input", () => this.wait());
    this.input.addEventListener("keydown", (event) => this.press(event));
    this.input.addEventListener("blur", () => this.close());
    // The field keeps the focus, so that a press on an option is no leaving.
    this.list.addEventListener("pointerdown", (event) => event.preventDefault());
    this.list.addEventListener("click", (event) => this.go(event.target.closest("[role=option]")));
  }

  wait() {
    clearTimeout(this.timer);
    this.asking?.abort();
    const words = this.input.value.trim();
    if (words.length < SHORTEST) {
      this.close();
      return;
    }
    this.timer = setTimeout(() => this.ask(words), WAIT);
  }

  async ask(words) {
    this.asking = new AbortController();
    try {
      const answer = await fetch(`${this.address}?q=${encodeURIComponent(words)}`, { signal: this.asking.signal });
      if (answer.ok) {
        this.show((await answer.json()).suggestions);
      }
    } catch {
      // No connection, or something else was typed meanwhile: the form works all the same.
    }
  }

  show(suggestions) {
    this.active = -1;
    this.input.removeAttribute("aria-activedescendant");
    this.options = suggestions.map((suggestion, number) => this.option(suggestion, number));
    this.list.replaceChildren(...this.options);
    this.list.hidden = !this.options.length || document.activeElement !== this.input;
    this.input.setAttribute("aria-expanded", String(!this.list.hidden));
    this.status.textContent = this.list.hidden ? "" : this.status.dataset.text.replace("{number}", String(this.options.length));
  }

  option(suggestion, number) {
    const option = document.createElement("li");
    option.id = `${this.list.id}-${number}`;
    option.className = "search-form__option";
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.dataset.address = suggestion.address;
    for (const [part, text] of [["title", suggestion.title], ["kind", suggestion.kind]]) {
      const span = document.createElement("span");
      span.className = `search-form__${part}`;
      span.textContent = text;
      option.append(span, " ");
    }
    return option;
  }

  press(event) {
    if (event.isComposing || this.list.hidden) {
      return;
    }
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      this.move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Escape") {
      event.preventDefault();
      this.close();
    } else if (event.key === "Enter" && this.active >= 0) {
      event.preventDefault();
      this.go(this.options[this.active]);
    }
  }

  // Above the first and below the last stands the field itself.
  move(step) {
    this.options[this.active]?.setAttribute("aria-selected", "false");
    this.active = ((this.active + 1 + step + this.options.length + 1) % (this.options.length + 1)) - 1;
    const option = this.options[this.active];
    if (option) {
      option.setAttribute("aria-selected", "true");
      option.scrollIntoView({ block: "nearest" });
      this.input.setAttribute("aria-activedescendant", option.id);
    } else {
      this.input.removeAttribute("aria-activedescendant");
    }
  }

  go(option) {
    if (option) {
      window.location.assign(option.dataset.address);
    }
  }

  close() {
    clearTimeout(this.timer);
    this.asking?.abort();
    this.show([]);
  }
}

for (const form of document.querySelectorAll("form[data-suggestions]")) {
  new Suggestions(form);
}
