/** A version of Java as it is counted since Java 9: `8` for `1.8`; what a distribution puts before it goes where that is Temurin or OpenJDK itself. */
export function javaOf(asked: string): string {
  return asked
    .trim()
    .replace(/^(?:temurin|openjdk\d*|java)-/i, '')
    .replace(/^1\.(?=[5-8](?:\D|$))/, '');
}
