import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Screen } from '../state/route.ts';

/** Elements a reader who skips the header wants, by their id. */
export type SkipPlace = 'result' | 'settings';

interface ScreenChange {
  readonly main: RefObject<HTMLElement | null>;
  /** Screens that were looked at once: until then their files are not fetched. */
  readonly visited: ReadonlySet<Screen>;
  /** Puts the focus behind the header; on the screen itself where it has no such place. */
  readonly skip: (place: SkipPlace) => void;
}

/**
 * What a change of screen brings along: the title, the focus (on the new screen, so that keyboard and screen reader begin
 * there), and the place a screen was scrolled to. None of it when the page is first opened.
 */
export function useScreenChange(
  screen: Screen,
  texts: Readonly<Record<Screen, string>> & {
    readonly titleOf: (n: { readonly screen: string }) => string;
  },
): ScreenChange {
  const main = useRef<HTMLElement>(null);
  const before = useRef(screen);
  const scrolled = useRef<Partial<Record<Screen, number>>>({});
  const [visited, setVisited] = useState<ReadonlySet<Screen>>(() => new Set([screen]));
  if (!visited.has(screen)) setVisited(new Set([...visited, screen]));

  useEffect(() => {
    document.title = texts.titleOf({ screen: texts[screen] });
  }, [screen, texts]);

  useEffect(() => {
    const remember = () => {
      scrolled.current[before.current] = window.scrollY;
    };
    window.addEventListener('scroll', remember, { passive: true });
    return () => window.removeEventListener('scroll', remember);
  }, []);

  useLayoutEffect(() => {
    if (before.current === screen) return;
    before.current = screen;
    main.current?.focus({ preventScroll: true });
    window.scrollTo(0, scrolled.current[screen] ?? 0);
  }, [screen]);

  const skip = (place: SkipPlace) => {
    const wanted = screen === 'compare' ? document.getElementById(place) : null;
    // On a narrow screen the settings are folded away.
    wanted?.closest('details')?.setAttribute('open', '');
    (wanted ?? main.current)?.focus();
  };
  return { main, visited, skip };
}
