import type { Content } from "./bounded-text.ts";
import { isSuccess, type TextReply } from "./problem.ts";

/** A reply as the vendor's rules see it. */
export class ReceivedReply implements TextReply {
  readonly status: number;
  readonly receivedAtMs: number;
  readonly text: string;
  readonly body: unknown;
  readonly #response: Response;
  #headers: Readonly<Record<string, string>> | undefined;

  constructor(response: Response, receivedAtMs: number, { text, body }: Content = { text: "" }) {
    this.status = response.status;
    this.receivedAtMs = receivedAtMs;
    this.text = text;
    this.body = body;
    this.#response = response;
    // Of a refusal they are needed, and what is odd about them is found while somebody listens.
    if (!isSuccess(response.status)) this.#headers = Object.fromEntries(response.headers);
  }

  /** Copied only for who looks: of a success that is seldom more than its content type. */
  get headers(): Readonly<Record<string, string>> {
    return (this.#headers ??= Object.fromEntries(this.#response.headers));
  }
}
