"use strict";
// Passkeys: a form whose answer the browser's own authenticator gives. Without script the forms stay hidden.
(() => {
  if (!window.PublicKeyCredential || !PublicKeyCredential.parseRequestOptionsFromJSON) return;

  const ask = async (form, path, body) => {
    const answer = await fetch(path, {
      method: "POST",
      headers: {"Content-Type": "application/json", "X-CSRF-TOKEN": form.elements._csrf.value},
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(String(answer.status));
    return answer.json();
  };

  const use = async (form) => {
    const options = await ask(form, "/second-factor/passkey/options", {});
    const passkey = await navigator.credentials.get({
      publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options),
    });
    return ask(form, "/second-factor/passkey", passkey.toJSON());
  };

  const make = async (form) => {
    const options = await ask(form, "/second-factor/enrol/passkey/options", {
      password: form.elements.password.value,
    });
    const passkey = await navigator.credentials.create({
      publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options),
    });
    return ask(form, "/second-factor/enrol/passkey", {
      credential: passkey.toJSON(),
      label: form.elements.label.value,
    });
  };

  for (const form of document.querySelectorAll("[data-passkey]")) {
    const status = form.querySelector("[data-status]");
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      status.textContent = "";
      try {
        const answer = await (form.dataset.passkey === "use" ? use(form) : make(form));
        location.assign(answer.next);
      } catch (refused) {
        status.textContent = form.dataset.failed;
      }
    });
  }
})();
