/** The name of a cell where the table is too narrow for its head. */
export function CellLabel({ children }: { children: string }) {
  return <div className="acc-cellLabel acc-label">{children}</div>;
}
