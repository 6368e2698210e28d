/** Renderers that draw on the processor: slower than wasm there. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|basic render|software/i;

/** What WebGL of this machine draws on. */
export interface Renderer {
  readonly name: string;
  readonly hardware: boolean;
}

/** True where the name of a renderer says that no graphics hardware stands behind it. */
export const isSoftwareRenderer = (name: string): boolean => SOFTWARE.test(name);

/** The WebGL 2 renderer of this machine, from a context of its own; null where there is none. */
export function probeRenderer(): Renderer | null {
  if (typeof OffscreenCanvas === 'undefined') return null;
  const gl = new OffscreenCanvas(1, 1).getContext('webgl2');
  if (!gl) return null;
  const unmasked = gl.getExtension('WEBGL_debug_renderer_info');
  const name = String(gl.getParameter(unmasked?.UNMASKED_RENDERER_WEBGL ?? gl.RENDERER));
  // Browsers allow few live contexts.
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return { name, hardware: !isSoftwareRenderer(name) };
}
