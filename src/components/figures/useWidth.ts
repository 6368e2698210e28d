import type { RefObject } from 'react';
import { useEffect, useLayoutEffect, useRef, useState } from 'react';

/** Width of an element, CSS pixels, kept up to date; `initial` until it was measured. */
export function useWidth<E extends Element>(
  initial: number,
): { readonly ref: RefObject<E | null>; readonly width: number } {
  const ref = useRef<E>(null);
  const [width, setWidth] = useState(initial);
  // Measured before the first paint, so that nothing is drawn at a wrong width.
  useLayoutEffect(() => {
    const measured = ref.current?.clientWidth ?? 0;
    if (measured > 0) setWidth(measured);
  }, []);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver((entries) => {
      const measured = entries.at(-1)?.contentRect.width ?? 0;
      if (measured > 0) setWidth(Math.round(measured));
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}
