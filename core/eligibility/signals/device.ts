import type { Sighting, Signal } from './signal.ts';

/** Programs that draw without a graphics chip, and machines in a machine; the code is what is kept. */
const softwareRenderers: readonly (readonly [code: string, name: RegExp])[] = [
  ['swiftshader', /swiftshader/i],
  ['llvmpipe', /llvmpipe/i],
  ['softpipe', /softpipe|software rasterizer/i],
  ['basic-render', /microsoft basic render/i],
  ['virtual-machine', /vmware|virtualbox|parallels|virgl/i],
  ['emulator', /android emulator|bluestacks|genymotion|nox/i],
];

/** A browser that says itself that a program steers it. */
export function automation({ report }: Sighting): readonly Signal[] {
  return report.automation === true ? [{ kind: 'automation', detail: {} }] : [];
}

/** No chip draws its pictures: an emulator, a server, or a very old phone. */
export function softwareRenderer({ report }: Sighting): readonly Signal[] {
  const { renderer } = report;
  if (typeof renderer !== 'string') return [];
  const found = softwareRenderers.find(([, name]) => name.test(renderer));
  return found ? [{ kind: 'software-renderer', detail: { renderer: found[0] } }] : [];
}

/**
 * It says that it is a phone, and feels neither fingers nor movement. One alone says nothing: cheap phones lack the sensor,
 * browsers keep it back, and a page that is left soon has felt none yet.
 */
export function missingSensors({ report }: Sighting): readonly Signal[] {
  const lacksBoth = report.phone === true && report.touch === 0 && report.motion === false;
  return lacksBoth ? [{ kind: 'missing-sensors', detail: {} }] : [];
}

/** Not odd by itself: which askings may come from one phone, for whoever compares them. */
export function visitor({ report }: Sighting): readonly Signal[] {
  const { visitorId } = report;
  const isOne = typeof visitorId === 'string' && /^[A-Za-z0-9]{8,64}$/.test(visitorId);
  return isOne ? [{ kind: 'visitor', detail: { visitorId } }] : [];
}
