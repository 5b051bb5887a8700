import type { ClientOptions } from "@openbalance/http";
import { describe, expect, it } from "vitest";
import { clientOf, type AccountOptions } from "../src/model/account.ts";
import { configMessage } from "./config-error.ts";

interface Options extends ClientOptions {
  readonly apiKey: string;
}
interface Client {
  readonly GET: () => void;
  readonly options?: Options;
}

const existing: Client = { GET: () => undefined };

function clientFor(options: AccountOptions<Options, Client>): {
  readonly client: Client;
  readonly ref: string;
} {
  return clientOf("acme", options, (own) => ({ ...existing, options: own }));
}

describe("the client of an account", () => {
  it("is made of the options without the label", () => {
    const { client, ref } = clientFor({ apiKey: "k", timeoutMs: 5, ref: "prod" });
    expect(client.options).toEqual({ apiKey: "k", timeoutMs: 5 });
    expect(ref).toBe("prod");
  });

  it("is the one given, labelled with the vendor's name when there is no label", () => {
    expect(clientFor({ client: existing })).toEqual({ client: existing, ref: "acme" });
  });

  it.each([
    ["options", undefined],
    ["options", "key"],
    ["`ref`", { apiKey: "k", ref: "" }],
    ["`ref`", { apiKey: "k", ref: 5 }],
    ["`apiKey`", { client: existing, apiKey: "k" }],
    ["`client`", { client: "key" }],
    ["`client`", { client: {} }],
  ])("refuses wrong %s instead of ignoring them", async (name, options) => {
    // What only plain JavaScript can hand in.
    const wrong = options as unknown as AccountOptions<Options, Client>;
    expect(await configMessage(() => clientFor(wrong))).toContain(name);
  });
});
