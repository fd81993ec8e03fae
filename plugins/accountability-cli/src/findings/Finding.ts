/** Something that a command found, for reports of any format. */
export interface Finding {
  /** Name of the rule, alike from run to run. */
  rule: string;
  /** Title of the rule. */
  title: string;
  level: 'error' | 'warning' | 'note';
  /** What was found. */
  message: string;
  /** What to do about it. */
  help?: string;
  place?: { file: string; line: number; column: number };
  /** What it was found of, such as a service. */
  of?: string;
  /** Why it need not be mended for now. */
  excused?: string;
}
