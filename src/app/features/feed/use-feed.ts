import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import type { ResponseOf } from '#contract/api.ts';
import { useConnection } from '../../api/connection.ts';
import { routeKey, useRoute } from '../../api/use-route.ts';

interface KeptFeed {
  readonly feed: ReturnType<typeof useRoute<'feed'>>;
  /** Its answer is the only time the link is said: it is nowhere but in this hook. */
  readonly make: UseMutationResult<ResponseOf<'makeFeed'>, Error, void>;
  readonly revoke: UseMutationResult<unknown, Error, void>;
}

/** The reader's calendar link: what is known of it, and how to make and end it. */
export function useFeed(): KeptFeed {
  const { callApi, queryClient } = useConnection();
  const feed = useRoute('feed', { staleTime: 0 });
  const onSuccess = () => queryClient.invalidateQueries({ queryKey: routeKey('feed') });
  const make = useMutation({ mutationFn: () => callApi('makeFeed', {}), onSuccess, gcTime: 0, networkMode: 'always' });
  const revoke = useMutation({
    mutationFn: () => callApi('revokeFeed', {}),
    onSuccess: () => {
      make.reset();
      return onSuccess();
    },
    networkMode: 'always',
  });
  return { feed, make, revoke };
}
