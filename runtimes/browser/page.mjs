// Holds no key: it asks a proxy of its own origin, which adds them. Writes the outcome into the page.
import { witness } from "./witness.mjs";

const settings = await (await fetch("/settings.json")).json();
const absolute = (paths) =>
  Object.fromEntries(
    Object.entries(paths).map(([name, path]) => [name, new URL(path, location.origin).href]),
  );
const outcome = await witness({
  ...settings,
  urls: absolute(settings.urls),
  faults: absolute(settings.faults),
}).catch((error) => ({ failed: String(error) }));
document.querySelector("#outcome").textContent = JSON.stringify(outcome);
document.title = "done";
