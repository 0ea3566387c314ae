import { useState } from 'react';
import type { Route } from '../control/route.ts';
import { DuologuePage } from '../pages/DuologuePage.tsx';

interface Shown {
  readonly pageId: string;
  readonly place: string | undefined;
  /** Rises when the app must load afresh. */
  readonly load: number;
  readonly isAway: boolean;
}

/** The app's personal tab, kept in the background while the person is elsewhere when the app can be kept, as Teams does. */
export function PersonalTab(props: { readonly route: Route }): React.JSX.Element | null {
  const here = props.route.page === 'duologue' ? props.route : undefined;
  const [shown, setShown] = useState<Shown>();
  const next = nextShown(shown, here);
  if (next !== shown) setShown(next);
  if (next === undefined) return null;
  return (
    <DuologuePage
      key={next.load}
      pageId={next.pageId}
      place={next.place}
      isAway={next.isAway}
      forget={() => {
        setShown(undefined);
      }}
    />
  );
}

function nextShown(
  shown: Shown | undefined,
  here: { pageId: string; place: string | undefined } | undefined,
): Shown | undefined {
  if (here === undefined) return shown === undefined || shown.isAway ? shown : { ...shown, isAway: true };
  const place = { pageId: here.pageId, place: here.place };
  if (shown === undefined) return { ...place, load: 0, isAway: false };
  if (shown.isAway) return { ...shown, ...place, isAway: false };
  const isSame = shown.pageId === here.pageId && shown.place === here.place;
  return isSame ? shown : { ...place, load: shown.load + 1, isAway: false };
}
