const contributors = new Set(['author', 'sponsor', 'by']);

/** What was told, as JSON, without the names that the intake puts keys in the place of. */
export function withoutContributors(told: unknown): string {
  return JSON.stringify(told, (key, value) =>
    contributors.has(key) && typeof value === 'string' ? undefined : value,
  );
}
