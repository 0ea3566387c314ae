import type { Conformance } from './conformance.ts';
import { unreadableBody } from './content.ts';
import { GraphError, accessDenied } from './error.ts';
import { missingRow } from './fidelity.ts';
import type { Answer, Caller, GraphRequest } from './request.ts';
import type { GraphSlice, Permissions } from './openapi.ts';
import { schemaFaults } from './schema-fit.ts';
import { preferencesApplied } from './preferences.ts';
import type { DirectoryPerson, Tenant } from '../tenant/tenant.ts';

export type Handler = (request: GraphRequest) => Answer | Promise<Answer>;

interface Route {
  method: string;
  template: string;
  steps: string[];
  handler: Handler;
  permissions: Permissions;
  /** Whether a person's token may only reach that same person through this address. */
  isMailbox: boolean;
}

/** An operation that is answered: its method and the template of its address. */
export type Operation = Pick<Route, 'method' | 'template'>;

const OF_OUTLOOK = /^\/(me|users\/[^/]+)\/(events|calendar|messages|mailFolders|outlook|mailboxSettings|sendMail)/i;

/** A batch and mailbox settings are refused in words of their own. */
const CHECKED_THERE = /^\/\$batch$|\/mailboxSettings$/;

/** For an operation that asks for no permission of its own: any token will do. */
export const NO_PERMISSION: Permissions = { delegated: ['*'], application: ['*'] };

/** A request before it is matched to an operation. */
export type Incoming = Omit<GraphRequest, 'params' | 'owner' | 'shape'>;

/** Graph's operations by method and address; an address nobody made answers 501. */
export class GraphRouter {
  readonly #tenant: Tenant;
  readonly #slice: GraphSlice;
  readonly #conformance: Conformance | null;
  readonly #routes: Route[] = [];

  constructor(tenant: Tenant, slice: GraphSlice, conformance: Conformance | null) {
    this.#tenant = tenant;
    this.#slice = slice;
    this.#conformance = conformance;
  }

  /** An operation at exactly this address template. */
  at(method: string, template: string, handler: Handler, permissions?: Permissions): void {
    this.#add(method, template, handler, permissions, false);
  }

  /** An operation on a person's profile: below `/me`, and below `/users/{user-id}` for anybody in the directory. */
  profile(method: string, below: string, handler: Handler, permissions?: Permissions): void {
    this.#add(method, `/me${below}`, handler, permissions, false);
    this.#add(method, `/users/{user-id}${below}`, handler, permissions, false);
  }

  /** An operation on a person's own mailbox, calendar or meetings: a person's token reaches no other person's. */
  mailbox(method: string, below: string, handler: Handler, permissions?: Permissions): void {
    this.#add(method, `/me${below}`, handler, permissions, true);
    this.#add(method, `/users/{user-id}${below}`, handler, permissions, true);
  }

  /** Every operation that is answered. */
  operations(): Operation[] {
    return this.#routes.map(({ method, template }) => ({ method, template }));
  }

  /** Answers one request. @throws GraphError for everything Graph would refuse. */
  async dispatch(incoming: Incoming): Promise<Answer> {
    const steps = stepsOf(incoming.path);
    const sameAddress = this.#routes.filter((route) => fits(route, steps));
    const route = sameAddress.find((one) => one.method === incoming.method);
    if (route === undefined) {
      const isRefusedByGraph =
        sameAddress.length > 0 &&
        !sameAddress.some((one) => this.#slice.operation(incoming.method, one.template) !== undefined);
      throw isRefusedByGraph
        ? notAllowed(incoming, sameAddress)
        : new GraphError(
            501,
            'NotImplementedLocally',
            missingRow(incoming.method, this.#slice.templateOf(incoming.path) ?? incoming.path),
          );
    }
    const params = paramsOf(route, steps);
    const owner = this.#owner(route, params, incoming.caller);
    checkPermission(route, incoming.caller);
    if (route.isMailbox && (owner.guest !== undefined || !this.#tenant.register.hasMailbox(owner.id))) {
      throw new GraphError(
        404,
        'MailboxNotEnabledForRESTAPI',
        'The mailbox is either inactive, soft-deleted, or is hosted on-premise.',
      );
    }
    this.#checkBody(route, incoming);
    const shape = this.#slice.answeredShape(route.method, route.template);
    const answer = await route.handler({ ...incoming, params, owner, shape });
    this.#conformance?.answered(route.method, route.template, answer);
    const applied = preferencesApplied(incoming.header('prefer'), route.template);
    return { ...answer, headers: { ...applied, ...answer.headers } };
  }

  /** @throws GraphError 400 for a body that is not what Graph describes, with the path of what it could not read */
  #checkBody({ method, template }: Route, { body }: Incoming): void {
    const schema = isJson(body) && !CHECKED_THERE.test(template) ? this.#slice.bodySchema(method, template) : null;
    if (schema !== null && Array.isArray(body)) {
      throw unreadableBody();
    }
    const [fault] = schema === null ? [] : schemaFaults(this.#slice.schemas, schema, body);
    if (fault !== undefined) {
      throw new GraphError(400, OF_OUTLOOK.test(template) ? 'RequestBodyRead' : 'BadRequest', fault.slice(0, 500));
    }
  }

  #add(
    method: string,
    template: string,
    handler: Handler,
    permissions: Permissions | undefined,
    isMailbox: boolean,
  ): void {
    const known = permissions ?? this.#slice.permissions(method, template);
    if (known === null) {
      throw new Error(`No permissions are known for ${method} ${template}: name them where the operation is added.`);
    }
    this.#routes.push({ method, template, steps: stepsOf(template), handler, permissions: known, isMailbox });
  }

  #owner(route: Route, params: Readonly<Record<string, string>>, caller: Caller): DirectoryPerson {
    if (route.template.startsWith('/users/{user-id}')) {
      const person = this.#tenant.person(params['user-id'] ?? '');
      if (person === undefined) {
        throw new GraphError(
          404,
          'Request_ResourceNotFound',
          `Resource '${params['user-id'] ?? ''}' does not exist or one of its queried reference-property objects are not present.`,
        );
      }
      if (route.isMailbox && caller.person !== null && caller.person.id !== person.id) {
        throw accessDenied();
      }
      return person;
    }
    if (caller.person === null) {
      if (route.template === '/me' || route.template.startsWith('/me/')) {
        throw new GraphError(400, 'BadRequest', '/me request is only valid with delegated authentication flow.');
      }
    }
    // An application that asks about a chat or the catalog asks about nobody; such operations never look at the owner.
    const nobody = [...this.#tenant.people.values()][0];
    const person = caller.person ?? nobody;
    if (person === undefined) {
      throw new GraphError(404, 'Request_ResourceNotFound', 'The directory is empty.');
    }
    return person;
  }
}

/** Whether there is a body that is more than text; an empty one counts as none. */
function isJson(body: unknown): boolean {
  return typeof body === 'object' && body !== null && (Array.isArray(body) || Object.keys(body).length > 0);
}

/** Graph's 405: the directory and Outlook word it each in their own way. */
function notAllowed({ path }: Incoming, sameAddress: readonly Route[]): GraphError {
  const headers = { Allow: sameAddress.map((one) => one.method).join(', ') };
  return OF_OUTLOOK.test(path)
    ? new GraphError(405, 'ErrorInvalidRequest', 'The OData request is not supported.', headers)
    : new GraphError(
        405,
        'Request_BadRequest',
        'Specified HTTP method is not allowed for the request target.',
        headers,
      );
}

/** The steps of an address, decoded; a function's empty parentheses and its parameters are left out. @throws GraphError 400 */
function stepsOf(path: string): string[] {
  if (path.includes('//')) {
    throw new GraphError(400, 'BadRequest', 'The address has an empty segment.');
  }
  return path
    .split('/')
    .filter((step) => step !== '')
    .map((step) => (step.startsWith('{') ? step : decode(step).replace(/^([A-Za-z]+)\((?:[A-Za-z]+=.*)?\)$/, '$1')));
}

function decode(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    throw new GraphError(400, 'BadRequest', 'The address is not well formed.');
  }
}

function fits(route: Route, steps: readonly string[]): boolean {
  return (
    route.steps.length === steps.length &&
    route.steps.every((step, at) => step.startsWith('{') || step.toLowerCase() === steps[at]?.toLowerCase())
  );
}

function paramsOf(route: Route, steps: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    route.steps.flatMap((step, at) => (step.startsWith('{') ? [[step.slice(1, -1), steps[at] ?? '']] : [])),
  );
}

function checkPermission(route: Route, caller: Caller): void {
  const wanted = caller.person === null ? route.permissions.application : route.permissions.delegated;
  const held = withImplied(caller.permissions);
  if (!wanted.some((permission) => permission === '*' || held.has(permission))) {
    const isDirectory = /^\/(users|me)(\/\{user-id\})?(\/(manager|directReports))?$/.test(route.template);
    throw isDirectory
      ? new GraphError(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.')
      : accessDenied();
  }
}

/** What a wider permission includes: writing includes reading, everybody's includes one's own. */
function withImplied(permissions: ReadonlySet<string>): Set<string> {
  const all = new Set<string>();
  for (const permission of permissions) {
    const [resource = '', verb = '', ...rest] = permission.split('.');
    for (const each of impliedVerbs(verb)) {
      all.add([resource, each, ...rest].join('.'));
      if (rest.length > 0) {
        all.add([resource, each].join('.'));
      }
    }
  }
  return all;
}

function impliedVerbs(verb: string): string[] {
  if (verb.startsWith('ReadWrite')) {
    return [verb, verb.replace('ReadWrite', 'Read'), 'ReadBasic'];
  }
  return verb === 'Read' ? ['Read', 'ReadBasic'] : [verb];
}
