/** Longest name of an environment. */
const MOST = 200;

/** The name of an environment by its id; only `production` is production. */
export function environmentName(id: string): string | undefined {
  const name = id.trim().toLowerCase();
  if (name === 'prod') return 'production';
  return name.length > MOST ? undefined : name || undefined;
}
