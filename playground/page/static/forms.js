"use strict";
// Forms of slash commands, built node by node: nothing that came from the server is parsed as HTML here.

const OPTION = { TEXT: 3, INTEGER: 4, BOOLEAN: 5, USER: 6, CHANNEL: 7, ROLE: 8, MENTIONABLE: 9, NUMBER: 10, FILE: 11 };

function node(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

function choiceList(entries, required) {
  const list = node("select");
  if (!required) list.append(node("option", { value: "", textContent: "—" }));
  for (const [value, label] of entries) list.append(node("option", { value, textContent: label }));
  return list;
}

function things(option, room) {
  const channels = room.channels.filter((c) => !option.channel_types || option.channel_types.includes(c.kind));
  const listed = { [OPTION.CHANNEL]: channels, [OPTION.ROLE]: room.roles }[option.type] || room.members;
  return listed.map((thing) => [thing.id, thing.name]);
}

function optionInput(option, room, complete) {
  if (option.choices && option.choices.length) {
    return choiceList(option.choices.map((choice) => [String(choice.value), choice.name]), option.required);
  }
  if (option.type === OPTION.BOOLEAN) return choiceList([["true", "True"], ["false", "False"]], option.required);
  if ([OPTION.USER, OPTION.CHANNEL, OPTION.ROLE, OPTION.MENTIONABLE].includes(option.type)) {
    return choiceList(things(option, room), option.required);
  }
  if (option.type === OPTION.FILE) return node("input", { type: "file" });
  if (option.type === OPTION.INTEGER || option.type === OPTION.NUMBER) {
    const input = node("input", { type: "number", step: option.type === OPTION.INTEGER ? "1" : "any" });
    if ("min_value" in option) input.min = option.min_value;
    if ("max_value" in option) input.max = option.max_value;
    return input;
  }
  const input = option.autocomplete ? node("input") : node("textarea", { rows: 1 });
  if (option.min_length) input.minLength = option.min_length;
  if (option.max_length) input.maxLength = option.max_length;
  if (option.autocomplete) completing(input, option, complete);
  return input;
}

function completing(input, option, complete) {
  const list = node("datalist", { id: `list-${option.name}` });
  input.setAttribute("list", list.id);
  input.autocomplete = "off";
  input.list_ = list;
  let timer = 0;
  const ask = () => complete(option.name, input.value, (choices) => {
    list.replaceChildren(...choices.map((choice) => node("option", { value: choice.value, label: choice.name })));
  });
  input.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(ask, 150); });
  input.addEventListener("focus", ask, { once: true });
}

async function fileOf(file) {
  const url = await new Promise((done, fail) => {
    const reader = new FileReader();
    reader.onload = () => done(reader.result);
    reader.onerror = () => fail(reader.error);
    reader.readAsDataURL(file);
  });
  return { name: file.name, type: file.type, data: url.slice(url.indexOf(",") + 1) };
}

// Shows the form of a command in the dialog and calls `run` with the values by option name.
function commandForm(dialog, command, room, complete, run) {
  const fields = command.options.map((option) => {
    const input = optionInput(option, room, complete);
    input.name = option.name;
    input.required = Boolean(option.required);
    const title = node("span", { textContent: option.name, className: option.required ? "must" : "" });
    const label = node("label", {}, title, node("span", { className: "subtext", textContent: option.description }), input);
    if (input.list_) label.append(input.list_);
    return label;
  });
  const cancel = node("button", { type: "button", className: "button secondary", textContent: "Cancel" });
  cancel.addEventListener("click", () => dialog.close());
  const form = node("form", { method: "dialog" },
    node("h2", { textContent: `/${command.words}` }), node("p", { className: "subtext", textContent: command.description }),
    ...fields, node("div", { className: "row end" }, cancel, node("button", { className: "button primary", textContent: "Run" })));
  form.addEventListener("submit", async () => {
    const values = {};
    for (const input of form.querySelectorAll("[name]")) {
      if (input.type === "file") {
        if (input.files.length) values[input.name] = await fileOf(input.files[0]);
      } else if (input.value !== "") values[input.name] = input.value;
    }
    run(values);
  });
  dialog.replaceChildren(form);
  dialog.showModal();
}
