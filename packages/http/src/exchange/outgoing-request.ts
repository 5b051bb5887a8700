/** A request as it goes out. A vendor's `authorize` adds headers to it for every attempt anew. */
export interface OutgoingRequest {
  /** In upper case. */
  readonly method: string;
  readonly url: URL;
  /** Names in lower case. */
  readonly headers: Record<string, string>;
  readonly body?: NonNullable<RequestInit["body"]> | undefined;
}
