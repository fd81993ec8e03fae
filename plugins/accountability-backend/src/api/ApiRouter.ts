import { RequestHandler } from 'express';
import { Endpoints } from './endpoints';

/** A path as express writes it: `/services/:name` for `/services/{name}`. */
type ExpressPath<T extends string> =
  T extends `${infer Before}{${infer Name}}${infer After}`
    ? `${Before}:${Name}${ExpressPath<After>}`
    : T;

/** Endpoints of one method, by their paths as express writes them. */
type ByPath<Method extends string> = {
  [K in keyof Endpoints as K extends `#${Method}|${infer Path}`
    ? ExpressPath<Path>
    : never]: Endpoints[K];
};

type HandlerOf<Endpoint> = RequestHandler<
  Endpoint extends { path: infer T } ? T : Record<string, never>,
  Endpoint extends { response: infer T } ? T : unknown,
  Endpoint extends { body: infer T } ? T : unknown,
  Endpoint extends { query: infer T } ? T : Record<string, never>
>;

type AddRoute<Method extends string> = <Path extends keyof ByPath<Method>>(
  path: Path,
  handler: HandlerOf<ByPath<Method>[Path]>,
) => unknown;

/**
 * A router that takes routes of the OpenAPI document alone, with the types of
 * each. Backstage's own type of it is too much for the compiler from thirty
 * endpoints on.
 */
export interface ApiRouter {
  get: AddRoute<'get'>;
  post: AddRoute<'post'>;
  put: AddRoute<'put'>;
}
