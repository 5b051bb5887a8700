/** How an account is named in a sentence: by its vendor alone where the user gave it no label. */
export function accountLabel(vendor: string, ref: string): string {
  return ref === vendor ? vendor : `${vendor} ${ref}`;
}
