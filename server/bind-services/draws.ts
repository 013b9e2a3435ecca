import type { DrawsServices } from '../services/draws.ts';
import { drawFile, seasonFile } from '../use-cases/draw-files.ts';
import { ownLines } from '../use-cases/own-line.ts';
import { drawNow, publishedDraw, publishedDraws, season } from '../use-cases/published-draws.ts';
import { revealSecret, signAnnouncement, signSummary, witnessKeys } from '../use-cases/round.ts';
import { joinSeason } from '../use-cases/season.ts';
import type { Tools } from '../use-cases/tools.ts';

/** Draws in public, witnesses, and what each person gets of hers. */
export function bindDraws(tools: Tools): DrawsServices {
  return {
    publishedDraws: () => publishedDraws(tools),
    publishedDraw: (day) => publishedDraw(tools, day),
    drawNow: () => drawNow(tools),
    season: () => season(tools),
    seasonFile: (name) => seasonFile(tools, name),
    drawFile: drawFile(tools),
    ownLine: ownLines(tools),
    witnessKeys: witnessKeys(tools),
    joinSeason: joinSeason(tools),
    signAnnouncement: signAnnouncement(tools),
    revealSecret: revealSecret(tools),
    signSummary: signSummary(tools),
  };
}
