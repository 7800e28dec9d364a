// What a page can do when scripts run. Without them it stands as it is: the browser's own player,
// chapters and times that lead into the audio file, and all of the text.
const one = (selector, within = document) => within.querySelector(selector);
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const audio = one("audio");
const cues = all("section p[data-start]");
const calm = matchMedia("(prefers-reduced-motion: reduce)");
const tools = one("#tools") && stamp("tools");

function clock(seconds) {
  const [hours, minutes, rest] = [seconds / 3600, (seconds / 60) % 60, seconds % 60].map(Math.floor);
  const pad = (number) => String(number).padStart(2, "0");
  return hours ? `${hours}:${pad(minutes)}:${pad(rest)}` : `${minutes}:${pad(rest)}`;
}

function fill(pattern, ...values) {
  return values.reduce((text, value) => text.replace("{}", value), pattern);
}

function stamp(id) {
  return one(`#${id}`).content.cloneNode(true).firstElementChild;
}

function inOrder(elements) {
  return elements
    .map((element) => ({ element, start: Number(element.dataset.start) }))
    .sort((a, b) => a.start - b.start);
}

// The last of the elements, in order of time, that has begun.
function begun(timed, time) {
  let low = 0;
  let high = timed.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (timed[middle].start <= time + 0.05) low = middle + 1;
    else high = middle;
  }
  return timed[low - 1]?.element;
}

// The seconds that an address names: #t=754, #t=12:34 or #t=754,800.
function momentOf(hash) {
  const stated = /^#t=(?:npt:)?([\d:.]+)/.exec(hash);
  if (!stated) return null;
  const seconds = stated[1].split(":").reduce((sum, part) => sum * 60 + Number(part), 0);
  return Number.isFinite(seconds) ? seconds : null;
}

function show(element) {
  element.closest("details")?.setAttribute("open", "");
  element.scrollIntoView({ block: "center", behavior: calm.matches ? "auto" : "smooth" });
}

// Marks one of several elements as the current one, and gives it where it has changed.
function marker() {
  let marked;
  return (element) => {
    if (element === marked) return null;
    marked?.removeAttribute("aria-current");
    element?.setAttribute("aria-current", "true");
    marked = element;
    return element;
  };
}

if (audio) {
  const player = one(".player");
  const controls = stamp("controls");
  const part = (name) => one(`.${name}`, controls);
  const progress = part("progress");
  const chapters = inOrder(all(".chapters li:not([hidden]) a[data-start]"));
  const spoken = inOrder(cues);
  const markCue = marker();
  const markChapter = marker();
  let follows = false;

  audio.controls = false;
  player.append(controls);
  const start = one(".headline") && stamp("play");
  if (start) one(".headline").append(start);
  const toggles = [start, part("toggle")].filter(Boolean);

  const length = () => (Number.isFinite(audio.duration) ? audio.duration : Number(progress.max));

  const moveTo = (seconds) => {
    audio.currentTime = Math.max(0, Math.min(seconds, length() || seconds));
    update();
  };
  const playFrom = (seconds) => {
    moveTo(seconds);
    history.replaceState(null, "", `#t=${seconds}`);
    play();
  };
  const play = () => audio.play().catch(() => {}); // the browser says itself why it can't
  const toggle = () => (audio.paused ? play() : audio.pause());

  function update() {
    const time = audio.currentTime;
    const share = length() ? time / length() : 0;
    progress.value = time;
    progress.setAttribute("aria-valuetext", fill(progress.dataset.of, clock(time), clock(length())));
    controls.style.setProperty("--played", share);
    part("elapsed").textContent = clock(time);
    const chapter = begun(chapters, time);
    part("now").textContent = chapter?.textContent ?? "";
    if (!time && audio.paused) return; // nothing was heard yet
    markChapter(chapter);
    const cue = markCue(begun(spoken, time));
    if (cue && follows && !audio.paused) show(cue);
  }

  function showState() {
    controls.classList.toggle("plays", !audio.paused);
    start?.classList.toggle("plays", !audio.paused);
    for (const button of toggles) {
      const label = one("[data-play]", button) ?? button;
      const word = audio.paused ? label.dataset.play : label.dataset.pause;
      if (label === button) label.setAttribute("aria-label", word);
      else label.textContent = word;
    }
    if (!audio.paused) player.classList.add("started");
  }

  function showLength() {
    progress.max = length();
    part("whole").textContent = clock(length());
    all(".tick", controls).forEach((tick) => tick.remove());
    for (const chapter of chapters.filter(({ start }) => start > 0 && start < length())) {
      const tick = document.createElement("i");
      tick.className = "tick";
      tick.style.setProperty("--at", chapter.start / length());
      part("track").append(tick);
    }
    update();
  }

  for (const button of toggles) button.addEventListener("click", toggle);
  part("back").addEventListener("click", () => moveTo(audio.currentTime - 15));
  part("forward").addEventListener("click", () => moveTo(audio.currentTime + 30));
  part("speed").addEventListener("change", (event) => {
    audio.playbackRate = Number(event.target.value);
  });
  progress.addEventListener("input", () => moveTo(Number(progress.value)));
  const steps = { ArrowRight: 5, ArrowUp: 5, ArrowLeft: -5, ArrowDown: -5, PageUp: 60, PageDown: -60 };
  progress.addEventListener("keydown", (event) => {
    if (!(event.key in steps)) return;
    event.preventDefault();
    moveTo(audio.currentTime + steps[event.key]);
  });
  for (const name of ["timeupdate", "seeked"]) audio.addEventListener(name, update);
  for (const name of ["play", "pause", "ended"]) audio.addEventListener(name, showState);
  audio.addEventListener("durationchange", showLength);
  audio.addEventListener("error", () => {
    part("message").textContent = part("message").dataset.failed;
  });

  part("share").addEventListener("click", async ({ currentTarget: { dataset } }) => {
    const seconds = Math.floor(audio.currentTime);
    history.replaceState(null, "", `#t=${seconds}`);
    const copied = await navigator.clipboard?.writeText(location.href).then(
      () => true,
      () => false,
    );
    const message = copied ? dataset.shared : dataset.inAddress;
    part("message").textContent = fill(message, clock(seconds));
  });

  // What is said, for captions that can't be had: no browser reads those of another host.
  function spokenCaptions() {
    const track = audio.addTextTrack("captions", "", document.documentElement.lang);
    spoken.forEach(({ element, start }, at) => {
      const end = Number(element.dataset.end ?? spoken[at + 1]?.start ?? start + 5);
      const words = [...element.childNodes].filter((node) => !node.matches?.(".time, [hidden]"));
      const text = words.map((node) => node.textContent).join("").trim();
      if (end > start) track.addCue(new VTTCue(start, end, text.replace(/&/g, "&amp;").replace(/</g, "&lt;")));
    });
    return track;
  }

  let captions = [...audio.textTracks].find((track) => track.kind === "captions");
  if (captions) {
    const button = part("captions");
    const caption = part("caption");
    const showCaption = () => {
      const words = [...(captions.activeCues ?? [])].map((cue) => cue.getCueAsHTML().textContent);
      caption.textContent = words.join("\n");
      caption.hidden = captions.mode === "disabled" || !words.length;
    };
    button.hidden = false;
    button.addEventListener("click", () => {
      captions.mode = captions.mode === "disabled" ? "hidden" : "disabled";
      button.setAttribute("aria-pressed", captions.mode !== "disabled");
      showCaption();
    });
    captions.addEventListener("cuechange", showCaption);
    one("track[kind=captions]").addEventListener("error", () => {
      button.hidden = !spoken.length;
      if (button.hidden) return;
      const { mode } = captions;
      captions.mode = "disabled";
      captions = spokenCaptions();
      captions.mode = mode;
      captions.addEventListener("cuechange", showCaption);
      showCaption();
    });
  }

  // Links that name a moment play it, unless they are to open elsewhere.
  document.addEventListener("click", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const place = event.target.closest("a[data-start], p[data-start]");
    const link = event.target.closest("a");
    const isMoment = link?.matches("[data-start], .time") || (place && !link && !controls.contains(place));
    if (!place || !isMoment || !getSelection().isCollapsed) return;
    event.preventDefault();
    playFrom(Number(place.dataset.start));
  });

  const openMoment = () => {
    const moment = momentOf(location.hash);
    if (moment === null) return;
    moveTo(moment);
    const cue = begun(spoken, moment);
    if (cue) show(cue);
  };
  addEventListener("hashchange", openMoment);

  // The player stays at hand once it has been started and is scrolled out of sight.
  player.style.minBlockSize = `${player.offsetHeight}px`;
  new IntersectionObserver(([entry]) => {
    document.documentElement.classList.toggle("away", !entry.isIntersecting);
  }).observe(player);

  if ("mediaSession" in navigator) {
    const cover = one("img.cover");
    navigator.mediaSession.metadata = new MediaMetadata({
      title: one("h1")?.textContent ?? document.title,
      artist: one(".show-title")?.textContent ?? "",
      artwork: /^https?:/.test(cover?.src) ? [{ src: cover.src }] : [],
    });
    const byChapter = (step) => () => {
      const at = chapters.findIndex(({ element }) => element.hasAttribute("aria-current"));
      const next = chapters[at + step];
      if (next) moveTo(next.start);
    };
    const actions = {
      seekbackward: () => moveTo(audio.currentTime - 15),
      seekforward: () => moveTo(audio.currentTime + 30),
      seekto: ({ seekTime }) => moveTo(seekTime),
      ...(chapters.length && { previoustrack: byChapter(-1), nexttrack: byChapter(1) }),
    };
    for (const [name, action] of Object.entries(actions))
      navigator.mediaSession.setActionHandler(name, action);
  }

  const along = tools && one(".follow", tools);
  along?.addEventListener("click", () => {
    follows = !follows;
    along.setAttribute("aria-pressed", follows);
    const cue = begun(spoken, audio.currentTime);
    if (follows && cue) show(cue);
  });

  document.documentElement.classList.add("seeks");
  showLength();
  openMoment();
}

if (tools) {
  const transcript = one("section[data-kind=transcript]");
  const summary = one("summary", transcript);
  if (summary) summary.after(tools);
  else transcript.prepend(tools);

  const query = one(".query", tools);
  const found = one(".found", tools);
  const steps = all(".step", tools);
  let matches = [];
  let at = -1;

  // Capitals, accents and the form of an apostrophe make no difference; the length stays.
  const folded = (text) =>
    text
      .replace(/[^\0-\x7f]/g, (letter) => {
        const [base, ...marks] = letter.normalize("NFD");
        return (marks.every((mark) => /\p{M}/u.test(mark)) ? base : letter).toLowerCase()[0];
      })
      .replace(/[‘’]/g, "'")
      .replace(/[\s\u00a0]/g, " ")
      .toLowerCase();

  const texts = all("p[id]", transcript).map((paragraph) => {
    const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT, (node) =>
      node.parentElement.closest(".time, [hidden]") ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    );
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    return { nodes, text: folded(nodes.map((node) => node.data).join("")) };
  });

  function place({ nodes }, offset) {
    for (const node of nodes) {
      if (offset <= node.length) return [node, offset];
      offset -= node.length;
    }
  }

  function search() {
    const words = folded(query.value.trim());
    matches = [];
    for (const paragraph of words ? texts : []) {
      let from = -1;
      while ((from = paragraph.text.indexOf(words, from + 1)) >= 0) {
        const range = new Range();
        range.setStart(...place(paragraph, from));
        range.setEnd(...place(paragraph, from + words.length));
        matches.push(range);
      }
    }
    CSS.highlights?.set("found", new Highlight(...matches));
    CSS.highlights?.delete("at");
    for (const step of steps) step.hidden = !matches.length;
    at = -1;
    found.textContent = words && !matches.length ? found.dataset.none : "";
    if (matches.length) go(1);
  }

  function go(step) {
    at = (at + step + matches.length) % matches.length;
    CSS.highlights?.set("at", new Highlight(matches[at]));
    found.textContent = fill(found.dataset.of, at + 1, matches.length);
    show(matches[at].startContainer.parentElement);
  }

  query.addEventListener("input", search);
  query.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && matches.length) go(event.shiftKey ? -1 : 1);
  });
  for (const step of steps) step.addEventListener("click", () => go(Number(step.value)));
}
