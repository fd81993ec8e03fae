/**
 * URL of the next page that a `Link` header names, on the host that was asked.
 * Only its path and query count: servers behind a proxy often name a wrong
 * scheme or port, and no page of another host is asked for anyway.
 */
export function readNextLink(
  headers: Headers,
  asked: string,
): string | undefined {
  const links = (headers.get('link') ?? '').matchAll(/<([^>]*)>([^<]*)/g);
  for (const [, target, parameters] of links) {
    const rel = /;\s*rel\s*=\s*"?([^";]*)"?/i.exec(parameters)?.[1] ?? '';
    const isNext = rel.toLowerCase().split(/\s+/).includes('next');
    if (isNext && URL.canParse(target, asked)) {
      const { pathname, search } = new URL(target, asked);
      return new URL(`${pathname}${search}`, asked).href;
    }
  }
  return undefined;
}
