/** Names of the lists, as in the configuration. */
export const listNames = ['kev', 'epss', 'lifecycles'] as const;

/** The name of a list. */
export type ListName = (typeof listNames)[number];

/** What a list says of each of its entries, as it is stored. */
export type Entries = Map<string, string | number>;

/** A list that was made out of bytes, or a sentence for an operator: what is wrong with them. */
export type ParsedList =
  | { status: 'read'; asOf: number; entries: Entries }
  | { status: 'fault'; because: string };

/** A public list: how it is read, and where its entries are kept. */
export interface ReferenceList {
  name: ListName;
  /** As people call it: CISA KEV. */
  title: string;
  table: string;
  /** Columns of the table. */
  key: string;
  value: string;
  /** Takes all of the list or nothing: half of one would pass for the whole. Gives way to other work of the process now and then. */
  parse(bytes: Buffer): Promise<ParsedList>;
}
