// Finds episodes by their words, when scripts run.
const all = (selector) => [...document.querySelectorAll(selector)];
const template = document.querySelector("#tools");

if (template) {
  const tools = template.content.cloneNode(true).firstElementChild;
  const [query, found] = ["query", "found"].map((name) => tools.querySelector(`.${name}`));
  document.querySelector(".seasons, .season").before(tools);

  // Capitals and accents make no difference.
  const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const episodes = all(".season li").map((entry) => ({ entry, text: folded(entry.textContent) }));

  query.addEventListener("input", () => {
    const words = folded(query.value).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const { entry, text } of episodes) {
      entry.hidden = !words.every((word) => text.includes(word));
      count += !entry.hidden;
    }
    for (const season of all(".season")) season.hidden = !season.querySelector("li:not([hidden])");
    found.textContent = words.length ? found.dataset.count.replace("{}", count) : "";
  });
}
