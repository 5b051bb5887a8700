/** What a fact is about. Words are the members of an enum. */
export type FactKind =
  | "field"
  | "limit"
  | "media type"
  | "operation"
  | "parameter"
  | "required"
  | "schema name"
  | "security"
  | "server"
  | "status"
  | "type"
  | "word"
  | "wording";

/** One thing that a description says; the same for two descriptions that mean the same, however they are written. */
export interface Fact {
  /** For people: `GET /balance, 200, /data/balance`. */
  readonly place: string;
  readonly kind: FactKind;
  readonly value: string;
  /** A reply is read, a request is written: what may be added to one breaks the other. */
  readonly side: "reply" | "request" | "document";
}

/** Where facts are collected. */
export type Tell = (place: string, kind: FactKind, value: string, side: Fact["side"]) => void;
