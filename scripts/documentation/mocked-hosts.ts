// Loaded before an example of the documentation: its requests to the vendors' own addresses reach the mocks,
// and those to any other host fail, so that no example ever leaves this machine.
const mocks = new Map(Object.entries(JSON.parse(process.env["DOCUMENTATION_MOCKS"] ?? "{}")));
const platformFetch = globalThis.fetch;

globalThis.fetch = async (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input);
  if (url.hostname === "127.0.0.1") return platformFetch(input, init);
  for (const [address, mock] of mocks) {
    if (url.href.startsWith(address))
      return platformFetch(`${String(mock)}${url.href.slice(address.length)}`, init);
  }
  throw new Error(`the documentation may not ask ${url.origin}`);
};
