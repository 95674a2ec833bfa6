// Mouse, touch and keyboard on the canvas.

const STEP_PIXELS = 60;
const KEY_ZOOM = 1.25;
const WHEEL_DIVISOR = 400;
const LINE_PIXELS = 20;

/**
 * @param stage with canvas, viewport and draw()
 * @param changePlane called with axis and step for the keys that leaf through z and t
 * @return function that takes the listeners away
 */
export function listenToGestures(stage, changePlane) {
  const stop = new AbortController();
  const on = (name, listener, options) => stage.canvas.addEventListener(name, listener, { signal: stop.signal, ...options });
  const fingers = new Map();
  on('pointerdown', (event) => {
    stage.canvas.setPointerCapture(event.pointerId);
    fingers.set(event.pointerId, pointOf(event));
  });
  on('pointermove', (event) => {
    if (fingers.has(event.pointerId)) {
      moveFinger(stage, fingers, event);
    }
  });
  for (const name of ['pointerup', 'pointercancel']) {
    on(name, (event) => fingers.delete(event.pointerId));
  }
  on('wheel', (event) => turnWheel(stage, event), { passive: false });
  on('dblclick', (event) => changed(stage, () => stage.viewport.zoomBy(2, ...pointOf(event))));
  on('keydown', (event) => pressKey(stage, event, changePlane));
  return () => stop.abort();
}

function moveFinger(stage, fingers, event) {
  const before = middleOf(fingers);
  fingers.set(event.pointerId, pointOf(event));
  const after = middleOf(fingers);
  changed(stage, () => {
    stage.viewport.moveBy(after.x - before.x, after.y - before.y);
    if (fingers.size > 1 && before.spread > 0) {
      stage.viewport.zoomBy(after.spread / before.spread, after.x, after.y);
    }
  });
}

function turnWheel(stage, event) {
  const meantForImage = event.ctrlKey || event.metaKey || stage.canvas.getRootNode().activeElement === stage.canvas || document.fullscreenElement;
  if (meantForImage) { // else the page scrolls, as it should
    event.preventDefault();
    const turned = event.deltaY * (event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PIXELS : 1);
    changed(stage, () => stage.viewport.zoomBy(Math.exp(-turned / WHEEL_DIVISOR), ...pointOf(event)));
  }
}

function pressKey(stage, event, changePlane) {
  const { viewport } = stage;
  const step = STEP_PIXELS * ratio();
  const doing = {
    ArrowLeft: () => viewport.moveBy(step, 0),
    ArrowRight: () => viewport.moveBy(-step, 0),
    ArrowUp: () => viewport.moveBy(0, step),
    ArrowDown: () => viewport.moveBy(0, -step),
    '+': () => viewport.zoomBy(KEY_ZOOM),
    '=': () => viewport.zoomBy(KEY_ZOOM),
    '-': () => viewport.zoomBy(1 / KEY_ZOOM),
    0: () => viewport.fit(),
    PageUp: () => changePlane('z', 1),
    PageDown: () => changePlane('z', -1),
    '.': () => changePlane('t', 1),
    ',': () => changePlane('t', -1),
  }[event.key];
  if (doing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    event.preventDefault();
    changed(stage, doing);
  }
}

function changed(stage, change) {
  change();
  // One finger scrolls the page while the whole image is seen, and moves the image once it is larger than that.
  const zoomed = stage.viewport.zoom > stage.viewport.zoomToFit * 1.01;
  stage.canvas.style.touchAction = zoomed ? 'none' : 'pan-y';
  stage.draw();
}

function middleOf(fingers) {
  const points = [...fingers.values()];
  const [x, y] = [0, 1].map((axis) => points.reduce((sum, point) => sum + point[axis], 0) / points.length);
  const spread = points.length > 1 ? Math.hypot(points[0][0] - points[1][0], points[0][1] - points[1][1]) : 0;
  return { x, y, spread };
}

function pointOf(event) {
  return [event.offsetX * ratio(), event.offsetY * ratio()];
}

function ratio() {
  return globalThis.devicePixelRatio || 1;
}
