/** Flags of `accountability policy check`, as commander gives them. */
export interface PolicyCheckFlags {
  facts: string[];
  format: string;
  output?: string;
}

/** Flags of `accountability policy test`, as commander gives them. */
export interface PolicyTestFlags extends PolicyCheckFlags {
  requireFailingCase?: boolean;
}
