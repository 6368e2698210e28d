import { startTransition, useEffect, useState } from 'react';

/**
 * How many pieces of a screen are there, from 0 up to `total`: one more each time the last one was
 * drawn. All at once they would hold the page for longer than a hand notices.
 */
export function usePieces(total: number): number {
  const [pieces, setPieces] = useState(0);
  useEffect(() => {
    if (pieces < total) startTransition(() => setPieces(pieces + 1));
  }, [pieces, total]);
  return pieces;
}
