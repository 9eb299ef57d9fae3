"use strict";
// The page keeps no state of its own but what is shown: everything comes over the socket, messages as HTML made safe
// by the server, and everything that a visitor does goes back over it.

const $ = (id) => document.getElementById(id);
const log = $("log"), text = $("text"), dialog = $("dialog"), palette = $("palette");
const room = { id: "", channels: [], commands: [], members: [], roles: [] };
let socket = null, replyTo = null, editing = null, waiting = null, typingTimer = 0, problemTimer = 0, lastTyping = 0;
let jumping = "", files = [], unread = new Set(), expecting = false;

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

function controls(message) {
  return [...message.querySelectorAll("button, a[href], select, summary, input")];
}

// A reaction or an edit that comes in between must not close the menu that somebody is about to use.
function keepOpen(old, made) {
  const [before, now] = [old, made].map((message) => [...message.querySelectorAll(MENUS)]);
  if (before.length !== now.length) return;
  before.forEach((menu, at) => {
    if (!menu.open) return;
    now[at].open = true;
    const ticked = [...menu.querySelectorAll("input")];
    now[at].querySelectorAll("input").forEach((input, row) => { input.checked = ticked[row]?.checked ?? input.checked; });
  });
}

const MENUS = "details.apps, details.many";

const SHOW = {
  channel(frame) {
    Object.assign(room, { id: frame.id, commands: frame.commands, members: frame.members, roles: frame.roles });
    SHOW.commands(frame);
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
    const forum = current && current.kind === 15;
    text.placeholder = !current ? "" : forum ? `New post in ${current.name}: its title in the first line, the text below (Shift+Enter)`
      : `Message ${sign(current)}${current.name}, or / for commands`;
  },
  message(frame) {
    log.querySelector(".empty")?.remove();
    const near = log.scrollHeight - log.scrollTop - log.clientHeight < 160;
    const old = $(`m-${frame.id}`), made = fragment(frame.html);
    if (old) {
      made.classList.toggle("lit", false);
      keepOpen(old, made);
      // Who goes through the page with keys alone stays where they are.
      const focused = controls(old).indexOf(document.activeElement);
      old.replaceWith(made);
      controls(made)[focused]?.focus();
    } else { log.append(made); }
    $("typing").textContent = "";
    if (expecting && (!old || !near)) { expecting = false; $(`m-${frame.id}`).scrollIntoView({ block: "nearest" }); }
    else if (near) bottom(true);
    else if (!old) $("below").hidden = false;
  },
  gone(frame) { $(`m-${frame.id}`)?.remove(); },
  unread(frame) { unread.add(frame.channel); SHOW.channels({ channels: room.channels }); },
  commands(frame) { room.commands = frame.commands; text.dataset.commands = frame.commands.length; if (!palette.hidden) suggest(); },
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

function busy(button) {
  button.classList.add("busy");
  button.setAttribute("aria-busy", "true");
}

function free() {
  for (const button of log.querySelectorAll(".busy")) { button.classList.remove("busy"); button.removeAttribute("aria-busy"); }
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
  if (!wanted) return;
  log.scrollTop = log.scrollHeight;
  $("below").hidden = true;
}

$("below").addEventListener("click", () => bottom(true));
log.addEventListener("scroll", () => {
  if (log.scrollHeight - log.scrollTop - log.clientHeight < 40) $("below").hidden = true;
});

// --- what visitors do with messages ---

const DO = {
  press: (at, id) => { busy(at); expecting = true; send({ do: "press", id, custom: at.dataset.custom }); },
  choose: (at, id) => choose(at.closest(".select"), id),
  react: (at, id) => send({ do: "react", id, emoji: at.dataset.emoji }),
  menu: (at, id) => { at.closest("details").open = false; expecting = true; send({ do: "menu", id, name: at.dataset.name }); },
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
  for (const menu of document.querySelectorAll(MENUS)) if (!menu.contains(event.target)) menu.open = false;
});

document.addEventListener("change", (event) => {
  const box = event.target.closest(".select");
  if (box && box.querySelector("select")) choose(box, box.closest(".message").dataset.id);
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
  const list = box.querySelector("select");
  const values = list ? [...list.selectedOptions].map((option) => option.value).filter(Boolean)
    : [...box.querySelectorAll("input:checked")].map((input) => input.value);
  if (values.length > Number(box.dataset.high)) { SHOW.problem({ text: `Choose at most ${box.dataset.high}.` }); return; }
  if (values.length < Number(box.dataset.low)) { SHOW.problem({ text: `Choose at least ${box.dataset.low}.` }); return; }
  for (const menu of box.querySelectorAll(MENUS)) menu.open = false;
  busy(box);
  send({ do: "choose", id, custom: box.dataset.custom, values });
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
  const written = mentioned(text.value.trim());
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

// --- what is offered while one types: commands, their options, members and roles ---

function suggest() {
  const at = mention();
  offer(at ? people(at) : text.value.startsWith("/") && !text.value.includes("\n") ? commands(text.value.slice(1)) : []);
}

// Entries are {title, note, pick}; the first one is chosen until the arrows choose another.
function offer(entries) {
  palette.hidden = !entries.length;
  text.setAttribute("aria-expanded", String(!palette.hidden));
  palette.replaceChildren(...entries.map((entry, number) => {
    const made = node("button", { type: "button", role: "option", id: `offer-${number}`, tabIndex: -1 },
      node("span", { textContent: entry.title }), node("span", { textContent: entry.note }));
    made.addEventListener("click", entry.pick);
    // As the arrows, a mouse that moves chooses; one that rests where the list opens does not.
    made.addEventListener("pointermove", () => mark(number, false));
    return made;
  }));
  mark(0, false);
}

function mark(number, scroll) {
  [...palette.children].forEach((entry, at) => entry.setAttribute("aria-selected", String(at === number)));
  if (palette.children[number]) text.setAttribute("aria-activedescendant", `offer-${number}`);
  else text.removeAttribute("aria-activedescendant");
  if (scroll) palette.children[number].scrollIntoView({ block: "nearest" });
}

function commands(typed) {
  const words = typed.toLowerCase();
  const whole = exact(typed);
  if (whole && (words.length > whole.words.length || !startsOther(whole))) return options(whole);
  const wanted = words.trim();
  const rank = (command) => (command.words === wanted ? 0 : command.path === "summarize" ? 1 : command.words.startsWith(wanted) ? 2 : 3);
  const found = room.commands.filter((command) => command.words.includes(wanted)).sort((a, b) => rank(a) - rank(b));
  // A group of settings is one line until its name is typed.
  const group = (command) => (command.path.startsWith("config ") ? command.words.split(" ")[0] : null);
  const folded = found.filter((command) => !group(command) || wanted.startsWith(group(command)));
  const hidden = found.length - folded.length;
  const entries = folded.map((command) => ({ title: `/${command.words}`, note: command.description, pick: () => fill(`/${command.words}${command.options.length ? " " : ""}`) }));
  const name = found.map(group).find(Boolean);
  if (hidden) entries.push({ title: `/${name} …`, note: `settings of this server (${hidden})`, pick: () => fill(`/${name} `) });
  return entries;
}

function startsOther(command) {
  return room.commands.some((other) => other.words.startsWith(`${command.words} `));
}

// The command whose words begin what is typed; the longest one of several.
function exact(typed) {
  const words = typed.toLowerCase();
  return room.commands.filter((command) => words === command.words || words.startsWith(`${command.words} `))
    .sort((a, b) => b.words.length - a.words.length)[0];
}

function options(command) {
  const given = parsed(command, text.value.slice(1 + command.words.length));
  const left = command.options.filter((option) => !(option.name in given));
  const entries = [{ title: `/${command.words}`, note: `Enter: ${command.description}`, pick: () => enter(command) }];
  for (const option of left) {
    const must = option.required ? " (required)" : "";
    entries.push({ title: `${option.name}:`, note: option.description + must,
      pick: () => (option.type === OPTION.FILE ? form(command) : fill(`${text.value.trimEnd()} ${option.name}:`)) });
  }
  if (left.length) entries.push({ title: "Fill in a form", note: "all options with their choices", pick: () => form(command) });
  return entries;
}

// Options as they are typed: `name:value`, and what comes before them for the first option that takes a text.
function parsed(command, typed) {
  const names = command.options.map((option) => option.name.replace(/[^\w-]/g, ""));
  if (!names.length) return {};
  const pieces = typed.split(new RegExp(`(?:^|\\s)(${names.join("|")}):`));
  const first = command.options.find((option) => option.type === OPTION.TEXT) || command.options[0];
  const values = {};
  if (pieces[0].trim()) values[first.name] = valueOf(first, pieces[0].trim());
  for (let at = 1; at < pieces.length; at += 2) {
    const option = command.options.find((one) => one.name === pieces[at]);
    if (pieces[at + 1].trim()) values[pieces[at]] = valueOf(option, pieces[at + 1].trim());
  }
  return values;
}

function valueOf(option, words) {
  const choice = (option.choices || []).find((one) => one.name.toLowerCase() === words.toLowerCase());
  if (choice) return String(choice.value);
  if (option.type === OPTION.BOOLEAN) return String(/^(true|yes|1)$/i.test(words));
  if (![OPTION.USER, OPTION.CHANNEL, OPTION.ROLE, OPTION.MENTIONABLE].includes(option.type)) return words;
  const named = things(option, room).find(([, name]) => name.toLowerCase() === words.replace(/^[#@]/, "").toLowerCase());
  return named ? named[0] : words;
}

function enter(command) {
  const given = parsed(command, text.value.slice(1 + command.words.length));
  if (command.options.some((option) => option.required && !(option.name in given))) { form(command); return; }
  run(command, given);
}

function run(command, given) {
  fill("");
  expecting = true;
  send({ do: "command", words: command.words, options: given });
}

function form(command) {
  fill("");
  const complete = (option, typed, then) => { waiting = then; send({ do: "complete", words: command.words, option, typed }); };
  commandForm(dialog, command, room, complete, (given) => run(command, given));
}

function fill(words) {
  text.value = words;
  grow();
  suggest();
  text.focus();
}

// The mention that is being typed before the caret: where it begins and its name so far.
function mention() {
  const found = /(?:^|\s)@([^\s@]*)$/.exec(text.value.slice(0, text.selectionStart));
  return found ? { start: text.selectionStart - found[1].length, typed: found[1].toLowerCase() } : null;
}

function named() {
  const listed = [...room.members.map((one) => [one.name, `<@${one.id}>`, "member"]),
    ...room.roles.map((one) => [one.name.replace(/^@/, ""), `<@&${one.id}>`, "role"])];
  return listed.sort((a, b) => b[0].length - a[0].length);
}

function people(at) {
  return named().filter(([name]) => name.toLowerCase().startsWith(at.typed)).reverse().map(([name, , kind]) => ({
    title: `@${name}`, note: kind,
    pick: () => {
      const after = text.value.slice(text.selectionStart);
      fill(`${text.value.slice(0, at.start)}${name} ${after.trimStart()}`);
      offer([]);
    },
  }));
}

// Names after an @ become what Discord sends for them.
function mentioned(words) {
  for (const [name, code] of named()) {
    if (name === "everyone" || name === "here") continue;
    words = words.split(/(?<![\w<])@/).map((piece, number) => (number && piece.startsWith(name) && !/^[\w-]/.test(piece.slice(name.length))
      ? `\u0000${code}${piece.slice(name.length)}` : number ? `@${piece}` : piece)).join("").replaceAll("\u0000", "");
  }
  return words;
}

function paletteKey(event) {
  const entries = [...palette.children];
  const at = Math.max(entries.findIndex((entry) => entry.getAttribute("aria-selected") === "true"), 0);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step) { mark((at + step + entries.length) % entries.length, true); return true; }
  if (event.key === "Enter" && !event.shiftKey) { chosen(entries, at); return true; }
  if (event.key === "Tab" && !event.shiftKey) { entries[at].click(); return true; }
  if (event.key === "Escape") { offer([]); return true; }
  return false;
}

// Enter on a whole command runs it, unless the arrows chose another line.
function chosen(entries, at) {
  const command = at === 0 && !mention() && text.value.startsWith("/") ? exact(text.value.slice(1)) : null;
  if (command) enter(command);
  else entries[at].click();
}

$("people").addEventListener("change", () => open(room.id));
if (matchMedia("(max-width: 40rem)").matches) $("tour").open = false;
connect();
