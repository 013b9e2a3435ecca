import { canonicalJson, exactMembers, parseJson } from './canonical-json.ts';
import { isHex32, isText, protocol } from './forms.ts';
import { err, ok, type Result } from './result.ts';

/** Published before a season's first draw (section 2.1): `{"parties":[{"key":…,"name":…,"tip":…},…],"protocol":…}`. */
export type Season = {
  readonly parties: readonly SeasonParty[];
  readonly protocol: typeof protocol;
};

/** `key` is its Ed25519 public key, `tip` its s_0; both 64 hex. */
export type SeasonParty = { readonly key: string; readonly name: string; readonly tip: string };

/** `at` names the place, such as `parties[0].key`. */
export type SeasonError = { readonly kind: SeasonErrorKind; readonly at: string };

type SeasonErrorKind =
  | 'season-not-json'
  | 'season-not-canonical'
  | 'season-members'
  | 'season-protocol'
  | 'season-without-party'
  | 'season-party-name'
  | 'season-key'
  | 'season-key-twice'
  | 'season-tip';

export function parseSeason(text: string): Result<Season, SeasonError> {
  const json = parseJson(text);
  if (json === undefined) return err({ kind: 'season-not-json', at: '' });
  const season = checkSeason(json);
  if (season.ok && canonicalJson(season.value) !== text) return err({ kind: 'season-not-canonical', at: '' });
  return season;
}

/** The file's bytes as text. */
export function writeSeason(season: Omit<Season, 'protocol'>): Result<string, SeasonError> {
  const checked = checkSeason({ ...season, protocol });
  return checked.ok ? ok(canonicalJson(checked.value)) : checked;
}

function checkSeason(json: unknown): Result<Season, SeasonError> {
  const top = exactMembers(json, ['parties', 'protocol']);
  if (!top || !Array.isArray(top.parties)) return err({ kind: 'season-members', at: '' });
  if (top.protocol !== protocol) return err({ kind: 'season-protocol', at: 'protocol' });
  if (top.parties.length === 0) return err({ kind: 'season-without-party', at: 'parties' });
  const parties: SeasonParty[] = [];
  for (const [index, entry] of top.parties.entries()) {
    const party = exactMembers(entry, ['key', 'name', 'tip']);
    const at = `parties[${index}]`;
    if (!party) return err({ kind: 'season-members', at });
    const { key, name, tip } = party;
    if (!isText(name)) return err({ kind: 'season-party-name', at: `${at}.name` });
    if (!isHex32(key)) return err({ kind: 'season-key', at: `${at}.key` });
    if (parties.some((other) => other.key === key)) return err({ kind: 'season-key-twice', at: `${at}.key` });
    if (!isHex32(tip)) return err({ kind: 'season-tip', at: `${at}.tip` });
    parties.push({ key, name, tip });
  }
  return ok({ parties, protocol });
}
