// Runs what takes long once the frame that is being drawn stands. An effect is not late enough: Preact gives up on a frame after
// 35 ms, and on a slow phone a tap would then wait for the whole page it leads to.

/** Call from a layout effect, before the frame. Out of sight no frame is drawn, and none is waited for. */
export function afterFrame(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const soon = (): void => {
    timer = setTimeout(run, 0);
  };
  const frame = document.visibilityState === 'hidden' ? undefined : requestAnimationFrame(soon);
  if (frame === undefined) soon();
  return () => {
    if (frame !== undefined) cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
