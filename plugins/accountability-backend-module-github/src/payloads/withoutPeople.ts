const E_MAIL = /[\w.+-]+@[\w-]+(\.[\w-]+)*\.[a-z]{2,}/gi;
/** `@somebody`, and not the scope of a package as in `@acme/web`. */
const MENTION = /(?<![\w/])@[a-z\d][a-z\d-]*(\[bot\])?(?![\w/-])/gi;

/** A text that people wrote, with their e-mail addresses and mentions taken out. */
export function withoutPeople(text: string): string {
  return text.replace(E_MAIL, '@…').replace(MENTION, '@…');
}
