// Opens an address in Chromium and prints what the page wrote: `open-page.mjs <program> <address>`.
import { chromium } from "playwright-core";

const [executablePath, address] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath,
  args: [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});
try {
  const page = await browser.newPage();
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(String(error)));
  await page.goto(address);
  await page
    .waitForFunction('document.title === "done"', undefined, { timeout: 60_000 })
    .catch(() => undefined);
  const outcome = await page.textContent("#outcome");
  if (!outcome) throw new Error(`the page wrote nothing: ${complaints.join("; ")}`);
  console.log(outcome);
} finally {
  await browser.close();
}
