// API_TOKEN=... node read.mjs statement.pdf
import { readFile } from "node:fs/promises";

const api = "https://api.example.com/v7/documents";

async function ask(address, options = {}) {
  const headers = { Authorization: `Bearer ${process.env.API_TOKEN}`, ...options.headers };
  const answer = await fetch(address, { ...options, headers });
  if (!answer.ok) throw new Error(`${answer.status}: ${await answer.text()}`);
  return answer.json();
}

let document = await ask(api, {
  method: "POST",
  headers: { "Content-Type": "application/pdf" },
  body: await readFile(process.argv[2]),
});
const address = `${api}/${document.id}`;
while (["waiting", "reading"].includes(document.state)) {
  await new Promise((later) => setTimeout(later, 1000));
  document = await ask(address);
}
if (document.state !== "done") throw new Error(`Not read: ${document.reason}`);

const result = await ask(`${address}/result`);
for (const statement of result.statements) {
  for (const row of statement.transactions) {
    console.log(row.date, row.amount.toFixed(2), row.description.join(" "));
  }
}
