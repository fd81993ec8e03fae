/** A level's name as a heading writes it: `gold` becomes `Gold`. */
export function levelName(name: string): string {
  return name.charAt(0).toLocaleUpperCase('en') + name.slice(1);
}
