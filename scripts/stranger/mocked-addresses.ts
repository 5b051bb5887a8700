/** The addresses that READMEs read from, and those of the mocks that stand in for them. */
export function mockedAddresses(urls: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const vendors: Readonly<Record<string, string>> = {
    "https://api.bytenite.com/v1/auth": "bytenite",
    "https://api.bytenite.com/v1/wallet": "bytenite",
    "https://us.api.flexprice.io/v1": "flexprice",
    "https://api.telnyx.com/v2": "telnyx",
    "https://api.glyphrun.com": "glyphrun",
    "https://openapi.bitfront.me": "bitfront",
    "http://localhost:4010": "bitfront",
    // The made-up vendor of examples answers like Telnyx.
    "https://api.acme.example/v1": "telnyx",
  };
  return Object.fromEntries(
    Object.entries(vendors).map(([address, vendor]) => [address, urls[vendor] ?? ""]),
  );
}
