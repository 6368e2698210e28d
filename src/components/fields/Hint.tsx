import { type ReactNode, useCallback, useEffect, useId, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import styles from './Hint.module.css';
import { placeBeside } from './placeBeside.ts';

/** Long enough not to flash while the pointer passes over, milliseconds. */
const SHOW_AFTER = 250;
const HIDE_AFTER = 200;

interface HintProps {
  /** What the button is called when `children` is not a text of its own. */
  readonly label?: string;
  readonly children: ReactNode;
  readonly content: ReactNode;
  readonly look?: 'term' | 'mark';
}

/**
 * An explanation that opens by pointing, by keyboard focus and by a press, stays while pointed at, and
 * closes with Escape. It describes its button, so that a screen reader says it too.
 */
export function Hint({ label, children, content, look = 'mark' }: HintProps): ReactNode {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const bubble = useRef<HTMLDivElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [open, setOpen] = useState(false);

  const turn = useCallback((next: boolean, after = 0) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOpen(next), after);
  }, []);

  useEffect(() => () => clearTimeout(timer.current), []);

  useEffect(() => {
    const element = bubble.current;
    if (!element || !button.current) return;
    if (!open) {
      element.hidePopover();
      return;
    }
    element.showPopover();
    placeBeside(element, button.current);
    const close = (event: KeyboardEvent) => event.key === 'Escape' && setOpen(false);
    document.addEventListener('keydown', close);
    return () => document.removeEventListener('keydown', close);
  }, [open]);

  return (
    <>
      <button
        ref={button}
        type="button"
        className={look === 'term' ? styles.term : styles.mark}
        aria-label={label}
        aria-describedby={id}
        aria-expanded={open}
        onPointerEnter={({ pointerType }) => pointerType === 'mouse' && turn(true, SHOW_AFTER)}
        onPointerLeave={({ pointerType }) => pointerType === 'mouse' && turn(false, HIDE_AFTER)}
        onFocus={({ target }) => target.matches(':focus-visible') && turn(true)}
        onBlur={() => turn(false)}
        onClick={() => turn(!open)}
      >
        {children}
      </button>
      {createPortal(
        <div
          ref={bubble}
          id={id}
          role="tooltip"
          popover="manual"
          className={styles.bubble}
          onPointerEnter={() => turn(true)}
          onPointerLeave={() => turn(false, HIDE_AFTER)}
        >
          {content}
        </div>,
        document.body,
      )}
    </>
  );
}
