import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import '../tokens.css';
import '../base.css';

/** A component on a real page, for tests. */
export interface Mounted {
  readonly host: HTMLElement;
  readonly render: (element: ReactNode) => void;
  readonly unmount: () => void;
}

/** Renders an element 900 px wide (or as told) into the page, at once. */
export function mount(element: ReactNode, width = 900): Mounted {
  const host = document.createElement('div');
  host.style.width = `${width}px`;
  document.body.append(host);
  const root = createRoot(host);
  const render = (next: ReactNode): void => flushSync(() => root.render(next));
  render(element);
  return {
    host,
    render,
    unmount: () => {
      root.unmount();
      host.remove();
    },
  };
}
