import { GraphError } from './error.ts';
import type { GraphSlice, Operation } from './openapi.ts';
import { preferenceFaults } from './preferences.ts';
import { readOptions } from './query-options.ts';
import { schemaFaults } from './schema-fit.ts';

/** A request as somebody sent it. */
export interface SentRequest {
  method: string;
  /** Below `/v1.0`, still encoded, without the query. */
  path: string;
  query: URLSearchParams;
  header: (name: string) => string | undefined;
  body: unknown;
}

/** Whether what is sent was given by Graph itself, as a `nextLink` is; its query then is Graph's own. */
export type IsGiven = (request: SentRequest) => boolean;

/** The faults of a request. */
export type RequestCheck = (request: SentRequest) => string[];

const REQUEST_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * A check of requests against Graph's description: the address and the method exist, and options, headers and body are
 * what Graph documents there. Gives the faults found, each with the JSON path, the option or the header it is about.
 */
export function requestCheck(slice: GraphSlice, isGiven: IsGiven): RequestCheck {
  const alone: RequestCheck = (request) => {
    const described = slice.operationAt(request.method, request.path);
    if (described === null) {
      return [`${request.method} ${request.path} is not in Graph's description`];
    }
    const { template, operation } = described;
    return [
      ...(isGiven(request) ? [] : optionFaults(slice, request, template, operation)),
      ...headerFaults(request, operation),
      ...bodyFaults(slice, request, operation),
    ].map((fault) => `${request.method} ${template} ${fault}`);
  };
  return (request) => [...alone(request), ...(request.path === '/$batch' ? innerFaults(request, alone) : [])];
}

function optionFaults(slice: GraphSlice, request: SentRequest, template: string, operation: Operation): string[] {
  const known = (operation.parameters ?? []).filter((one) => one.in === 'query');
  const given = [...new Set(request.query.keys())];
  const unread = (): string[] => {
    try {
      readOptions(request.query, slice.answeredShape(request.method, template));
      return [];
    } catch (fault) {
      if (fault instanceof GraphError) return [`query: ${fault.message}`];
      throw fault;
    }
  };
  return [
    ...given
      .filter((name) => !known.some((one) => one.name === name))
      .map((name) => `query: ${name} is no option of this operation`),
    ...given.filter((name) => request.query.getAll(name).length > 1).map((name) => `query: ${name} is there twice`),
    ...known
      .filter((one) => one.required === true && !request.query.has(one.name))
      .map((one) => `query: ${one.name} is missing`),
    ...unread(),
  ];
}

function headerFaults(request: SentRequest, operation: Operation): string[] {
  const known = (operation.parameters ?? []).filter((one) => one.in === 'header');
  const isKnown = (name: string) => known.some((one) => one.name === name);
  const requestId = request.header('client-request-id');
  const accept = request.header('accept');
  const isAdvanced = request.query.has('$search') || request.query.get('$count') === 'true';
  const level = request.header('consistencylevel');
  return [
    ...known
      .filter((one) => one.required === true && request.header(one.name) === undefined)
      .map((one) => `header: ${one.name} is missing`),
    ...(level !== undefined && level !== 'eventual' ? ['header: ConsistencyLevel must be eventual'] : []),
    ...(isAdvanced && isKnown('ConsistencyLevel') && level === undefined
      ? ['header: ConsistencyLevel is missing']
      : []),
    ...(requestId !== undefined && !REQUEST_ID.test(requestId) ? ['header: client-request-id must be a GUID'] : []),
    ...(accept !== undefined && !/\*\/\*|application\/(json|\*)/.test(accept) && !request.path.endsWith('$value')
      ? ['header: Accept does not take JSON']
      : []),
    ...preferenceFaults(request.header('prefer'), isKnown('Prefer')).map((fault) => `header: Prefer ${fault}`),
  ];
}

function bodyFaults(slice: GraphSlice, request: SentRequest, operation: Operation): string[] {
  const { body } = request;
  const schema = operation.requestBody?.content['application/json']?.schema;
  if (schema === undefined) {
    return body === undefined ? [] : ['body: there is none in this operation'];
  }
  if (body === undefined) {
    // An action whose parameters may all be left out takes no body as well as an empty one.
    const isAction = schema.$ref === undefined && schema.allOf === undefined && (schema.required ?? []).length === 0;
    return isAction ? [] : ['body: is missing'];
  }
  const type = request.header('content-type');
  return [
    ...(type !== undefined && !/^application\/json\s*(;|$)/i.test(type) ? [`header: Content-Type is ${type}`] : []),
    ...schemaFaults(slice.schemas, schema, body).map((fault) => `body: ${fault}`),
  ];
}

function innerFaults(request: SentRequest, check: RequestCheck): string[] {
  const { requests } = (request.body ?? {}) as { requests?: unknown };
  return (Array.isArray(requests) ? (requests as unknown[]) : []).flatMap((one, at) => {
    const inner = (one ?? {}) as { method?: unknown; url?: unknown; headers?: Record<string, unknown>; body?: unknown };
    const [path = '', query = ''] = String(inner.url).split('?');
    const headers = new Map(
      Object.entries(inner.headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
    );
    const sent = {
      method: String(inner.method).toUpperCase(),
      path: path.startsWith('/') ? path : `/${path}`,
      query: new URLSearchParams(query),
      header: (name: string) => headers.get(name.toLowerCase()),
      body: inner.body,
    };
    const untyped =
      inner.body !== undefined && inner.body !== null && !headers.has('content-type')
        ? ['header: Content-Type is missing beside a body']
        : [];
    return [...check(sent), ...untyped].map((fault) => `POST /$batch body: $.requests[${String(at)}]: ${fault}`);
  });
}
