/** Opens and closes what is folded behind a count. */
export function Toggle(props: {
  children: string;
  open: boolean;
  controls: string;
  onToggle(): void;
}) {
  return (
    <button
      type="button"
      className="acc-link acc-textButton acc-toggle"
      aria-expanded={props.open}
      aria-controls={props.open ? props.controls : undefined}
      onClick={props.onToggle}
    >
      {props.children}
    </button>
  );
}
