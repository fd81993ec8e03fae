import {
  OutsideFault,
  PollRequest,
  PollStep,
  PollStream,
  Detect,
} from 'backstage-plugin-accountability-node';
import { GithubApi, OwnerClients } from './GithubApi';
import { Repository, RepositoryReader } from './RepositoryReader';

/** A repository that is polled. */
export interface PolledRepository {
  /** As the catalog names it: `acme/payments`. */
  slug: string;
  /** As webhooks name it. */
  repository: Repository;
  clients: OwnerClients;
  /** Reads the markers of tools. */
  detect: Detect;
}

/** What every stream of GitHub's asks with. */
export interface StreamContext {
  api: GithubApi;
  repositories: RepositoryReader;
  detect: Detect;
}

const SLUG = /^[\w.-]+\/[\w.-]+$/;

/** A stream over each repository. */
export function repositoryStream(
  stream: Pick<PollStream, 'id' | 'detailsMerges'>,
  walk: (
    polled: PolledRepository,
    request: PollRequest,
  ) => AsyncIterable<PollStep>,
): (context: StreamContext) => PollStream {
  return ({ api, repositories, detect }) => ({
    ...stream,
    scope: 'subject',
    async *poll(request) {
      const slug = request.subject.slice(request.subject.indexOf(':') + 1);
      if (!SLUG.test(slug)) {
        const because = `${slug} is no name of a repository`;
        yield { status: 'fault', fault: new OutsideFault('refused', because) };
        return;
      }
      const repository = await repositories.read(slug, {
        now: request.startedAt,
        signal: request.signal,
      });
      if ('fault' in repository) yield repository;
      else {
        const clients = api.clientsOf(slug);
        yield* walk({ slug, repository, clients, detect }, request);
      }
    },
  });
}
