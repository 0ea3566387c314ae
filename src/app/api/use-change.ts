import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import type { ResponseOf, RouteName } from '#contract/api.ts';
import type { CallOptions } from './call-api.ts';
import { useConnection } from './connection.ts';
import { refreshEverything } from './stale.ts';

/**
 * One change a person asks for with a button: sent once, not kept. What shows it is read again before it counts as done.
 * `error` is an ApiError, Offline or SignInFailed.
 */
export function useChange<Name extends RouteName>(
  name: Name,
): UseMutationResult<ResponseOf<Name>, Error, CallOptions<Name>> {
  const { callApi, queryClient } = useConnection();
  return useMutation({
    mutationFn: (options: CallOptions<Name>) => callApi(name, options),
    onSuccess: () => refreshEverything(queryClient),
  });
}
