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
  /** A number or a time that nothing of its kind can be: below zero, or outside the years 2000 to 2100. */
  | "out_of_range"
  /** An amount counted in a unit whose number of decimals is not documented. */
  | "unknown_scale"
  | "test_mode"
  | "alternate_shape";

export interface Issue {
  readonly code: IssueCode;
  /** JSON Pointer into the reply. */
  readonly path: string;
  /** For people; quotes nothing of the reply. */
  readonly message: string;
}
