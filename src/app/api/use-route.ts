import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { RequestOf, ResponseOf, RouteName } from '#contract/api.ts';
import type { CallApi, CallOptions, ParamsOf } from './call-api.ts';
import { useConnection } from './connection.ts';

/** The key under which a route's answer is kept: its name, the ids of its path, and what was asked. */
export function routeKey(name: RouteName, params: object = {}, request: object = {}): readonly unknown[] {
  const asked = Object.keys(request).length === 0 ? [] : [request];
  return [name, ...(Object.values(params) as unknown[]), ...asked];
}

interface ReadOptions<Name extends RouteName> {
  readonly params?: ParamsOf<Name> | undefined;
  readonly request?: RequestOf<Name> | undefined;
  /** False: not yet. */
  readonly enabled?: boolean | undefined;
  /** In milliseconds; left out, a minute. */
  readonly staleTime?: number | undefined;
  /** In milliseconds: asks again so often. */
  readonly refetchInterval?: number | false | undefined;
}

/** How a route is read: the key of its answer, and how to get it. */
export function routeQuery<Name extends RouteName>(
  callApi: CallApi,
  name: Name,
  { params, request }: Pick<ReadOptions<Name>, 'params' | 'request'>,
): { queryKey: readonly unknown[]; queryFn: (context: { signal: AbortSignal }) => Promise<ResponseOf<Name>> } {
  return {
    queryKey: routeKey(name, params ?? {}, request ?? {}),
    queryFn: ({ signal }) => callApi(name, { params, request, signal } as unknown as CallOptions<Name>),
  };
}

/** What a route answers, kept fresh by the live stream. `error` is an ApiError, Offline or SignInFailed. */
export function useRoute<Name extends RouteName>(
  name: Name,
  options: ReadOptions<Name> = {},
): UseQueryResult<ResponseOf<Name>> {
  const { callApi } = useConnection();
  const { params, request, enabled = true, staleTime, refetchInterval = false } = options;
  return useQuery({
    ...routeQuery(callApi, name, { params, request }),
    enabled,
    refetchInterval,
    ...(staleTime === undefined ? {} : { staleTime }),
  });
}
