// Loaded before an example of a README. The vendors' addresses lead to mocks, no other can be reached, and
// what an example takes from its surroundings is there.
const addresses = Object.entries(JSON.parse(process.env.MOCKED_ADDRESSES));
const platformFetch = globalThis.fetch;

globalThis.fetch = (input, init) => {
  const target = input instanceof Request ? input.url : input.toString();
  const [address, mock] = addresses.find(([from]) => target.startsWith(from)) ?? [];
  if (mock === undefined) throw new Error(`an example asked for ${target}`);
  return platformFetch(target.replace(address, mock), init);
};
globalThis.apiKey = "demo-key";
globalThis.apiSecret = "demo-secret";
globalThis.freshToken = () => "demo-token";
