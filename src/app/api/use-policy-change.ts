import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import type { ResponseOf } from '#contract/api.ts';
import type { policiesApi } from '#contract/policies-api.ts';
import type { CallOptions } from './call-api.ts';
import { useConnection } from './connection.ts';

/** One change of what the organisation asks for: all that is shown may be another afterwards, and is read again. */
export function usePolicyChange<Name extends keyof typeof policiesApi>(
  name: Name,
): UseMutationResult<ResponseOf<Name>, Error, CallOptions<Name>> {
  const { callApi, queryClient } = useConnection();
  return useMutation({
    mutationFn: (options: CallOptions<Name>) => callApi(name, options),
    onSuccess: () => queryClient.invalidateQueries(),
  });
}
