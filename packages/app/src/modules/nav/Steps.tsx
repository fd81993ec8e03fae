/** The mark of the invented company: three rising steps. */
export function Steps() {
  return (
    <svg width="24" height="24" viewBox="0 0 16 16" aria-hidden>
      <path d="M1 10h3v5H1zM6.5 6h3v9h-3zM12 1h3v14h-3z" fill="currentColor" />
    </svg>
  );
}
