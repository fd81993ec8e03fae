import { ReactNode } from 'react';

/** What is said of a page in a line; what is empty is left out. */
export function Tags({ tags }: { tags: ReactNode[] }) {
  return (
    <ul className="acc-tags">
      {tags.filter(Boolean).map((tag, place) => (
        <li key={place}>{tag}</li>
      ))}
    </ul>
  );
}
