import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { loadReplies, type DescribedReply } from "./load-example.ts";
import { startMock, type Mock } from "./start-mock.ts";

/** A vendor's client, to be held against every reply that its description and the mock's overlay show. */
export interface DescribedClient<Client> {
  readonly vendor: string;
  /** Creates a client of the mock at this address, without retries. */
  readonly createClient: (baseUrl: string) => Client;
  /** How each operation is called, by its id in the description. What the mock shall answer is in the headers. */
  readonly calls: Readonly<Record<string, Call<Client>>>;
  /** What an operation's refusals become, by status and name: `404 not-found`, `502 without a body`. 520 is `default`. */
  readonly refusals: Refusals | ((operationId: string) => Refusals);
  /** The code of a refusal that is not among them. Absent: every one has to be. */
  readonly codeOf?: (status: number) => string | undefined;
  /** A part of what the first call is answered when it prefers nothing. */
  readonly answer: object;
}

export type Call<Client> = (
  client: Client,
  options: { readonly headers?: Record<string, string>; readonly parseAs?: "json" | "text" },
) => Promise<{ readonly data: unknown }>;

export type Refusals = Readonly<Record<string, Refusal>>;

/** The error's code, the vendor's own code and the vendor's words; or more of its members. */
export type Refusal =
  | readonly [code: string, vendorCode?: string | undefined, vendorMessage?: string]
  | {
      readonly code: string;
      readonly vendorCode?: string;
      readonly retryable?: boolean;
      /** More than one where the client mends its request. */
      readonly attempts?: number;
    };

/** Tests the client: every success comes as data and as text, every refusal as the error that is expected of it. */
export async function describeClient<Client>(subject: DescribedClient<Client>): Promise<void> {
  const { vendor, createClient, calls, refusals, codeOf, answer } = subject;
  const replies = await loadReplies(vendor);
  let mock: Mock;
  let client: Client;
  beforeAll(async () => {
    mock = await startMock(vendor);
    client = createClient(mock.url);
  });
  afterAll(() => mock.close());

  it("is answered when it asks as the description demands", async () => {
    const [call] = Object.values(calls);
    const result = await call?.(client, {});
    expect(result?.data).toMatchObject(answer);
  });

  describe.each(Object.entries(calls))("%s", (operation, call) => {
    const expected = typeof refusals === "function" ? refusals(operation) : refusals;
    const described = replies.filter(({ operationId }) => operationId === operation);
    const isRefused = (reply: DescribedReply): boolean =>
      reply.status !== 200 || Object.hasOwn(expected, labelOf(reply));

    it.each(described.filter((reply) => !isRefused(reply)))(
      "gives $name as data and as text",
      async (reply) => {
        const headers = preferring(reply);
        expect((await call(client, { headers })).data).toEqual(reply.body);
        const { data: text } = await call(client, { headers, parseAs: "text" });
        expect(JSON.parse(String(text))).toEqual(reply.body);
      },
    );

    it.each(described.filter(isRefused))("rejects for $status $name", async (reply) => {
      const error: unknown = await call(client, { headers: preferring(reply) }).catch(
        (thrown: unknown) => thrown,
      );
      expect(error).toHaveProperty("message", expect.stringContaining(`answered ${reply.status}`));
      const { vendorCode, ...rest } = membersOf(expected[labelOf(reply)] ?? [codeOf?.(reply.status) ?? ""]);
      const httpStatus = reply.status;
      expect(error).toMatchObject({ name: "BalanceError", vendor, httpStatus, attempts: 1, ...rest });
      expect(Reflect.get(Object(error), "vendorCode")).toBe(vendorCode);
    });

    it("has no refusal that nothing is expected of, and expects none that is not described", () => {
      const labels = described.filter(isRefused).map(labelOf);
      const unexpected = labels.filter((label) => codeOf === undefined && !Object.hasOwn(expected, label));
      const undescribed = Object.keys(expected).filter((label) => !labels.includes(label));
      expect({ unexpected, undescribed }).toEqual({ unexpected: [], undescribed: [] });
    });
  });
}

function labelOf({ status, name = "without a body" }: DescribedReply): string {
  return `${status} ${name}`;
}

function preferring({ status, name }: DescribedReply): Record<string, string> {
  return { prefer: name === undefined ? `code=${status}` : `code=${status}, example=${name}` };
}

function membersOf(refusal: Refusal): { readonly [member: string]: unknown; readonly vendorCode?: string } {
  if (!("length" in refusal)) return refusal;
  const [code, vendorCode, vendorMessage] = refusal;
  return {
    code,
    ...(vendorCode !== undefined && { vendorCode }),
    ...(vendorMessage !== undefined && { vendorMessage }),
  };
}
