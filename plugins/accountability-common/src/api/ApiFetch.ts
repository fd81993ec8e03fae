import { ResponseError } from '@backstage/errors';

/** Where an API is, and a `fetch` that already carries the caller's credentials. */
export interface ApiFetchOptions {
  /** Base address of the plugin, for example `plugin://accountability`. */
  baseUrl: string;
  fetch: typeof fetch;
}

/** Parameters of a query; those without a value are left out. */
export type Query = Record<string, string | number | boolean | undefined>;

/** What clients of the API share. Answers outside 2xx are thrown as `ResponseError`. */
export class ApiFetch {
  constructor(private readonly options: ApiFetchOptions) {}

  protected async get<T>(route: string, query: Query = {}): Promise<T> {
    const params = new URLSearchParams();
    for (const [key, value] of Object.entries(query)) {
      if (value !== undefined) params.set(key, String(value));
    }
    const search = params.size ? `?${params}` : '';
    return this.send<T>(`${route}${search}`);
  }

  protected post<T>(route: string, body: object): Promise<T> {
    return this.write<T>('POST', route, body);
  }

  protected put<T>(route: string, body: object): Promise<T> {
    return this.write<T>('PUT', route, body);
  }

  protected async send<T>(route: string, init?: RequestInit): Promise<T> {
    const response = await this.options.fetch(
      `${this.options.baseUrl}${route}`,
      init,
    );
    if (!response.ok) throw await ResponseError.fromResponse(response);
    return response.json();
  }

  private write<T>(method: string, route: string, body: object): Promise<T> {
    return this.send<T>(route, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  }
}
