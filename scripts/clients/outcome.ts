/** What a client made of a reply: its data, or the status that its error carries. */
export type Outcome =
  | { readonly data: unknown; readonly status?: never }
  | { readonly data?: never; readonly status: number | undefined };
