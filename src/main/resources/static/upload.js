// Makes the upload form kinder: drag and drop, a list of what was chosen, true progress.
// Without it the plain form does the same work.
(() => {
  "use strict";
  for (const form of document.querySelectorAll("form[data-upload]")) {
    const input = form.querySelector("input[type=file]");
    const drop = form.querySelector("[data-drop]");
    const chosen = form.querySelector("[data-chosen]");
    const status = form.querySelector("[data-status]");
    const refuse = (text) => {
      status.textContent = text;
      status.classList.add("problem");
    };
    const say = (text, value) => text.replace("{0}", value);
    const megabytes = new Intl.NumberFormat(document.documentElement.lang.split("-")[0], {
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    });
    const size = (bytes) =>
      bytes < 1048576 ? `${Math.ceil(bytes / 1024)} kB` : `${megabytes.format(bytes / 1048576)} MB`;

    const take = (files) => {
      const transfer = new DataTransfer();
      for (const file of files) transfer.items.add(file);
      input.files = transfer.files;
      list();
    };

    const list = () => {
      chosen.replaceChildren(
        ...[...input.files].map((file) => {
          const item = document.createElement("li");
          const name = document.createElement("span");
          name.textContent = `${file.name} · ${size(file.size)}`;
          const remove = document.createElement("button");
          remove.type = "button";
          remove.className = "quiet";
          remove.textContent = say(form.dataset.remove, file.name);
          remove.addEventListener("click", () => {
            take([...input.files].filter((other) => other !== file));
            input.focus();
          });
          item.append(name, remove);
          return item;
        }),
      );
    };

    input.addEventListener("change", list);
    drop.addEventListener("dragover", (event) => {
      event.preventDefault();
      drop.classList.add("over");
    });
    drop.addEventListener("dragleave", () => drop.classList.remove("over"));
    drop.addEventListener("drop", (event) => {
      event.preventDefault();
      drop.classList.remove("over");
      take([...input.files, ...event.dataTransfer.files]);
    });

    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const request = new XMLHttpRequest();
      request.open("POST", form.action);
      request.responseType = "document";
      request.upload.addEventListener("progress", (sent) => {
        if (sent.lengthComputable) {
          status.classList.remove("problem");
          status.textContent = say(form.dataset.sending, Math.floor((100 * sent.loaded) / sent.total));
        }
      });
      request.addEventListener("load", () => {
        const answer = request.status === 400 ? request.response : null;
        const notice = answer?.querySelector(".notice");
        const uploaded = answer?.querySelector("[data-uploaded]");
        if (!notice || !uploaded) {
          window.location.assign(request.responseURL || form.action);
          return;
        }
        refuse(notice.textContent);
        document.querySelector("[data-uploaded]").replaceWith(uploaded);
      });
      request.addEventListener("error", () => refuse(form.dataset.failed));
      request.send(new FormData(form));
    });
  }
})();
