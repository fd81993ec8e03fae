/** Nothing to show: one sentence and the next step. */
export function EmptySentence({ children }: { children: string }) {
  return <p className="acc-muted">{children}</p>;
}
