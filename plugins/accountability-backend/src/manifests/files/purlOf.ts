/** A longer version is none. */
const MOST_CHARACTERS = 100;

/** The package url of what a file asks for; none where it names no version. */
export function purlOf(named: string, version: string | undefined): string[] {
  const asked = version?.trim();
  return asked && asked.length <= MOST_CHARACTERS
    ? [`${named}@${encodeURIComponent(asked)}`]
    : [];
}
