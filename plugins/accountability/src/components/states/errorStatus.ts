/** The HTTP status of a failed answer, 0 where there was none, and the server's own sentence. */
export function errorStatus(error: Error): { code: number; sentence: string } {
  const code = 'statusCode' in error ? Number(error.statusCode) : 0;
  const cause = 'cause' in error ? error.cause : undefined;
  const sentence =
    code > 0 && cause instanceof Error && cause.message
      ? cause.message
      : error.message;
  return { code, sentence };
}
