/** What draws the page's pictures: `SwiftShader` and the like have no chip below them. Empty where nobody may know. */
export function renderer(): string {
  const gl = document.createElement('canvas').getContext('webgl');
  if (!gl) return '';
  const named = gl.getExtension('WEBGL_debug_renderer_info');
  const name: unknown = gl.getParameter(named ? named.UNMASKED_RENDERER_WEBGL : gl.RENDERER);
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return typeof name === 'string' ? name.slice(0, 120) : '';
}

export function isPhone(): boolean {
  return /Android|iPhone|iPad|Mobile/.test(navigator.userAgent);
}

/** Whether a hand moved it since then; undefined where the browser would ask her first, or has no word for it. */
export function watchMotion(): { readonly read: () => boolean | undefined; readonly stop: () => void } {
  const asksFirst = typeof DeviceMotionEvent === 'undefined' || 'requestPermission' in DeviceMotionEvent;
  let moved = false;
  const feel = ({ accelerationIncludingGravity: pull }: DeviceMotionEvent) => {
    if (typeof pull?.x !== 'number') return;
    moved = true;
    window.removeEventListener('devicemotion', feel);
  };
  if (!asksFirst) window.addEventListener('devicemotion', feel);
  return {
    read: () => (asksFirst ? undefined : moved),
    stop: () => window.removeEventListener('devicemotion', feel),
  };
}
