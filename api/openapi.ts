// Our contract in the form other people's tools read: OpenAPI 3.1, made from the same declarations the server refuses to
// start without and the screens call. Nothing is described twice.

import * as z from 'zod/mini';
import { type Endpoint, problem } from './endpoint.ts';

export type DescribedRoute = {
  readonly endpoint: Endpoint;
  /** Who may ever be let in; a signed-in person's standing to the patient is decided for each request. */
  readonly roles: readonly string[];
  readonly isPublic: boolean;
  readonly isIdempotentByKey: boolean;
  readonly resource?: string | undefined;
  readonly maxBytes: number;
};

type Json = { readonly [key: string]: unknown };

const refusals: readonly (readonly [status: string, when: string])[] = [
  ['400', 'A field needs another look'],
  ['401', 'Nobody is signed in'],
  ['403', 'Not yours to open, or not from our own screens'],
  ['404', 'There is nothing here, or nothing you may know of'],
  ['409', 'Something else was saved first, or this id was used for something else'],
  ['413', 'Larger than can be sent here'],
  ['415', 'Not JSON'],
  ['422', 'Understood, and not possible'],
  ['429', 'Too many requests'],
];

function schemaOf(type: z.ZodMiniType, io: 'input' | 'output'): Json {
  const { $schema: _, ...schema } = z.toJSONSchema(type, { io, unrepresentable: 'any' }) as Json;
  return schema;
}

export function openapi(routes: readonly DescribedRoute[]): Json {
  const paths: Record<string, Record<string, Json>> = {};
  const sorted = [...routes].sort((a, b) => (a.endpoint.path < b.endpoint.path ? -1 : 1));
  for (const each of sorted) {
    const path = each.endpoint.path.replaceAll(/:([A-Za-z]+)/g, '{$1}');
    paths[path] = { ...paths[path], [each.endpoint.method.toLowerCase()]: operation(each) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Mooring',
      version: '1',
      description:
        'Instants are epoch milliseconds, dates are YYYY-MM-DD, ids are UUIDs made by whoever sends them. An answer that cannot be given is a problem detail (RFC 9457) whose code is stable.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    paths,
    components: {
      securitySchemes: { signIn: { type: 'apiKey', in: 'cookie', name: '__Host-mooring' } },
      schemas: { Problem: schemaOf(problem, 'output') },
      parameters: {
        OwnScreens: {
          name: 'X-Mooring',
          in: 'header',
          required: true,
          description: 'Says that our own screens sent this; a form on another site cannot.',
          schema: { const: '1' },
        },
        CommandId: {
          name: 'Idempotency-Key',
          in: 'header',
          required: true,
          description: 'Made once for this act and said again with every retry of it.',
          schema: { type: 'string', format: 'uuid' },
        },
      },
      responses: Object.fromEntries(
        refusals.map(([status, when]) => [
          `Refused${status}`,
          {
            description: when,
            content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
          },
        ]),
      ),
    },
  };
}

function operation({
  endpoint,
  roles,
  isPublic,
  isIdempotentByKey,
  resource,
  maxBytes,
}: DescribedRoute): Json {
  const unsafe = endpoint.method !== 'GET';
  const query = endpoint.query === undefined ? {} : schemaOf(endpoint.query, 'input');
  const asked = (query['properties'] ?? {}) as Record<string, Json>;
  const required = (query['required'] ?? []) as readonly string[];
  return {
    operationId: operationId(endpoint),
    summary: endpoint.summary,
    security: isPublic ? [] : [{ signIn: [] }],
    ...(isPublic ? {} : { 'x-roles': roles, 'x-resource': resource }),
    parameters: [
      ...[...endpoint.path.matchAll(/:([A-Za-z]+)/g)].map(([, name]) => ({
        name,
        in: 'path',
        required: true,
        schema: { type: 'string', format: 'uuid' },
      })),
      ...Object.entries(asked).map(([name, schema]) => ({
        name,
        in: 'query',
        required: required.includes(name),
        schema,
      })),
      ...(unsafe ? [{ $ref: '#/components/parameters/OwnScreens' }] : []),
      ...(unsafe && isIdempotentByKey ? [{ $ref: '#/components/parameters/CommandId' }] : []),
    ],
    ...(endpoint.body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            'x-max-bytes': maxBytes,
            content: { 'application/json': { schema: schemaOf(endpoint.body, 'input') } },
          },
        }),
    responses: {
      '200': {
        description: endpoint.summary,
        content: { 'application/json': { schema: schemaOf(endpoint.response, 'output') } },
      },
      ...Object.fromEntries(
        refusals
          .filter(([status]) => unsafe || !['409', '413', '415', '422'].includes(status))
          .filter(([status]) => !isPublic || status !== '401' || unsafe)
          .map(([status]) => [status, { $ref: `#/components/responses/Refused${status}` }]),
      ),
    },
  };
}

function operationId({ method, path }: Endpoint): string {
  const words = path
    .replace('/api/', '')
    .split('/')
    .map((part) => (part.startsWith(':') ? `by-${part.slice(1).replace(/Id$/, '')}` : part))
    .join('-');
  return `${method.toLowerCase()}-${words}`;
}
