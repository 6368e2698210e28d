import type { RefObject } from 'react';
import { useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/**
 * Width of an element, CSS pixels, kept up to date; `initial` until it was measured.
 * The observer reports after the page's own layout and before the paint: nothing is drawn at a wrong
 * width, and no layout is forced (reading the width at once would cost one of the whole page).
 */
export function useWidth<E extends Element>(
  initial: number,
): { readonly ref: RefObject<E | null>; readonly width: number } {
  const ref = useRef<E>(null);
  const [width, setWidth] = useState(initial);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver((entries) => {
      const measured = Math.round(entries.at(-1)?.contentRect.width ?? 0);
      if (measured > 0) flushSync(() => setWidth(measured));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}
