import { ok, type Result } from '#core/draw/result.ts';
import { parseSeason, type Season } from '#core/draw/season.ts';
import { differs, malformed, type Refusal, refuse } from './refusal.ts';

/** Whose season it is: the witness's name, key and s_0, and the season as this witness first saw it. */
export type Member = {
  readonly name: string;
  readonly key: string;
  readonly tip: string;
  readonly pinned: string | null;
};

/** That this witness is in the season with its own key and chain, and that no party has been changed since. */
export function checkSeason(text: string | null, { name, key, tip, pinned }: Member): Result<Season, Refusal> {
  if (text === null) return refuse('season-wrong', 'there is no season.json');
  if (pinned !== null && pinned !== text)
    return refuse('season-changed', 'season.json is not the one of the first draw');
  const season = parseSeason(text);
  if (!season.ok) return malformed('season.json', season.error);
  const named = season.value.parties.filter((party) => party.name === name);
  const [own] = named;
  if (!own || named.length > 1)
    return refuse('season-wrong', `expected one party named ${name}, found ${named.length}`);
  if (own.key !== key) return differs('season-wrong', `the key ${key}`, own.key);
  if (own.tip !== tip) return differs('season-wrong', `the tip ${tip}`, own.tip);
  return ok(season.value);
}
