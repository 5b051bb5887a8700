/** A reply as a client gives it, who has parsed it already: its text need not be parsed again for what is no amount. */
export class FetchedReply {
  readonly status: number;
  readonly text: string;
  /** What `JSON.parse` makes of the text; undefined when the client does not say. */
  readonly body: unknown;
  readonly fetchedAt: string = new Date().toISOString();

  constructor(status: number, text: string, body: unknown) {
    this.status = status;
    this.text = text;
    this.body = body;
  }
}
