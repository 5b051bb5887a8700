/** What can be odd about a reply that was read all the same. */
export type IssueCode =
  | "missing_field"
  | "null_field"
  | "bad_number"
  | "inconsistent"
  | "duplicate_asset"
  | "unknown_asset"
  | "unknown_enum"
  | "unknown_field"
  | "stale"
  | "placeholder"
  | "test_mode"
  | "alternate_shape";

export interface Issue {
  readonly code: IssueCode;
  /** JSON Pointer into the reply. */
  readonly path: string;
  /** For people; quotes nothing of the reply. */
  readonly message: string;
}
