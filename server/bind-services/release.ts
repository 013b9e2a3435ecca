import type { ReleaseServices } from '../services/release.ts';
import { releaseDraw, releaseView } from '../use-cases/release-draw.ts';
import type { Tools } from '../use-cases/tools.ts';

export function bindRelease(tools: Tools): ReleaseServices {
  return { releaseView: (actor) => releaseView(tools, actor), releaseDraw: (input) => releaseDraw(tools, input) };
}
