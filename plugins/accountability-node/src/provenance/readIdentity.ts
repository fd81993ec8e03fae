/** Who wrote or committed, as git has it. */
export interface Identity {
  name: string;
  /** Lower case; empty where there is none. */
  email: string;
  /** The name of an account of GitHub that hides its address, without its number. */
  account?: string;
}

/** Reads `Name <e-mail>`, also where a key stands before it. */
export function readIdentity(text: string): Identity {
  const { name = text, address = '' } =
    /^(?:[\w-]+: )?(?<name>[^<]*)<(?<address>[^>]*)>/.exec(text)?.groups ?? {};
  const email = address.trim().toLowerCase();
  const [, account] =
    /^(?:\d+\+)?(.+)@users\.noreply\.github\.com$/.exec(email) ?? [];
  return { name: name.trim(), email, ...(account && { account }) };
}

/** Whether it is one of these addresses or accounts; in whole, never by a part or a first name. */
export function isOneOf(
  { email, account }: Identity,
  these: readonly string[],
): boolean {
  return these.some(one => {
    const wanted = one.toLowerCase();
    return wanted.includes('@') ? wanted === email : wanted === account;
  });
}
