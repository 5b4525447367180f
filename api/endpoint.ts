// The shape of one endpoint. The server refuses to start a route that is not declared here; the screens call the same
// declaration, so path, body and answer cannot drift apart.

import * as z from 'zod/mini';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export type Endpoint<
  Body extends z.ZodMiniType = z.ZodMiniType,
  Answer extends z.ZodMiniType = z.ZodMiniType,
  Query extends z.ZodMiniType = z.ZodMiniType,
> = {
  readonly method: Method;
  readonly path: `/${string}`;
  readonly summary: string;
  readonly body?: Body;
  readonly query?: Query;
  readonly response: Answer;
};

export function endpoint<
  Body extends z.ZodMiniType = z.ZodMiniUndefined,
  Answer extends z.ZodMiniType = z.ZodMiniType,
  Query extends z.ZodMiniType = z.ZodMiniUndefined,
>(declared: {
  method: Method;
  path: `/${string}`;
  summary: string;
  body?: Body;
  query?: Query;
  response: Answer;
}): Endpoint<Body, Answer, Query> {
  return declared;
}

export type BodyOf<E> = E extends Endpoint<infer B, infer _A, infer _Q> ? z.output<B> : never;
export type AnswerOf<E> = E extends Endpoint<infer _B, infer A, infer _Q> ? z.output<A> : never;
export type QueryOf<E> = E extends Endpoint<infer _B, infer _A, infer Q> ? z.output<Q> : never;

/** A refusal as it crosses the wire: RFC 9457 problem details, with the fields that need another look. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  requestId: z.optional(z.string()),
  fields: z.optional(z.array(z.object({ path: z.string(), message: z.string() }))),
});
export type Problem = z.output<typeof problem>;
