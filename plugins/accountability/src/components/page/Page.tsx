import { ReactNode } from 'react';

/** A page of ours, as the main part of the document: the app's own frame marks none. */
export function Page(props: {
  /** Whether it begins with a head of its own, see `PageHead`. */
  headed?: boolean;
  children: ReactNode;
}) {
  const headed = props.headed ? ' acc-record' : '';
  return (
    <main className={`acc-stack acc-page${headed}`}>{props.children}</main>
  );
}
