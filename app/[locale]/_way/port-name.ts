import type { Translator } from '#app/_i18n/translator.ts';
import type { PortCode } from '#core/ids.ts';

/** A code of `core/policy/ports.json` as the catalogs know it. */
type PortKey = 'brownsville' | 'calexico' | 'eagle-pass' | 'el-paso' | 'hidalgo' | 'laredo' | 'nogales' | 'san-ysidro';

export function portName(t: Translator<'port'>, port: PortCode): string {
  return t(`${port as string as PortKey}.name`);
}

/** The city before the port, on the Mexican side. */
export function portAcross(t: Translator<'port'>, port: PortCode): string {
  return t(`${port as string as PortKey}.across`);
}

/** How to come to the port and in, on foot. */
export function portEntrance(t: Translator<'port'>, port: PortCode): string {
  return t(`${port as string as PortKey}.entrance`);
}
