import { describe, expect, it } from "vitest";
import { isBalanceError } from "../src/index.ts";
import { redact } from "../src/secrets/redact.ts";
import { createAcmeClient, failureOf } from "./acme.ts";
import { scriptedFetch } from "./scripted-fetch.ts";

const key = "sk_Live+7f/3a9c2e51d8Qz04==b604";
const hex = Buffer.from(key).toString("hex");
const base64 = (text: string): string => Buffer.from(text).toString("base64");

describe("a secret is struck out", () => {
  it.each<[form: string, quoted: string]>([
    ["as it is", key],
    ["in another case", key.toUpperCase()],
    ["with an escape of JSON", key.replace("+", String.raw`\u002B`)],
    ["with escapes of JSON within JSON", key.replaceAll(/[+/]/g, String.raw`\\\\u002b`)],
    ["with an escape of JavaScript", key.replace("+", String.raw`\x2B`).replace("/", String.raw`\u{2f}`)],
    ["with backslashes", key.replaceAll(/[+/=]/g, String.raw`\$&`)],
    ["with decimal entities", key.replaceAll("=", "&#61;").replace("+", "&#043;")],
    ["with hexadecimal entities", key.replaceAll("=", "&#x3D;").replace("/", "&#x2F;")],
    ["with named entities", key.replaceAll("=", "&equals;").replace("+", "&amp;plus;")],
    ["in a URL", encodeURIComponent(key)],
    ["in a URL within URLs", encodeURIComponent(encodeURIComponent(encodeURIComponent(key)))],
    ["with every letter escaped", key.replaceAll(/./gs, (each) => `%${each.charCodeAt(0).toString(16)}`)],
    ["with an entity in a URL", encodeURIComponent(key.replace("+", "&#43;"))],
    ["with a blank for its plus", key.replace("+", " ")],
    ["wrapped by a newline", `${key.slice(0, 15)}\n${key.slice(15)}`],
    ["wrapped by an escaped newline", `${key.slice(0, 15)}\\r\\n  ${key.slice(15)}`],
    ["in groups", key.replaceAll(/.{4}/g, "$& ")],
    ["cut after 24 of 31 characters", key.slice(0, 24)],
    ["without its beginning", key.slice(9)],
    ["by 12 characters of its middle", key.slice(9, 21)],
    ["by its first 12 characters", key.slice(0, 12)],
    ["in hex", hex],
    ["in hex of capitals, byte for byte", hex.toUpperCase().replaceAll(/../g, "$&:")],
  ])("%s", (_, quoted) => {
    const shown = redact(`no such key: "${quoted}" (refused)`, ["Bearer of-another", key]);
    expect(shown).toMatch(/^no such key: "\[redacted\][=:]*" \(refused\)$/);
  });

  it.each(["", "u", "us", "user:", '{"apiKey":"'])("in Base64 behind %j", (before) => {
    for (const after of ["", ":", '","x":1}']) {
      const encoded = base64(before + key + after);
      for (const form of [encoded, encoded.replaceAll("+", "-").replaceAll("/", "_")]) {
        // The edges share characters with what surrounds them there.
        const shown = redact(`key ${form}.`, [key]);
        const kept = encoded.length - base64(key).replace(/=+$/, "").length + 8;
        expect(shown).toContain("[redacted]");
        expect(shown.length).toBeLessThanOrEqual("key [redacted].".length + kept);
      }
    }
  });

  it.each(["...", "…", "****", "xxxx", " - "])(
    "by its first 12 characters and its last 4 around %j",
    (filler) => {
      const shown = redact(`bad key ${key.slice(0, 12)}${filler}${key.slice(-4)}, sorry`, [key]);
      expect(shown).toBe(`bad key [redacted]${filler}[redacted], sorry`);
    },
  );

  it("where it holds escapes itself", () => {
    const odd = String.raw`p%41ss\nword-secret`;
    const text = `${odd}, quoted ${JSON.stringify(odd)}, encoded ${encodeURIComponent(odd)}`;
    expect(redact(text, [odd])).toBe('[redacted], quoted "[redacted]", encoded [redacted]');
  });

  it("where it is short, as a whole alone", () => {
    expect(redact("pw hunter2, PW HUNTER2, hunter", ["hunter2"])).toBe(
      "pw [redacted], PW [redacted], hunter",
    );
  });

  it("where none of it is a letter or a digit", () => {
    expect(redact("key !?#$!?#$!?#$ refused", ["!?#$!?#$!?#$"])).toBe("key [redacted] refused");
  });

  it("twice, each time alone", () => {
    expect(redact(`${key.toUpperCase()} or ${hex}`, [key])).toBe(
      "[redacted]==b604 or [redacted]".replace("==b604", ""),
    );
  });
});

describe("a text is kept", () => {
  it.each([
    "The API key you gave is not valid; see https://acme.example/docs?q=a%20b&lang=en",
    "Unauthorized",
    String.raw`C:\new\table &amp; 100% of "it"`,
    "key [redacted]... see above",
    "sk_Live+ is how a key begins",
  ])("that says nothing of a secret: %s", (text) => {
    expect(redact(text, [key, `Bearer ${key}`])).toBe(text);
  });

  it("masks whole what is quoted in more layers than anybody quotes by mistake", () => {
    let nested = "&#38;";
    for (let layer = 0; layer < 20; layer += 1) {
      nested = nested.replaceAll(layer % 2 === 0 ? "&" : "%", layer % 2 === 0 ? "%26" : "&#37;");
    }
    expect(redact(`see ${nested}`, [key])).toBe("[redacted]");
  });
});

describe("a text of a vendor made to keep the process busy", () => {
  const nestings: readonly [name: string, detail: string][] = [
    ["% and 25 thirty thousand times", `%${"25".repeat(30_000)}`],
    ["ten thousand ampersands", "&amp;".repeat(10_000)],
    ["backslashes", "\\".repeat(60_000)],
    ["zeros of an entity", `&#${"0".repeat(60_000)}`],
    ["one layer in the other", `${"%26amp;".repeat(4_000)}${"\\u0026".repeat(4_000)}`],
    ["halves of pairs", "\ud83d".repeat(20_000)],
    ["beginnings of the key", key.slice(0, 11).repeat(5_000)],
    ["the key", key.repeat(2_000)],
  ];

  it.each(nestings)("ends as a refusal: %s", async (_, detail) => {
    for (const name of ["message", "code"]) {
      const fetch = scriptedFetch({ status: 403, body: { [name]: detail } });
      const error = await failureOf(createAcmeClient({ fetch, apiKey: key }).GET("/balance"));
      expect([error.code, isBalanceError(error)]).toEqual(["forbidden", true]);
      expect(error.message.length).toBeLessThan(700);
      expect(error.message).not.toContain(key.slice(0, 12));
    }
  });

  it("is looked at no further than it may be shown", () => {
    const behind = "x".repeat(4_000);
    expect(redact(behind + key, [key])).toBe(`${"x".repeat(300)}…`);
    // Only what comes first is looked at, so what it costs does not depend on what follows.
    expect(redact(`${key}${" ".repeat(4_000)}${key}`, [key])).toBe("[redacted]");
  });
});

describe("a secret of 130 kB", () => {
  const long = Array.from({ length: 130_000 }, (_, at) => ((at * 7_919) % 36).toString(36)).join("");

  it.each<[form: string, quoted: string]>([
    ["whole", long],
    ["in part", long.slice(60_000, 60_100)],
    ["in Base64", base64(`user:${long}`).slice(40, 200)],
    ["in hex", Buffer.from(long).toString("hex").slice(1_000, 1_200)],
  ])("is struck out %s", async (_, quoted) => {
    expect(redact(`no key ${quoted} here`.slice(0, 20_000), [long])).toMatch(/^no key \[redacted\]( here)?$/);
  });

  it.each([
    ["Bearer", (): string => long],
    ["Basic", (): string => base64(`user:${long}`)],
    ["Basic of no Base64", (): string => `${long}!`],
  ])("leads to an ordinary refusal: %s", async (scheme, write) => {
    const authorization = `${scheme.split(" ")[0]} ${write()}`;
    const fetch = scriptedFetch({
      status: 401,
      body: { message: `bad key ${authorization.slice(0, 20_000)}` },
    });
    const rules = {
      authorize: ({ headers }: { headers: Record<string, string> }) =>
        void (headers["authorization"] = authorization),
    };
    const error = await failureOf(createAcmeClient({ fetch, rules }).GET("/balance"));
    expect(error.code).toBe("unauthenticated");
    expect(error.vendorMessage).toBe("bad key [redacted]");
  });
});
