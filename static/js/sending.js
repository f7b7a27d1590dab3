// A form that htmx sent in vain is sent again as a form: the page that comes says why, and what to do.
document.body.addEventListener("htmx:responseError", ({ detail }) => {
  const { elt: form, requestConfig } = detail;
  if (!form.matches("form[action]")) return;
  const { name, value } = requestConfig.triggeringEvent.submitter ?? {};
  const pressed = Object.assign(document.createElement("input"), { type: "hidden", name, value });
  if (name) form.append(pressed);
  form.submit();
  // Who comes back to this page may press another button.
  pressed.remove();
});
