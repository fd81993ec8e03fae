import { z } from 'zod';

/** Issues named at most; one bad batch must not fill the answer. */
const MOST_ISSUES = 3;

/** What is wrong with a value, in one line, without the value itself. */
export function describeIssues(error: z.ZodError): string {
  const named = error.issues
    .slice(0, MOST_ISSUES)
    .map(({ path, message }) =>
      path.length > 0 ? `${path.join('.')}: ${message}` : message,
    );
  const left = error.issues.length - named.length;
  return [...named, ...(left > 0 ? [`and ${left} more`] : [])].join('; ');
}
