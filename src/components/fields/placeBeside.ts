const MARGIN = 8;

/** Puts a fixed element under its anchor, or above it where there is no room, always within the window. */
export function placeBeside(element: HTMLElement, anchor: HTMLElement): void {
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = element;
  const room = { x: document.documentElement.clientWidth, y: window.innerHeight };
  const below = at.bottom + MARGIN / 2;
  const top = below + height + MARGIN > room.y ? at.top - height - MARGIN / 2 : below;
  const left = Math.min(at.left, room.x - width - MARGIN);
  element.style.left = `${Math.max(MARGIN, left)}px`;
  element.style.top = `${Math.max(MARGIN, top)}px`;
}
