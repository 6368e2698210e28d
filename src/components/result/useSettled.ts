import { useEffect, useState } from 'react';

/** A change of a setting is followed by its run after a moment; what lasts longer is worth telling, milliseconds. */
const SETTLED = 600;

/** True once `state` has been true for a while; false at once when it ends. */
export function useSettled(state: boolean): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    if (!state) return;
    const timer = setTimeout(() => setSettled(true), SETTLED);
    return () => {
      clearTimeout(timer);
      setSettled(false);
    };
  }, [state]);
  return state && settled;
}
