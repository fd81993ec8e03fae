/** Whether a link leads to a page, and is nothing that a browser would run. What is written by others is checked where it comes in, and once more where it is shown. */
export function isWebAddress(url: string): boolean {
  return URL.canParse(url) && /^https?:$/.test(new URL(url).protocol);
}
