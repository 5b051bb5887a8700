/** What a balance is of, as a threshold names it: the asset's code, and behind an @ the pool where it stands in one. */
export function rowName(asset: string, pool: string | undefined): string {
  return pool === undefined ? asset : `${asset}@${pool}`;
}
