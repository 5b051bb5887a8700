import { vendorAddresses } from "../documentation/example-environment.ts";

/** The addresses that READMEs and examples read from, and those of the mocks that stand in for them. */
export function mockedAddresses(urls: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const pairs = Object.entries({
    ...vendorAddresses,
    bitfront: ["https://openapi.bitfront.me", "http://localhost:4010"],
    // The made-up vendor of examples answers like Telnyx.
    telnyx: ["https://api.telnyx.com/v2", "https://api.acme.example/v1"],
  });
  return Object.fromEntries(
    pairs.flatMap(([vendor, addresses]) => {
      const mock = urls[vendor];
      return mock === undefined ? [] : addresses.map((address) => [address, mock] as const);
    }),
  );
}
