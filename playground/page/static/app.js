"use strict";
// The page keeps no state of its own but what is shown: everything comes over the socket, messages as HTML made safe
// by the server, and everything that a visitor does goes back over it.

const $ = (id) => document.getElementById(id);
const log = $("log"), text = $("text"), dialog = $("dialog"), palette = $("palette");
const room = { id: "", channels: [], commands: [], members: [], roles: [] };
let socket = null, replyTo = null, editing = null, waiting = null, typingTimer = 0, problemTimer = 0, lastTyping = 0;
let jumping = "", files = [], unread = new Set();

function send(wanted) {
  if (socket && socket.readyState === WebSocket.OPEN) socket.send(JSON.stringify(wanted));
}

function connect() {
  socket = new WebSocket(`ws://${location.host}/page/socket`);
  socket.addEventListener("open", () => { $("state").textContent = ""; open(room.id); });
  socket.addEventListener("message", (event) => { const frame = JSON.parse(event.data); SHOW[frame.show]?.(frame); });
  socket.addEventListener("close", () => { $("state").textContent = "connection lost, trying again…"; setTimeout(connect, 1000); });
}

function open(channel) {
  send({ do: "open", channel, as: $("people").value });
}

// --- what the server shows ---

const SHOW = {
  channel(frame) {
    Object.assign(room, { id: frame.id, commands: frame.commands, members: frame.members, roles: frame.roles });
    unread.delete(frame.id);
    SHOW.channels(frame);
    log.replaceChildren(...frame.messages.map(fragment));
    if (!frame.messages.length) log.append(node("p", { className: "empty", textContent: "Nothing here yet. Post a link on the right, or write something." }));
    text.disabled = !frame.writable;
    reply(null);
    bottom(true);
    lightUp($(jumping));
    jumping = "";
  },
  channels(frame) {
    room.channels = frame.channels;
    const groups = [["Channels", (c) => c.kind !== 1 && c.kind !== 3], ["Direct messages", (c) => c.kind === 1 || c.kind === 3]];
    $("channels").replaceChildren(...groups.flatMap(([title, fits]) => {
      const listed = room.channels.filter(fits);
      return listed.length ? [node("h3", { textContent: title }), ...ordered(listed).map(channelButton)] : [];
    }));
    const current = room.channels.find((channel) => channel.id === room.id);
    $("title").textContent = current ? sign(current) + current.name : "";
    text.placeholder = current ? `Message ${sign(current)}${current.name}, or / for commands` : "";
  },
  message(frame) {
    log.querySelector(".empty")?.remove();
    const near = log.scrollHeight - log.scrollTop - log.clientHeight < 160;
    const old = $(`m-${frame.id}`), made = fragment(frame.html);
    if (old) { made.classList.toggle("lit", false); old.replaceWith(made); } else { log.append(made); }
    $("typing").textContent = "";
    bottom(near);
  },
  gone(frame) { $(`m-${frame.id}`)?.remove(); },
  unread(frame) { unread.add(frame.channel); SHOW.channels({ channels: room.channels }); },
  commands(frame) { room.commands = frame.commands; },
  typing(frame) {
    $("typing").textContent = `${frame.name} is typing…`;
    clearTimeout(typingTimer);
    typingTimer = setTimeout(() => { $("typing").textContent = ""; }, 10000);
  },
  problem(frame) {
    $("problem").textContent = frame.text;
    $("problem").hidden = false;
    free();
    clearTimeout(problemTimer);
    problemTimer = setTimeout(() => { $("problem").hidden = true; }, 6000);
  },
  modal(frame) {
    dialog.replaceChildren(fragment(frame.html));
    dialog.showModal();
  },
  choices(frame) { waiting?.(frame.choices); },
  answered() { free(); },
};

function fragment(html) {
  const made = new DOMParser().parseFromString(html, "text/html").body.firstElementChild;
  for (const box of made.querySelectorAll("[data-accent]")) box.style.borderLeftColor = box.dataset.accent;
  return document.adoptNode(made);
}

function free() {
  for (const button of log.querySelectorAll(".busy")) button.classList.remove("busy");
}

function sign(channel) {
  return { 1: "@", 3: "", 11: "↳ ", 15: "≡ " }[channel.kind] ?? "#";
}

function ordered(channels) {
  const tops = channels.filter((channel) => !channels.some((other) => other.id === channel.under));
  return tops.flatMap((top) => [top, ...channels.filter((channel) => channel.under === top.id)]);
}

function channelButton(channel) {
  const made = node("button", { type: "button", textContent: sign(channel) + channel.name });
  made.setAttribute("aria-current", String(channel.id === room.id));
  if (channel.kind === 11) made.classList.add("under");
  if (unread.has(channel.id)) made.classList.add("unread");
  made.addEventListener("click", () => open(channel.id));
  return made;
}

function bottom(wanted) {
  if (wanted) log.scrollTop = log.scrollHeight;
}

// --- what visitors do with messages ---

const DO = {
  press: (at, id) => { at.classList.add("busy"); send({ do: "press", id, custom: at.dataset.custom }); },
  choose: (at, id) => choose(at.closest(".select"), id),
  react: (at, id) => send({ do: "react", id, emoji: at.dataset.emoji }),
  menu: (at, id) => { at.closest("details").open = false; send({ do: "menu", id, name: at.dataset.name }); },
  delete: (at, id) => send({ do: "delete", id }),
  dismiss: (at, id) => send({ do: "dismiss", id }),
  reply: (at, id) => reply(id),
  edit: (at, id) => edit(id),
  unreply: () => reply(null),
  close: () => dialog.close(),
};

document.addEventListener("click", (event) => {
  const spoiler = event.target.closest(".spoiler:not(.open)");
  if (spoiler) { spoiler.classList.add("open"); event.preventDefault(); return; }
  const at = event.target.closest("[data-do]");
  if (at) DO[at.dataset.do]?.(at, at.closest(".message")?.dataset.id);
  const story = event.target.closest("[data-story]");
  if (story) postStory(story.dataset.story);
  const jump = event.target.closest('a[href^="#m-"]');
  if (jump) { event.preventDefault(); jumpTo(jump.getAttribute("href").slice(1), jump.dataset.channel); }
  for (const menu of document.querySelectorAll("details.apps[open]")) if (!menu.contains(event.target)) menu.open = false;
});

document.addEventListener("change", (event) => {
  const box = event.target.closest(".select");
  if (box && box.dataset.high === "1") choose(box, box.closest(".message").dataset.id);
});

// Stories go to #news, which the bot watches.
function postStory(words) {
  const news = room.channels.find((channel) => channel.name === "news");
  if (news && news.id !== room.id) open(news.id);
  send({ do: "post", text: words });
  bottom(true);
}

function jumpTo(id, channel) {
  if (!channel || channel === room.id) { lightUp($(id)); return; }
  jumping = id;
  open(channel);
}

function lightUp(message) {
  if (!message) return;
  message.scrollIntoView({ block: "center" });
  message.classList.remove("lit");
  requestAnimationFrame(() => message.classList.add("lit"));
}

function choose(box, id) {
  const values = [...box.querySelector("select").selectedOptions].map((option) => option.value).filter(Boolean);
  if (values.length >= Number(box.dataset.low)) send({ do: "choose", id, custom: box.dataset.custom, values });
}

function reply(id) {
  replyTo = id; editing = null;
  $("replying").hidden = !id;
  if (id) $("replying").firstElementChild.textContent = `Replying to ${$(`m-${id}`).querySelector(".name").textContent}`;
  if (id) text.focus();
}

function edit(id) {
  reply(null);
  editing = id;
  $("replying").hidden = false;
  $("replying").firstElementChild.textContent = "Editing your message";
  text.value = $(`m-${id}`).querySelector(".text")?.innerText ?? "";
  grow();
  text.focus();
}

dialog.addEventListener("submit", (event) => {
  const form = event.target.closest(".modal");
  if (!form) return;
  const fields = {};
  const pending = [];
  for (const input of form.querySelectorAll("[name]")) {
    if (input.type === "checkbox") fields[input.name] = input.checked;
    else if (input.type === "file") { if (input.files.length) pending.push(fileOf(input.files[0]).then((file) => { fields[input.name] = file; })); }
    else if (input.tagName === "SELECT") fields[input.name] = [...input.selectedOptions].map((option) => option.value);
    else fields[input.name] = input.value;
  }
  Promise.all(pending).then(() => send({ do: "submit", token: form.dataset.token, fields }));
});

// --- writing ---

$("composer").addEventListener("submit", async (event) => {
  event.preventDefault();
  const written = text.value.trim();
  if (editing) send({ do: "edit", id: editing, text: written });
  else if (written || files.length) send({ do: "post", text: written, reply: replyTo, files: await Promise.all(files.map(fileOf)) });
  text.value = "";
  attach([]);
  reply(null);
  grow();
  bottom(true);
});

function attach(chosen) {
  files = chosen;
  $("file").value = "";
  $("attached").hidden = !files.length;
  $("attached").textContent = files.length ? `Attached: ${files.map((file) => file.name).join(", ")}` : "";
}

$("file").addEventListener("change", () => attach([...$("file").files]));
text.addEventListener("paste", (event) => { if (event.clipboardData.files.length) attach([...event.clipboardData.files]); });
log.addEventListener("dragover", (event) => event.preventDefault());
log.addEventListener("drop", (event) => { event.preventDefault(); attach([...event.dataTransfer.files]); });

function grow() {
  text.style.height = "auto";
  text.style.height = `${text.scrollHeight}px`;
}

text.addEventListener("input", () => {
  grow();
  suggest();
  if (text.value && Date.now() - lastTyping > 8000 && !text.value.startsWith("/")) { lastTyping = Date.now(); send({ do: "typing" }); }
});

text.addEventListener("keydown", (event) => {
  if (!palette.hidden && paletteKey(event)) { event.preventDefault(); return; }
  if (event.key === "Escape") reply(null);
  if (event.key === "Enter" && !event.shiftKey) { event.preventDefault(); $("composer").requestSubmit(); }
});

// --- the command palette ---

function suggest() {
  const typed = text.value.startsWith("/") && !text.value.includes("\n") ? text.value.slice(1).toLowerCase() : null;
  const found = typed === null ? [] : room.commands.filter((command) => command.words.includes(typed.trim()));
  palette.hidden = !found.length;
  palette.replaceChildren(...found.map((command, number) => {
    const made = node("button", { type: "button", role: "option" },
      node("span", { textContent: `/${command.words}` }), node("span", { textContent: command.description }));
    made.setAttribute("aria-selected", String(number === 0));
    made.addEventListener("click", () => pick(command));
    return made;
  }));
}

function paletteKey(event) {
  const entries = [...palette.children];
  const at = entries.findIndex((entry) => entry.getAttribute("aria-selected") === "true");
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) {
    const next = (at + step + entries.length) % entries.length;
    entries[at]?.setAttribute("aria-selected", "false");
    entries[next].setAttribute("aria-selected", "true");
    entries[next].scrollIntoView({ block: "nearest" });
    return true;
  }
  if (event.key === "Enter" || event.key === "Tab") { entries[Math.max(at, 0)].click(); return true; }
  if (event.key === "Escape") { palette.hidden = true; return true; }
  return false;
}

function pick(command) {
  palette.hidden = true;
  text.value = "";
  grow();
  const run = (options) => send({ do: "command", words: command.words, options });
  if (!command.options.length) { run({}); return; }
  const complete = (option, typed, then) => { waiting = then; send({ do: "complete", words: command.words, option, typed }); };
  commandForm(dialog, command, room, complete, run);
}

$("people").addEventListener("change", () => open(room.id));
connect();
