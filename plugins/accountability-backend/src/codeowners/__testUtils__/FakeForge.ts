import { createHash } from 'node:crypto';
import {
  UrlReaderService,
  UrlReaderServiceReadUrlOptions,
  UrlReaderServiceReadUrlResponse,
} from '@backstage/backend-plugin-api';
import { NotFoundError, NotModifiedError } from '@backstage/errors';
import { Hosts, Objection } from '../Hosts';

/** Hosts with files, as `UrlReaderService` reads them. */
export class FakeForge implements Pick<UrlReaderService, 'readUrl'>, Hosts {
  readonly files = new Map<string, string>();
  /** Addresses at which reading fails, and why. */
  readonly broken = new Map<string, Error>();
  /** Repositories that the credentials do not reach. */
  readonly closed = new Set<string>();
  objections: Objection[] | undefined;
  /** What was asked for, with whether nothing had changed. */
  readonly asked: { url: string; status: number }[] = [];

  async readUrl(
    url: string,
    options?: UrlReaderServiceReadUrlOptions,
  ): Promise<UrlReaderServiceReadUrlResponse> {
    const fault = this.broken.get(url);
    if (fault) throw fault;
    const text = this.files.get(url);
    if (text === undefined) {
      this.asked.push({ url, status: 404 });
      throw new NotFoundError(`${url} is not there`);
    }
    const etag = createHash('sha256').update(text).digest('hex');
    if (options?.etag === etag) {
      this.asked.push({ url, status: 304 });
      throw new NotModifiedError();
    }
    this.asked.push({ url, status: 200 });
    return { buffer: async () => Buffer.from(text), etag };
  }

  typeOf(url: string): string | undefined {
    const { host } = new URL(url);
    if (host === 'dev.azure.com') return 'azure';
    return /^(github|gitlab)\.com$/.exec(host)?.[1];
  }

  async canRead(url: string): Promise<boolean | undefined> {
    return !this.closed.has(url);
  }

  async findObjections(): Promise<Objection[] | undefined> {
    return this.objections;
  }
}
