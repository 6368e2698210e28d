import { lazy, type ReactNode } from 'react';
import { useText } from '../i18n/useText.ts';

/** In the place of a panel whose file did not come: the rest of the page goes on. */
function Missing(): ReactNode {
  return <p role="alert">{useText().app.partMissing}</p>;
}

/** A panel with a file of its own, fetched when it is first shown. */
export const later = <Props,>(load: () => Promise<(props: Props) => ReactNode>) =>
  lazy<(props: Props) => ReactNode>(() =>
    load().then(
      (panel) => ({ default: panel }),
      () => ({ default: Missing }),
    ),
  );
