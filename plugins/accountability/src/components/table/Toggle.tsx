/** Opens and closes what is folded behind a count. */
export function Toggle(props: {
  children: string;
  /** What it is of, where others beside it say the same. */
  of?: string;
  open: boolean;
  controls: string;
  onToggle(): void;
}) {
  return (
    <button
      type="button"
      className="acc-link acc-textButton acc-toggle"
      aria-label={props.of && `${props.children}, ${props.of}`}
      aria-expanded={props.open}
      aria-controls={props.open ? props.controls : undefined}
      onClick={props.onToggle}
    >
      {props.children}
    </button>
  );
}
