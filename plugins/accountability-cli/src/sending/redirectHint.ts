/** What to do about a redirect: the token and what is sent would go wherever it leads. */
export const redirectHint =
  'a redirect, which is not followed; give the address behind it as --url';
