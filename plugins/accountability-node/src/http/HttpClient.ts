import { OutsideFault } from './OutsideFault';

/** One request. Only what changes nothing is asked for: any of them may be repeated. */
export interface HttpRequest {
  /** Below the base URL, or the whole URL of a next page on the same host. */
  path: string;
  /** Left out where undefined; a list gives its name several times. */
  query?: Readonly<
    Record<string, string | number | readonly string[] | undefined>
  >;
  /** Asks whether anything changed since the answer that had this etag. */
  etag?: string;
  signal: AbortSignal;
}

/** What became of a request. */
export type HttpAnswer =
  | {
      status: 'answered';
      /** The parsed JSON; undefined where the answer has no body. */
      body: unknown;
      headers: Headers;
      /** What was asked; redirects within the host are not in it. */
      url: string;
      etag?: string;
      /** URL of the next page, where the answer names one. */
      next?: string;
    }
  /** Nothing changed since the answer with the etag that was sent. */
  | { status: 'unchanged' }
  | HttpFault;

/** There is no answer to a request. */
export interface HttpFault {
  status: 'fault';
  fault: OutsideFault;
}

/** Asks one host. */
export interface HttpClient {
  get(request: HttpRequest): Promise<HttpAnswer>;
  /** For questions only (GraphQL): it may be sent several times. */
  post(request: HttpRequest & { body: unknown }): Promise<HttpAnswer>;
}
