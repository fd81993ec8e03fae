import { Caller } from './authorize';

/**
 * What somebody asks by another way than HTTP, whose credentials are known
 * already. Routes take it like a request, so that there is one authorisation.
 */
export class CallerRequest<
  TParams extends object = {},
  TQuery extends object = {},
  TBody = undefined,
> {
  constructor(
    readonly caller: Caller,
    private readonly asked: { params: TParams; query: TQuery; body: TBody },
  ) {}

  get params(): TParams {
    return this.asked.params;
  }

  get query(): TQuery {
    return this.asked.query;
  }

  get body(): TBody {
    return this.asked.body;
  }
}
