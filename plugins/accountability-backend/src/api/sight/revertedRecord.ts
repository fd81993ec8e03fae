const commit = /^[0-9a-f]{7,64}$/i;

/** Id of the record that a change says it undoes; undefined where it names a commit, which tells of no service, or nothing. */
export function revertedRecord({
  reverts,
}: {
  reverts?: string;
}): string | undefined {
  return reverts === undefined || commit.test(reverts) ? undefined : reverts;
}
