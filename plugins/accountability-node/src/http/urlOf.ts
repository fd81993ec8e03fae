import { HttpRequest } from './HttpClient';

/** The URL of a request, or undefined where it is not on the host of the base URL. */
export function urlOf(
  baseUrl: string,
  { path, query = {} }: Pick<HttpRequest, 'path' | 'query'>,
): URL | undefined {
  const isWhole = /^https?:\/\//i.test(path);
  const text = isWhole
    ? path
    : `${baseUrl.replace(/\/+$/, '')}/${path.replace(/^\/+/, '')}`;
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.origin !== new URL(baseUrl).origin) return undefined;
  for (const [name, value] of Object.entries(query)) {
    for (const each of [value].flat()) {
      if (each !== undefined) url.searchParams.append(name, String(each));
    }
  }
  return url;
}
