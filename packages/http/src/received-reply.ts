import type { Content } from "./bounded-text.ts";
import type { TextReply } from "./problem.ts";

/** A reply as the vendor's rules see it. */
export class ReceivedReply implements TextReply {
  readonly status: number;
  readonly receivedAtMs: number;
  readonly text: string;
  readonly body: unknown;
  readonly #response: Response;

  constructor(response: Response, receivedAtMs: number, { text, body }: Content = { text: "" }) {
    this.status = response.status;
    this.receivedAtMs = receivedAtMs;
    this.text = text;
    this.body = body;
    this.#response = response;
  }

  /** Copied only for who looks: of a success that is seldom more than its content type. */
  get headers(): Readonly<Record<string, string>> {
    return Object.fromEntries(this.#response.headers);
  }
}
